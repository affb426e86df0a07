import { existsSync, statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { GitObjects } from './git-objects';
import { findGit, GitError, type GitResult, runGit } from './git-process';

/** A commit that something the user wrote stands for. */
export interface Commit {
  /** As the user wrote it. */
  readonly given: string;
  /** Its full id. */
  readonly id: string;
  /** The day it was committed where the committer was, as ISO date. */
  readonly date: string;
}

/** A file or folder in a commit. */
export interface TreeEntry {
  /** Relative to the folder that was listed, with `/`. Bytes that are no UTF-8 are U+FFFD. */
  readonly path: string;
  readonly id: string;
  readonly size: number;
}

/** True for what is read as a day rather than as a name of a commit. */
export function isDay(given: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(given);
}

/** A Git repository as it was committed: nothing is checked out, fetched, locked or run. Close it when done. */
export class GitRepository {
  /** Objects by id. */
  readonly objects: GitObjects;
  /** Where the folder that was asked for lies in the repository, with `/`; empty for its top. */
  readonly path: string;
  /** True where there are no files beside the history. */
  readonly bare: boolean;
  readonly #shallow: boolean;
  readonly #run: (args: readonly string[], input?: string) => Promise<GitResult>;

  private constructor(parts: {
    run: (args: readonly string[], input?: string) => Promise<GitResult>;
    objects: GitObjects;
    path: string;
    bare: boolean;
    shallow: boolean;
  }) {
    this.#run = parts.run;
    this.objects = parts.objects;
    this.path = parts.path;
    this.bare = parts.bare;
    this.#shallow = parts.shallow;
  }

  /** Opens the repository around a folder. The folder itself may be gone by now. Throws a GitError. */
  static async open(folder: string): Promise<GitRepository> {
    const start = resolve(folder);
    let at = start;
    while (!isFolder(at) && dirname(at) !== at) at = dirname(at);
    const program = await findGit(process.env);
    const run = (args: readonly string[], input?: string) => runGit(program, at, args, input);
    const asked = ['--is-bare-repository', '--is-inside-git-dir', '--is-shallow-repository', '--show-prefix'];
    const { status, stdout, why } = await run(['rev-parse', ...asked]);
    if (status !== 0) throw new GitError(notARepository(folder, why));
    const [bare, inside, shallow, ...rest] = stdout.toString().split('\n');
    if (bare !== 'true' && inside === 'true')
      throw new GitError(`"${folder}" lies inside the folder .git; name a folder of the working tree.`);
    const below = relative(at, start).split(sep).join('/');
    const prefix = rest.join('\n').replace(/\n$/, '');
    const path = `${prefix}${below}`.replace(/\/$/, '');
    const objects = new GitObjects(program, at);
    return new GitRepository({ run, objects, path, bare: bare === 'true', shallow: shallow === 'true' });
  }

  /** Ends what was started. */
  close(): void {
    this.objects.close();
  }

  /** The commit that a revision names, or the last one of a day (YYYY-MM-DD) on the current branch. Throws a GitError. */
  async commit(given: string): Promise<Commit> {
    if (isDay(given)) return this.#commitOn(given);
    const id = await this.#find(given);
    if (id === undefined) throw new GitError(await this.#whyNot(given));
    return this.#dated(given, id);
  }

  /** Where the histories of two commits parted. Throws a GitError. */
  async mergeBase(one: Commit, other: Commit, given: string): Promise<Commit> {
    const { stdout, status } = await this.#run(['merge-base', one.id, other.id]);
    const id = /^[0-9a-f]{40,64}/.exec(stdout.toString())?.[0];
    if (status !== 0 || id === undefined)
      throw new GitError(`"${given}" have no common history here.${this.#shallow ? FETCH_MORE : ''}`);
    return this.#dated(given, id);
  }

  /** Every file below a folder of a commit; links and submodules are none. Undefined where there is no such folder. */
  async files(commit: string, folder: string): Promise<readonly TreeEntry[] | undefined> {
    if ((await this.kindOf(commit, folder)) !== 'tree') return undefined;
    return (await this.#list(['-r', '-z', '-l', `${commit}:${folder}`])).flatMap(({ mode, id, size, path }) =>
      mode.startsWith('100') ? [{ path, id, size: Number(size) || 0 }] : [],
    );
  }

  /** The paths of all files and links below a folder of a commit, without a look at their content. */
  async paths(commit: string, folder: string): Promise<readonly string[]> {
    if ((await this.kindOf(commit, folder)) !== 'tree') return [];
    return (await this.#list(['-r', '-z', `${commit}:${folder}`])).map(({ path }) => path);
  }

  /** True for a clone that was made without all objects and fetches them when they are asked for. We never let it. */
  async isPartial(): Promise<boolean> {
    return (await this.#run(['config', '--get-regexp', '^remote\\..*\\.promisor$'])).status === 0;
  }

  /** What there is at a path of a commit. */
  async kindOf(commit: string, path: string): Promise<'tree' | 'blob' | undefined> {
    return (await this.kindsOf(commit, [path]))[0];
  }

  /** The same for several paths. */
  async kindsOf(commit: string, paths: readonly string[]): Promise<('tree' | 'blob' | undefined)[]> {
    // A line for each; no path that anybody links to has a line break in it.
    const lines = paths.map((path) => (path.includes('\n') ? '-' : `${commit}:${path}`));
    const { stdout } = await this.#run(['cat-file', '--batch-check'], `${lines.join('\n')}\n`);
    const answers = stdout.toString().split('\n');
    return paths.map((_, index) => {
      const kind = / (tree|blob) \d+$/.exec(answers[index] ?? '')?.[1];
      return kind === 'tree' || kind === 'blob' ? kind : undefined;
    });
  }

  async #list(args: readonly string[]): Promise<{ mode: string; id: string; size: string; path: string }[]> {
    const { status, stdout, why } = await this.#run(['ls-tree', '--full-tree', ...args]);
    if (status !== 0) {
      if (await this.isPartial()) throw new GitError(PARTIAL);
      throw new GitError(`Git cannot list the files of that revision (${why}).`);
    }
    return stdout
      .toString()
      .split('\0')
      .flatMap((line) => {
        const found = /^(\d+) \w+ ([0-9a-f]+)(?: +(\S+))?\t([\s\S]+)$/.exec(line);
        if (!found) return [];
        const [, mode = '', id = '', size = '', path = ''] = found;
        return [{ mode, id, size, path }];
      });
  }

  /** The id of the commit that a revision names; undefined where it names nothing. It never becomes an option of Git. */
  async #find(given: string): Promise<string | undefined> {
    if (given.trim() === '' || /[\n\0]/.test(given)) return undefined;
    const { stdout } = await this.#run(['cat-file', '--batch-check'], `${given}\n`);
    const [, id, kind] = /^([0-9a-f]{40,64}) (\w+) \d+$/m.exec(stdout.toString()) ?? [];
    if (id === undefined || kind === 'commit') return id;
    if (kind !== 'tag') {
      const what = kind === 'tree' ? 'a folder' : 'a file';
      throw new GitError(`"${given}" names ${what}, not a revision: give a commit, a branch or a tag alone.`);
    }
    const behind = await this.#run(['cat-file', '--batch-check'], `${id}^{commit}\n`);
    return /^([0-9a-f]{40,64}) commit \d+$/m.exec(behind.stdout.toString())?.[1];
  }

  async #dated(given: string, id: string): Promise<Commit> {
    const { status, stdout, why } = await this.#run(['rev-list', '--max-count=1', '--format=%cI', id]);
    const date = /^(\d{4}-\d{2}-\d{2})T/m.exec(stdout.toString())?.[1];
    if (status !== 0 || date === undefined) throw new GitError(`Git cannot read the revision "${given}" (${why}).`);
    return { given, id, date };
  }

  async #commitOn(day: string): Promise<Commit> {
    if (Number.isNaN(Date.parse(day)) || !new Date(day).toISOString().startsWith(day))
      throw new GitError(`"${day}" is no day of the calendar.`);
    const head = await this.#find('HEAD');
    if (head === undefined) throw new GitError(NO_COMMIT);
    // What was committed on that day anywhere on earth was committed before the next noon of Greenwich.
    const noon = `${new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)}T12:00:00Z`;
    const args = ['--first-parent', '--format=%cI', `--before=${noon}`, head];
    const { status, stdout, why } = await this.#run(['rev-list', ...args]);
    if (status !== 0) throw new GitError(`Git cannot read the history (${why}).`);
    for (const [, id = '', date = ''] of stdout.toString().matchAll(/^commit ([0-9a-f]+)\n(\d{4}-\d{2}-\d{2})T/gm))
      if (date <= day) return { given: day, id, date };
    throw new GitError(
      this.#shallow
        ? `The history of this clone does not reach back to ${day}.${FETCH_MORE}`
        : `There is no commit of ${day} or before on the current branch.`,
    );
  }

  async #whyNot(given: string): Promise<string> {
    if ((await this.#find('HEAD')) === undefined && !this.bare) return NO_COMMIT;
    if (this.#shallow)
      return `There is no revision "${given}" in this clone, which holds only a part of the history.${FETCH_MORE}`;
    const remote = /^[\w./-]+$/.test(given) ? await this.#find(`refs/remotes/origin/${given}`) : undefined;
    if (remote !== undefined) return `There is no revision "${given}" here; perhaps "origin/${given}" is meant.`;
    return `There is no revision "${given}" in this repository. "git branch -a" and "git tag" list the names there are.`;
  }
}

const NO_COMMIT = 'There is no commit in this repository yet, so there is nothing to compare with or to go back to.';
/** What is said of a clone that does not hold what is asked for. */
export const PARTIAL =
  'This clone was made without all objects (a partial clone), and some files of that revision are not in it. Clone without --filter, or fetch the rest with "git fetch --refetch --no-filter".';

const FETCH_MORE =
  ' Fetch the rest with "git fetch --unshallow" (in a GitHub workflow: fetch-depth: 0 for actions/checkout).';

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

function notARepository(folder: string, why: string): string {
  if (why.startsWith('not a git repository'))
    return `"${folder}" lies in no Git repository, so there are no revisions of it.`;
  if (why.includes('dubious ownership'))
    return `Git does not read the repository of "${folder}": ${why}. If you trust it, add it to safe.directory in your Git settings.`;
  return `Git cannot read the repository of "${folder}": ${why === '' ? 'it gave no reason' : why}.`;
}
