import type { ReadingProgress } from '../host/load-workspace';

/** What is needed of standard error. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** How far some work is, in a line that is written over and goes away at the end. */
export interface Progress {
  readonly show: ReadingProgress;
  /** Takes the line away; to be called before anything else is written. */
  clear(): void;
}

/** Work that is shorter shows nothing (milliseconds). */
const PATIENCE = 1000;
const BETWEEN = 100;

/** Progress for a terminal; on anything else it writes nothing. `now` gives milliseconds. */
export function terminalProgress(
  stream: ProgressStream = process.stderr,
  now: () => number = () => performance.now(),
): Progress {
  if (stream.isTTY !== true) return { show: () => undefined, clear: () => undefined };
  const started = now();
  let written = Number.NEGATIVE_INFINITY;
  let last = '';
  return {
    show: (doing, done, total) => {
      const at = now();
      if (at - started < PATIENCE) return;
      const line = doing === 'checking' ? 'Checking…' : `Reading ${grouped(done)} of ${grouped(total)} files…`;
      if (line === last || (at - written < BETWEEN && last.startsWith(line.slice(0, 4)))) return;
      [written, last] = [at, line];
      stream.write(`\r${line}\u001b[K`);
    },
    clear: () => {
      if (last !== '') stream.write('\r\u001b[K');
      last = '';
    },
  };
}

function grouped(number: number): string {
  return number.toLocaleString('en-US');
}
