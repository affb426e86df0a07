import { createWorkspace, LIMITS, type Snapshot, type Workspace } from '../engine/engine';
import type { FileSource } from './file-source';

const BATCH = 64;

/** Told how far a reading is, many times over. While it checks there is nothing to count. */
export type ReadingProgress = (doing: 'reading' | 'checking', done: number, total: number) => void;

/** A root as it was read last. */
export interface LoadedWorkspace {
  readonly workspace: Workspace;
  readonly snapshot: Snapshot;
  /** Where it was read from. */
  readonly files: FileSource;
  /** The files that were listed, with their sizes in bytes. */
  readonly sizes: ReadonlyMap<string, number>;
}

/** How a reading goes. */
export interface ReadingOptions {
  readonly progress?: ReadingProgress;
  /** True where the workspace has the text of a file already, as it is. */
  readonly isKnown?: (path: string) => boolean;
}

/** Reads a whole root: lists, reads what the engine wants, and makes the first snapshot. */
export async function loadWorkspace(
  files: FileSource,
  today: string,
  progress?: ReadingProgress,
): Promise<LoadedWorkspace> {
  const workspace = createWorkspace(today);
  workspace.setOutside(new Map());
  return await update(workspace, files, progress ? { progress } : {});
}

/** Reads a root again: what is new there, and what `isTouched` says of files that were there before. */
export async function reloadWorkspace(
  { workspace, files, sizes }: LoadedWorkspace,
  { today, isTouched }: { readonly today: string; isTouched(path: string): boolean },
): Promise<LoadedWorkspace> {
  workspace.setToday(today);
  return await update(workspace, files, { isKnown: (path) => sizes.has(path) && !isTouched(path) });
}

/** Gives a workspace the files of a root, and the texts it wants. Gives the sizes of all files in bytes. */
export async function readFiles(
  workspace: Workspace,
  files: FileSource,
  { progress, isKnown }: ReadingOptions = {},
): Promise<ReadonlyMap<string, number>> {
  const { sizes, unlisted } = await files.list(LIMITS.files);
  workspace.setFiles(sizes, unlisted);
  const wanted = [...sizes.keys()].filter((path) => workspace.wants(path) && !isKnown?.(path));
  for (let at = 0; at < wanted.length; at += BATCH) {
    progress?.('reading', at, wanted.length);
    for (const [path, read] of await files.read(wanted.slice(at, at + BATCH))) {
      if (read.ok) workspace.setText(path, read.given);
      else workspace.setUnreadable(path, read.why);
    }
  }
  return sizes;
}

async function update(workspace: Workspace, files: FileSource, options: ReadingOptions): Promise<LoadedWorkspace> {
  const sizes = await readFiles(workspace, files, options);
  let snapshot = check(workspace, options.progress);
  if (workspace.askedOutside.length > 0) {
    workspace.setOutside(await files.lookOutside(workspace.askedOutside));
    snapshot = check(workspace, options.progress);
  }
  return { workspace, snapshot, files, sizes };
}

function check(workspace: Workspace, progress: ReadingProgress | undefined): Snapshot {
  const finish = <Result>(steps: Generator<void, Result, void>): Result => {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      progress?.('checking', 0, 0);
    }
  };
  return finish(workspace.check(finish(workspace.read())));
}
