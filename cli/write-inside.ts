import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { whyNotWritten, writeFileWhole } from './write-file';

/** A file to write below a folder. */
export interface FileToWrite {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  readonly content: string | Uint8Array;
  /** The bytes that it replaces; undefined for a file that is not there yet. */
  readonly before: Uint8Array | undefined;
}

/**
 * Writes files below a folder: each whole or not at all, and none unless all can be written as far as that can be known.
 * No link is followed, nothing is written outside the folder, and a file that changed meanwhile is left alone. Throws with
 * words for the user, which name what was written before.
 */
export async function writeInside(folder: string, files: readonly FileToWrite[]): Promise<void> {
  for (const file of files) {
    const why = await whyNotInside(folder, file);
    if (why !== undefined) throw new Error(`${why} Nothing was written.`);
  }
  const written: string[] = [];
  for (const { path, content, before } of files) {
    try {
      await writeFileWhole(join(folder, path), content, { force: before !== undefined });
    } catch (error) {
      const done = written.length === 0 ? 'Nothing was written.' : `Written before: ${written.join(', ')}.`;
      throw new Error(`${error instanceof Error ? error.message : String(error)} ${done}`);
    }
    written.push(path);
  }
}

async function whyNotInside(folder: string, { path, before }: FileToWrite): Promise<string | undefined> {
  const segments = path.split('/');
  if (segments.some((segment) => segment === '' || segment === '.' || segment === '..'))
    return `"${path}" does not lie in the folder.`;
  for (let depth = 1; depth < segments.length; depth++) {
    const above = segments.slice(0, depth).join('/');
    const info = await lstat(join(folder, above)).catch(() => undefined);
    if (info && !info.isDirectory()) return `"${above}" is no ordinary folder, so nothing is written into it.`;
  }
  if (before === undefined) {
    const why = await whyNotWritten(join(folder, path), false);
    return why === undefined ? undefined : `"${path}" is there already and is left as it is.`;
  }
  const why = await whyNotWritten(join(folder, path), true);
  if (why !== undefined) return why;
  const now = await readFile(join(folder, path)).catch(() => undefined);
  return now && Buffer.from(before).equals(now) ? undefined : `"${path}" has changed meanwhile, so it is left alone.`;
}
