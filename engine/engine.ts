import packs from 'gen/frameworks';
import { kinds } from './kinds/registry';
import { rules } from './rules/registry';
import { Workspace } from './workspace/workspace';

/** A workspace with everything this product knows: all packs, kinds and rules. `today` is an ISO date. */
export function createWorkspace(today: string): Workspace {
  return new Workspace({ packs, kinds, rules }, today);
}

/** A workspace for one file without a root around it: only what the file itself shows is checked. */
export function createSingleFileWorkspace(today: string): Workspace {
  const own = rules.filter((rule) => rule.scope === 'text' || rule.scope === 'engine' || (rule.scope === 'document' && !rule.looksAround));
  return new Workspace({ packs, kinds, rules: own }, today);
}

export { finish, Workspace } from './workspace/workspace';
export { Snapshot, WorkspaceState } from './workspace/snapshot';
export type { SnapshotText } from './workspace/snapshot';
