import { type FSWatcher, lstatSync, readdirSync, watch } from 'node:fs';
import { join, sep } from 'node:path';
import { BUILT_IN_EXCLUDES } from '../engine/engine';

const excluded: readonly string[] = BUILT_IN_EXCLUDES;

/** Where the system itself watches a folder with all below it. */
const WATCHES_BELOW = process.platform === 'darwin' || process.platform === 'win32';

/**
 * Tells of changes below a folder, also in folders that come later. What it tells is an absolute path: a file or folder that
 * came, went or changed, with all below it. Folders that never hold documents are left out; links are not followed.
 */
export class FolderWatch {
  readonly #changed: (path: string) => void;
  readonly #failed: (error: NodeJS.ErrnoException) => void;
  readonly #watchers = new Map<string, FSWatcher>();

  /** Throws where the folder cannot be watched; `failed` is told where that is so of one that came later. */
  constructor(folder: string, changed: (path: string) => void, failed: (error: NodeJS.ErrnoException) => void) {
    this.#changed = changed;
    this.#failed = failed;
    this.#follow(folder);
  }

  /** Ends it. */
  close(): void {
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
  }

  #follow(folder: string): void {
    const watcher = watch(folder, { recursive: WATCHES_BELOW }, (event, name) => {
      const path = name === null ? folder : join(folder, name);
      if (
        path
          .slice(folder.length)
          .split(sep)
          .some((part) => excluded.includes(part))
      )
        return;
      if (event === 'rename' && !WATCHES_BELOW) this.#cameOrWent(path);
      this.#changed(path);
    });
    // A folder that is gone is told of by the one it was in.
    watcher.on('error', () => this.#leave(folder));
    this.#watchers.set(folder, watcher);
    if (WATCHES_BELOW) return;
    for (const entry of foldersIn(folder)) if (!excluded.includes(entry)) this.#follow(join(folder, entry));
  }

  /** Another folder of the same name is watched anew. */
  #cameOrWent(path: string): void {
    this.#leave(path);
    try {
      if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory()) this.#follow(path);
    } catch (error) {
      // It may be gone again already; only what is there has to be watched.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') this.#failed(error as NodeJS.ErrnoException);
    }
  }

  #leave(folder: string): void {
    for (const [path, watcher] of this.#watchers) {
      if (path !== folder && !path.startsWith(folder + sep)) continue;
      watcher.close();
      this.#watchers.delete(path);
    }
  }
}

function foldersIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  } catch {
    // What cannot be listed is said by the check.
    return [];
  }
}
