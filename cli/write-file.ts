import { randomUUID } from 'node:crypto';
import { lstat, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Writes a whole file, or leaves everything as it was. A file that exists is replaced only with `force`; a link or a
 * folder never is. Folders on the way are made. Throws with words for the user. */
export async function writeFileWhole(
  path: string,
  content: string | Uint8Array,
  { force = false }: { readonly force?: boolean } = {},
): Promise<void> {
  const why = await whyNotWritten(path, force);
  if (why !== undefined) throw new Error(why);
  const beside = join(dirname(path), `.aims-${randomUUID()}`);
  try {
    await mkdir(dirname(path), { recursive: true });
    const there = await lstat(path).catch(() => undefined);
    const file = await open(beside, 'wx', there ? 0o600 : 0o666);
    try {
      await file.writeFile(content);
      // What is replaced keeps its mode, whatever new files get here, and its owner where we may give it away.
      if (there) {
        if (there.uid !== process.getuid?.() || there.gid !== process.getgid?.())
          await file.chown(there.uid, there.gid).catch(() => undefined);
        await file.chmod(there.mode & 0o777);
      }
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
