import { randomUUID } from 'node:crypto';
import { lstat, mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Writes a whole file, or leaves everything as it was. A file that exists is replaced only with `force`; a link or a
 * folder never is. Folders on the way are made. Throws with words for the user. */
export async function writeFileWhole(
  path: string,
  content: string | Uint8Array,
  { force = false }: { readonly force?: boolean } = {},
): Promise<void> {
  const why = await whyNotWritten(path, force);
  if (why !== undefined) throw new Error(why);
  const beside = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  try {
    await mkdir(dirname(path), { recursive: true });
    const mode = await lstat(path).then(
      (info) => info.mode & 0o777,
      () => 0o666,
    );
    const file = await open(beside, 'wx', mode);
    try {
      await file.writeFile(content);
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw new Error(`"${path}" cannot be written (${(error as NodeJS.ErrnoException).code ?? String(error)}).`);
  }
}

/** Why a file would not be written, or undefined: to be asked before long work. */
export async function whyNotWritten(path: string, force: boolean): Promise<string | undefined> {
  const info = await lstat(path).catch(() => undefined);
  if (!info) return undefined;
  if (!info.isFile()) return `"${path}" is no ordinary file, so it is left alone.`;
  return force ? undefined : `"${path}" exists. Name another file, or add --force to replace it.`;
}
