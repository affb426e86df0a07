import { posix } from 'node:path';
import { BUILT_IN_EXCLUDES, CONFIGURATION_FILE } from '../engine/engine';
import type { GitRepository } from './git';
import type { FoundRoots } from './roots';

const excluded: readonly string[] = BUILT_IN_EXCLUDES;

/**
 * Finds the root of a folder as a commit had it, by the rule of `findRoots`. Paths are those in the repository, with `/`.
 * Undefined where the commit has no such folder.
 */
export async function findRootsAt(
  repository: GitRepository,
  commit: string,
  folder: string,
): Promise<FoundRoots | undefined> {
  if ((await repository.kindOf(commit, folder)) !== 'tree') return undefined;
  const above = [folder];
  for (let at = folder; at !== ''; ) {
    const parent = posix.dirname(at);
    at = parent === '.' ? '' : parent;
    above.push(at);
  }
  const kinds = await repository.kindsOf(
    commit,
    above.map((path) => join(path, CONFIGURATION_FILE)),
  );
  const nearest = above.find((_, index) => kinds[index] === 'blob');
  if (nearest !== undefined) return { roots: [nearest], found: 'above' };
  const below = (await repository.paths(commit, folder))
    .filter((path) => posix.basename(path) === CONFIGURATION_FILE)
    .map((path) => path.split('/').slice(0, -1))
    .filter((names) => !names.some((name) => excluded.includes(name)))
    .map((names) => join(folder, names.join('/')));
  return below.length > 0 ? { roots: below.sort(), found: 'below' } : { roots: [folder], found: 'here' };
}

function join(folder: string, path: string): string {
  return folder === '' ? path : `${folder}/${path}`;
}
