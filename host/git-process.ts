import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import { harmlessLine } from '../engine/reports/harmless-text';

/** Git could not do what was asked; the message is one line for the user, whatever was typed or Git said. */
export class GitError extends Error {
  constructor(message: string) {
    super(harmlessLine(message));
  }
}

/** What a run of Git gave. */
export interface GitResult {
  readonly status: number;
  readonly stdout: Buffer;
  /** Git's own reason where it failed, without `fatal:`; empty where it gave none. */
  readonly why: string;
}

/** A running Git: bytes in, bytes out. */
export type GitProcess = ReturnType<typeof startGit>;

/** Nothing that a repository's settings name is started: no file watcher, no hook, no pager. */
const SAFE = ['--no-pager', '--literal-pathspecs', '-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'];

/** Variables by which a hook that we run in would lead Git elsewhere than to the folder that was asked for. */
const LEADING = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_COMMON_DIR', 'GIT_NAMESPACE'];

/** The surroundings of every Git we start: it asks nobody, fetches nothing, locks nothing and answers in English. */
export function gitEnvironment(given: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(given).filter(([name]) => !LEADING.includes(name) && !name.startsWith('GIT_TRACE'));
  return {
    ...Object.fromEntries(kept),
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    // A clone without all objects would fetch them one by one; Git before 2.45 only knows the list of ways it may take.
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
    // What was committed counts, not what somebody put in its place later.
    GIT_NO_REPLACE_OBJECTS: '1',
    LC_ALL: 'C',
  };
}

/** The program, found on the PATH by ourselves: never one that lies in the folder we look at. */
export async function findGit(environment: NodeJS.ProcessEnv): Promise<string> {
  const names = process.platform === 'win32' ? ['git.exe'] : ['git'];
  for (const folder of (environment.PATH ?? environment.Path ?? '').split(delimiter).filter(isAbsolute)) {
    for (const name of names) {
      const program = join(folder, name);
      const runs = await access(program, constants.X_OK).then(
        () => true,
        () => false,
      );
      if (runs) return program;
    }
  }
  throw new GitError('Git was not found on the PATH. Install it, or leave out what asks for a revision.');
}

/** Starts Git in a folder, without a shell. The caller listens, and ends its input. */
export function startGit(program: string, folder: string, args: readonly string[]) {
  return spawn(program, [...SAFE, ...args], {
    cwd: folder,
    env: gitEnvironment(process.env),
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
}

/** Runs Git to its end. Throws a GitError only where it could not be started. */
export function runGit(program: string, folder: string, args: readonly string[], input = ''): Promise<GitResult> {
  return new Promise((resolve, reject) => {
    const child = startGit(program, folder, args);
    const [out, complaints]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk));
    child.on('error', (error: NodeJS.ErrnoException) => {
      reject(new GitError(`Git could not be started (${error.code ?? error.message}).`));
    });
    child.on('close', (status) => {
      resolve({
        status: status ?? 1,
        stdout: Buffer.concat(out),
        why: gitReason(Buffer.concat(complaints).toString()),
      });
    });
    // It may end before it has read everything; its status tells.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

/** The line in which Git says what is wrong. */
export function gitReason(complaints: string): string {
  const lines = complaints.split(/\r?\n/).filter((line) => line.trim() !== '');
  const line = lines.find((each) => each.startsWith('fatal: ')) ?? lines.find((each) => each.startsWith('error: '));
  return (line ?? lines[0] ?? '').replace(/^(?:fatal|error): /, '').trim();
}
