import { join } from 'node:path';
import type { Snapshot } from '../engine/engine';
import type { Commit } from '../host/git';
import { type LoadedWorkspace, loadWorkspace, reloadWorkspace } from '../host/load-workspace';
import type { Output } from './output';
import { terminalProgress } from './progress';
import { type FoundSources, sourcesAt, sourcesOnDisk, withRepository } from './root-sources';

/** A root that was read, and how its paths look from the folder that was asked for. */
export interface LoadedRoot {
  readonly snapshot: Snapshot;
  /** Its absolute path; at a revision, where it lay. */
  readonly root: string;
  /** What a root-relative path needs in front to be relative to the folder; empty or ending in `/`. */
  readonly prefix: string;
  /** Only root-relative paths that start with this lie in the folder; empty where all do. */
  readonly within: string;
  /** What it was read with, to read it again. */
  readonly loaded: LoadedWorkspace;
}

/** Everything a command needs of a folder. */
export interface Loaded {
  readonly roots: readonly LoadedRoot[];
  /** False where there is no management system at all; it was said. */
  readonly present: boolean;
  /** The commit that was read; undefined where the files on disk were. */
  readonly commit: Commit | undefined;
}

/** What is to be read. */
export interface LoadRequest {
  readonly folder: string;
  /** The ISO date that counts as today. */
  readonly today: string;
  /** A revision, or a date for the last commit of that day on the current branch; undefined for the files on disk. */
  readonly at?: string | undefined;
  /** What was read before of the files on disk: then only what is new is read, and what is touched (an absolute path). */
  readonly again?: { readonly before: Loaded; isTouched(path: string): boolean } | undefined;
}

/** Reads the roots of the folder, on disk or at a revision. Throws where they cannot be read. */
export async function load({ folder, today, at, again }: LoadRequest, output: Output): Promise<Loaded> {
  if (at === undefined) return read(await sourcesOnDisk(folder), undefined, { folder, today, again }, output);
  return withRepository(folder, async (repository) => {
    const commit = await repository.commit(at);
    const found = await sourcesAt(repository, commit, folder, new Map());
    if (!found) throw new Error(`There is no folder "${folder}" in ${commitName(commit)}.`);
    output.say(`As of ${commitName(commit)}.`);
    return read(found, commit, { folder, today }, output);
  });
}

/** A commit in words: what was written, its short id and its day. */
export function commitName({ given, id, date }: Commit): string {
  const short = id.slice(0, 10);
  return id.startsWith(given) && given.length >= 7 ? `${short} of ${date}` : `${given} (${short} of ${date})`;
}

async function read(
  { sources, found }: FoundSources,
  commit: Commit | undefined,
  { folder, today, again }: LoadRequest,
  output: Output,
): Promise<Loaded> {
  const loaded: LoadedRoot[] = [];
  const progress = terminalProgress();
  try {
    for (const { files, ...place } of sources) {
      const before = again?.before.roots.find(({ root }) => root === place.root)?.loaded;
      const read =
        before && again
          ? await reloadWorkspace(before, { today, isTouched: (path) => again.isTouched(join(place.root, path)) })
          : await loadWorkspace(files, today, progress.show);
      loaded.push({ snapshot: read.snapshot, loaded: read, ...place });
    }
  } finally {
    progress.clear();
  }
  const present = loaded.some(
    ({ snapshot }) => snapshot.view.documents.length > 0 || snapshot.view.configuration.present,
  );
  if (!present && loaded.every(({ snapshot }) => !snapshot.uncheckable))
    output.say(`There is no AI management system in "${folder}": no aims.yaml and no document that looks like one.`);
  else if (found === 'here')
    output.say(`There is no aims.yaml in or above "${folder}", so the folder itself was taken as the root.`);
  return { roots: loaded, present, commit };
}

/** A root-relative path as seen from the folder, or undefined where it lies outside the folder. */
export function fromFolder({ prefix, within }: LoadedRoot, path: string): string | undefined {
  if (within === '') return prefix + path;
  return path.startsWith(within) ? path.slice(within.length) : undefined;
}
