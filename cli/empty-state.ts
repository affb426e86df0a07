import { createWorkspace, finish, type WorkspaceState } from '../engine/engine';

/** A state in which nothing was read, which knows the standard and the kinds. `today` is an ISO date. */
export async function emptyState(today: string): Promise<WorkspaceState> {
  const workspace = createWorkspace(today);
  workspace.setOutside(new Map());
  workspace.setFiles(new Map());
  return finish(workspace.read());
}
