import type { Commit } from '../host/git';
import { type ReadBytes, readInside } from '../host/read-inside';
import { withRepository } from './root-sources';

/** Reads the bytes of files of a root, by their root-relative paths. */
export type BytesReader = (path: string) => Promise<ReadBytes>;

/** Gives a reader of the files of a root (an absolute path), on disk or as a commit has them, byte for byte. */
export async function withEvidence<Result>(
  root: string,
  commit: Commit | undefined,
  use: (read: BytesReader) => Promise<Result>,
): Promise<Result> {
  if (!commit) return use(async (path) => withoutPointer(await readInside(root, path)));
  return withRepository(root, async (repository) => {
    const files = (await repository.files(commit.id, repository.path)) ?? [];
    const ids = new Map(files.map(({ path, id }) => [path, id]));
    return use(async (path) => {
      const id = ids.get(path);
      if (id === undefined) return { ok: false, why: 'There is no such file at that revision.' };
      const read = await repository.objects.read(id);
      return read.ok ? withoutPointer(read) : { ok: false, why: `Git cannot read it (${read.why}).` };
    });
  });
}

const POINTER = 'version https://git-lfs.github.com/spec/';

/** What stands in place of a large file shows nothing by itself. */
function withoutPointer(read: ReadBytes): ReadBytes {
  if (!read.ok || read.bytes.length > 1024) return read;
  const start = Buffer.from(read.bytes.subarray(0, POINTER.length)).toString('latin1');
  return start === POINTER
    ? { ok: false, why: 'Only a pointer of Git LFS stands here; the file itself is stored elsewhere.' }
    : read;
}
