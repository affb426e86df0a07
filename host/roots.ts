import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { BUILT_IN_EXCLUDES, CONFIGURATION_FILE } from '../engine/engine';

/** The roots that belong to a folder, and why. */
export interface FoundRoots {
  /** Absolute paths. */
  readonly roots: readonly string[];
  /** `above`: the folder lies inside the root. `here`: no `aims.yaml` anywhere, so the folder itself is the root. */
  readonly found: 'above' | 'below' | 'here';
}

const MOST_FOLDERS = 20_000;

/** Finds the root of a folder: the nearest `aims.yaml` in it or above it up to the Git root; else all below it; else itself. */
export async function findRoots(folder: string): Promise<FoundRoots> {
  const start = resolve(folder);
  const above = rootAbove(start);
  if (above !== undefined) return { roots: [above], found: 'above' };
  const roots = await rootsBelow(start);
  return roots.length > 0 ? { roots, found: 'below' } : { roots: [start], found: 'here' };
}

/** The nearest folder with an `aims.yaml`, the folder itself or one above it up to the Git root; an absolute path. */
export function rootAbove(folder: string): string | undefined {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, CONFIGURATION_FILE))) return at;
    if (existsSync(join(at, '.git')) || dirname(at) === at) return undefined;
  }
}

/** Every folder below (or at) a folder that has an `aims.yaml`. Symbolic links are not followed. */
export async function rootsBelow(folder: string): Promise<string[]> {
  const roots: string[] = [];
  const waiting = [folder];
  for (let seen = 0; waiting.length > 0 && seen < MOST_FOLDERS; seen++) {
    const at = waiting.shift() as string;
    const entries = await readdir(at, { withFileTypes: true }).catch(() => []);
    if (entries.some((entry) => entry.isFile() && entry.name === CONFIGURATION_FILE)) roots.push(at);
    for (const entry of entries) {
      if (entry.isDirectory() && !(BUILT_IN_EXCLUDES as readonly string[]).includes(entry.name))
        waiting.push(join(at, entry.name));
    }
  }
  return roots.sort();
}
