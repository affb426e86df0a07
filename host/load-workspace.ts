import { createWorkspace, LIMITS, type Snapshot, type Workspace } from '../engine/engine';
import type { FileSource } from './file-source';

const BATCH = 64;

/** Reads a whole root: lists, reads what the engine wants, and makes the first snapshot. */
export async function loadWorkspace(
  files: FileSource,
  today: string,
): Promise<{ workspace: Workspace; snapshot: Snapshot }> {
  const workspace = createWorkspace(today);
  workspace.setOutside(new Map());
  const { sizes, unlisted } = await files.list(LIMITS.files);
  workspace.setFiles(sizes, unlisted);
  const wanted = [...sizes.keys()].filter((path) => workspace.wants(path));
  for (let at = 0; at < wanted.length; at += BATCH) {
    for (const [path, read] of await files.read(wanted.slice(at, at + BATCH))) {
      if (read.ok) workspace.setText(path, read.given);
      else workspace.setUnreadable(path, read.why);
    }
  }
  let snapshot = workspace.updateNow();
  if (workspace.askedOutside.length > 0) {
    workspace.setOutside(await files.lookOutside(workspace.askedOutside));
    snapshot = workspace.updateNow();
  }
  return { workspace, snapshot };
}
