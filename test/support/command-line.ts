import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** The day on which tests run the command line, as its arguments. */
export const DAY = ['--today', '2026-11-20'];

/** What is wrong, in one line of standard error, and perhaps where to read more. */
export const ONE_LINE = /^aims: .+\n(?:See "aims --help"\.\n)?$/;

/** What a run of the command line gave. */
export interface CommandResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line, or another program; as another user (`uid`) where we may. */
export function runCommand(
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string>; program?: string; uid?: number } = {},
): CommandResult {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve(options.program ?? 'dist/cli.js'), ...args], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    cwd: options.cwd ?? process.cwd(),
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
    env: { ...process.env, NO_COLOR: '', ...options.env },
  });
  return { status, stdout, stderr };
}
