import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Snapshot } from '../engine/engine';
import { DiskFiles } from '../host/disk-files';
import { loadWorkspace } from '../host/load-workspace';
import { findRoots } from '../host/roots';
import type { Output } from './output';

/** A root that was read, and how its paths look from the folder that was asked for. */
export interface LoadedRoot {
  readonly snapshot: Snapshot;
  /** Its absolute path. */
  readonly root: string;
  /** What a root-relative path needs in front to be relative to the folder; empty or ending in `/`. */
  readonly prefix: string;
  /** Only root-relative paths that start with this lie in the folder; empty where all do. */
  readonly within: string;
}

/** Everything a command needs of a folder. */
export interface Loaded {
  readonly roots: readonly LoadedRoot[];
  /** False where there is no management system at all; it was said. */
  readonly present: boolean;
}

/** Reads the roots of the folder. Throws where the folder cannot be read. */
export async function load(
  { folder, today }: { readonly folder: string; readonly today: string },
  output: Output,
): Promise<Loaded> {
  const start = resolve(folder);
  const info = await stat(start).catch((error: NodeJS.ErrnoException) => {
    throw new Error(
      error.code === 'ENOENT' ? `There is no folder "${folder}".` : `"${folder}" cannot be read (${error.code}).`,
    );
  });
  if (!info.isDirectory()) throw new Error(`"${folder}" is a file; name the folder it lies in.`);
  const { roots, found } = await findRoots(start);
  const loaded: LoadedRoot[] = [];
  for (const root of roots) {
    const { snapshot } = await loadWorkspace(new DiskFiles(root, gitRoot(root)), today);
    const inside = posix(relative(root, start));
    const below = posix(relative(start, root));
    loaded.push({
      snapshot,
      root,
      prefix: found === 'below' && below !== '' ? `${below}/` : '',
      within: inside === '' || found === 'below' ? '' : `${inside}/`,
    });
  }
  const present = loaded.some(
    ({ snapshot }) => snapshot.view.documents.length > 0 || snapshot.view.configuration.present,
  );
  if (!present && loaded.every(({ snapshot }) => !snapshot.uncheckable))
    output.say(`There is no AI management system in "${folder}": no aims.yaml and no document that looks like one.`);
  else if (found === 'here')
    output.say(`There is no aims.yaml in or above "${folder}", so the folder itself was taken as the root.`);
  return { roots: loaded, present };
}

/** A root-relative path as seen from the folder, or undefined where it lies outside the folder. */
export function fromFolder({ prefix, within }: LoadedRoot, path: string): string | undefined {
  if (within === '') return prefix + path;
  return path.startsWith(within) ? path.slice(within.length) : undefined;
}

function gitRoot(root: string): string {
  for (let at = root; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return root;
  }
}

function posix(path: string): string {
  return path.split(sep).join('/');
}
