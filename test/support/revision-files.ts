// Files of a Git revision, read as the product reads them.
import { ok } from 'node:assert/strict';
import type { FileSource } from '../../host/file-source';
import { GitRepository } from '../../host/git';
import { GitFiles } from '../../host/git-files';
import { GitError } from '../../host/git-process';

/** The most files that are listed. */
export const MOST = 20_000;

/** Opens the repository of a folder for as long as it is used. */
export async function opened<Result>(
  folder: string,
  use: (repository: GitRepository) => Promise<Result>,
): Promise<Result> {
  const repository = await GitRepository.open(folder);
  try {
    return await use(repository);
  } finally {
    repository.close();
  }
}

/** Every file of a source by its path, as text; where it cannot be read, why. */
export async function contents(files: FileSource): Promise<Record<string, string>> {
  const { sizes } = await files.list(MOST);
  const read = await files.read([...sizes.keys()]);
  return Object.fromEntries([...read].map(([path, each]) => [path, each.ok ? each.given.text : `! ${each.why}`]));
}

/** The same of a revision of a folder's repository. */
export function contentsAt(folder: string, revision = 'HEAD', root = ''): Promise<Record<string, string>> {
  return opened(folder, async (repository) => {
    const { id } = await repository.commit(revision);
    return contents(new GitFiles(repository, id, root));
  });
}

/** Why it cannot be read, in one line. */
export async function failure(folder: string, revision = 'HEAD'): Promise<string> {
  const error = await contentsAt(folder, revision).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  ok(error instanceof GitError, String(error));
  ok(!error.message.includes('\n'), error.message);
  return error.message;
}
