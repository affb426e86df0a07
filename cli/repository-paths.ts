import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

/** A folder as a platform sees it that has checked out the repository. */
export interface RepositoryPaths {
  /** The checked folder from the root of the repository, with `/`; empty for the root itself. */
  readonly folder: string;
  /** A path of a root (an absolute path) from the root of the repository. */
  pathOf(root: string, path: string): string;
}

/**
 * Paths from the root of the Git repository: platforms find files by them. Where there is none, as in a pipeline that only
 * unpacks files, the current folder is taken if the checked one lies in it.
 */
export function repositoryPaths(folder: string, roots: readonly string[]): RepositoryPaths {
  const start = resolve(folder);
  const topmost = roots.find((root) => isIn(start, root)) ?? start;
  const base = gitFolder(start) ?? (isIn(topmost, process.cwd()) ? process.cwd() : topmost);
  const fromBase = (path: string): string => relative(base, path).split(sep).join('/');
  return {
    folder: fromBase(start),
    pathOf: (root, path) => [fromBase(root), path].filter((part) => part !== '').join('/'),
  };
}

function gitFolder(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return undefined;
  }
}

function isIn(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
