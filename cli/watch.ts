import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { FolderWatch } from '../host/folder-watch';
import { rootAbove } from '../host/roots';

/** Changes that come so close after each other are one (milliseconds): saving often takes several steps. */
const TOGETHER = 40;

/**
 * Does something now, and again after each change below the root of a folder, with the absolute paths that changed. Ends with
 * Ctrl-C, and then gives 0. Throws where the folder cannot be watched, or what is done throws.
 */
export async function repeatOnChange(
  folder: string,
  repeat: (touched: ReadonlySet<string>) => Promise<void>,
): Promise<number> {
  let touched = new Set<string>();
  let isEnded = false;
  let failure: Error | undefined;
  let wake = (): void => undefined;
  const changed = (path: string): void => {
    touched.add(path);
    wake();
  };
  const failed = (error: NodeJS.ErrnoException): void => {
    failure = cannotWatch(error);
    wake();
  };
  const end = (): void => {
    isEnded = true;
    wake();
  };
  const start = resolve(folder);
  if (!existsSync(start)) throw new Error(`There is no folder "${folder}".`);
  const watch = watchFolder(rootAbove(start) ?? start, changed, failed);
  process.once('SIGINT', end);
  try {
    // The watch is there before the first reading, so that nothing is missed in between.
    await repeat(new Set());
    for (;;) {
      while (touched.size === 0 && !isEnded && !failure)
        await new Promise<void>((done) => {
          wake = done;
        });
      if (failure) throw failure;
      if (isEnded) return 0;
      await new Promise((done) => setTimeout(done, TOGETHER));
      const now = touched;
      touched = new Set();
      await repeat(now);
    }
  } finally {
    watch.close();
    process.off('SIGINT', end);
  }
}

/** True where one of the paths is this path, or a folder above it. All are absolute. */
export function belongsToAny(path: string, paths: ReadonlySet<string>): boolean {
  for (let at = path; ; at = dirname(at)) {
    if (paths.has(at)) return true;
    if (dirname(at) === at) return false;
  }
}

function watchFolder(...given: ConstructorParameters<typeof FolderWatch>): FolderWatch {
  try {
    return new FolderWatch(...given);
  } catch (error) {
    throw cannotWatch(error as NodeJS.ErrnoException);
  }
}

function cannotWatch({ code, path = '' }: NodeJS.ErrnoException): Error {
  return new Error(
    code === 'ENOSPC' || code === 'EMFILE'
      ? `This system watches no more folders at once (${code}): run "aims check" without --watch, or in a smaller folder.`
      : `"${path}" cannot be watched (${code}).`,
  );
}
