import {
  type ComparedRoot,
  createWorkspace,
  earlierDocuments,
  finish,
  pairDocuments,
  type ReadRoot,
  type Workspace,
} from '../engine/engine';
import type { EarlierDocuments } from '../engine/workspace/versions';
import type { FileSource } from './file-source';
import { type ReadingProgress, readFiles } from './load-workspace';

/** One root of a state, before it is read. */
export interface RootSource {
  readonly files: FileSource;
  /** See `ReadRoot`. */
  readonly prefix: string;
  readonly within: string;
}

/** A file of a state could not be read: then nothing can be compared. */
export class UnreadableState extends Error {}

/**
 * Reads two states and checks both as of one day, the later one beside the earlier: what both share is read and checked
 * once. The snapshots do not depend on each other. Throws an UnreadableState.
 */
export async function loadCompared(
  earlier: readonly RootSource[],
  later: readonly RootSource[],
  today: string,
  progress?: ReadingProgress,
): Promise<{ readonly earlier: readonly ComparedRoot[]; readonly later: readonly ComparedRoot[] }> {
  const workspaces = new Map<string, Workspace>();
  const workspaceOf = (source: RootSource, other: readonly RootSource[], own: readonly RootSource[]): Workspace => {
    // A root that has another name now is still the same one, where there is only one.
    const key = own.length === 1 && other.length === 1 ? '' : `${source.within} ${source.prefix}`;
    const known = workspaces.get(key) ?? createWorkspace(today);
    workspaces.set(key, known);
    return known;
  };
  const before: ComparedRoot[] = [];
  for (const source of earlier) {
    const workspace = workspaceOf(source, later, earlier);
    await readSource(workspace, source, progress);
    before.push(await check(workspace, source, () => undefined));
  }
  const read: { readonly workspace: Workspace; readonly source: RootSource; readonly root: ReadRoot }[] = [];
  for (const source of later) {
    const workspace = workspaceOf(source, earlier, later);
    await readSource(workspace, source, progress);
    read.push({ workspace, source, root: { ...placeOf(source), snapshot: finish(workspace.read()) } });
  }
  const pairs = pairDocuments(
    before,
    read.map(({ root }) => root),
  );
  const now: ComparedRoot[] = [];
  for (const { workspace, source, root } of read)
    now.push(await check(workspace, source, earlierDocuments(pairs, root)));
  return { earlier: before, later: now };
}

/** Gives a workspace the files of a root, and what lies outside of it by what was asked for so far. */
async function readSource(
  workspace: Workspace,
  { files }: RootSource,
  progress: ReadingProgress | undefined,
): Promise<void> {
  workspace.forgetOutside();
  await readFiles(workspace, files, progress ? { progress } : {});
  if (workspace.askedOutside.length > 0) workspace.setOutside(await files.lookOutside(workspace.askedOutside));
}

async function check(workspace: Workspace, source: RootSource, earlier: EarlierDocuments): Promise<ComparedRoot> {
  let snapshot = finish(workspace.check(finish(workspace.read()), earlier));
  if (workspace.askedOutside.length > 0) {
    workspace.setOutside(await source.files.lookOutside(workspace.askedOutside));
    snapshot = finish(workspace.check(finish(workspace.read()), earlier));
  }
  const unreadable = snapshot.found.find(({ rule }) => rule === 'limit/unreadable');
  if (unreadable) throw new UnreadableState(`${unreadable.data.path} cannot be read (${unreadable.data.why})`);
  return { ...placeOf(source), snapshot };
}

function placeOf({ prefix, within }: RootSource): Pick<ReadRoot, 'prefix' | 'within'> {
  return { prefix, within };
}
