import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { DiskFiles } from '../host/disk-files';
import { type Commit, GitRepository } from '../host/git';
import { GitFiles, type GitTexts } from '../host/git-files';
import { findRootsAt } from '../host/git-roots';
import type { RootSource } from '../host/load-compared';
import { type FoundRoots, findRoots } from '../host/roots';

/** A root of a folder, ready to be read. */
export interface FoundSource extends RootSource {
  /** Its absolute path; at a revision, where it lay. */
  readonly root: string;
}

/** The roots of a folder, and how they were found. */
export interface FoundSources {
  readonly sources: readonly FoundSource[];
  readonly found: FoundRoots['found'];
}

/** The roots of a folder as it is on disk. Throws where it cannot be read. */
export async function sourcesOnDisk(folder: string): Promise<FoundSources> {
  const start = resolve(folder);
  const info = await stat(start).catch((error: NodeJS.ErrnoException) => {
    throw new Error(
      error.code === 'ENOENT' ? `There is no folder "${folder}".` : `"${folder}" cannot be read (${error.code}).`,
    );
  });
  if (!info.isDirectory()) throw new Error(`"${folder}" is a file; name the folder it lies in.`);
  const { roots, found } = await findRoots(start);
  const sources = roots.map((root) => {
    return { root, files: new DiskFiles(root, gitRoot(root)), ...placeOf(posix(start), posix(root), found) };
  });
  return { sources, found };
}

/** The roots of a folder as a commit has it; undefined where the commit has no such folder. */
export async function sourcesAt(
  repository: GitRepository,
  { id }: Commit,
  folder: string,
  texts: GitTexts,
): Promise<FoundSources | undefined> {
  const there = await findRootsAt(repository, id, repository.path);
  if (!there) return undefined;
  const sources = there.roots.map((root) => {
    const absolute = resolve(folder, relative(join('/', repository.path), join('/', root)));
    const place = placeOf(`/${repository.path}`, `/${root}`, there.found);
    return { root: absolute, files: new GitFiles(repository, id, root, texts), ...place };
  });
  return { sources, found: there.found };
}

/** Opens the repository around a folder, does something with it and closes it. Throws where there is none. */
export async function withRepository<Result>(
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

/** How paths of a root look from the folder. Both paths are absolute, with `/`. */
function placeOf(folder: string, root: string, found: FoundRoots['found']): { prefix: string; within: string } {
  const inside = posix(relative(root, folder));
  const below = posix(relative(folder, root));
  return {
    prefix: found === 'below' && below !== '' ? `${below}/` : '',
    within: inside === '' || found === 'below' ? '' : `${inside}/`,
  };
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
