import { constants } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** The bytes of a file, or why there are none, in words for the user. */
export type ReadBytes =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly why: string };

/** Reads an ordinary file below a folder. A link is not followed, wherever on the way it stands. */
export async function readInside(root: string, path: string): Promise<ReadBytes> {
  try {
    const top = await realpath(root);
    const real = await realpath(join(top, path));
    if (real !== join(top, ...path.split('/')) || !real.startsWith(top + sep))
      return { ok: false, why: 'It is reached through a link, and links are not followed.' };
    // Between the look and the reading somebody could put a link in its place. Windows knows no such flag.
    const file = await open(real, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    try {
      if (!(await file.stat()).isFile()) return { ok: false, why: 'It is no ordinary file.' };
      return { ok: true, bytes: await file.readFile() };
    } finally {
      await file.close();
    }
  } catch (error) {
    return { ok: false, why: `It cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)}).` };
  }
}
