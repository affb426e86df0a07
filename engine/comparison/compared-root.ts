import type { Snapshot, WorkspaceState } from '../workspace/snapshot';

/** One root of a state that is compared, before it is checked, and how its paths look from the folder that was asked for. */
export interface ReadRoot {
  readonly snapshot: WorkspaceState;
  /** What a root-relative path needs in front to be relative to the folder; empty or ending in `/`. */
  readonly prefix: string;
  /** Only root-relative paths that start with this lie in the folder; empty, or ending in `/`. */
  readonly within: string;
}

/** One root of a state that is compared, with its findings. */
export interface ComparedRoot extends ReadRoot {
  readonly snapshot: Snapshot;
}

/** A path as seen from the folder; one that starts with `../` lies outside of it. The same in both states, whatever their roots. */
export function pathFromFolder({ prefix, within }: ReadRoot, path: string): string {
  if (within === '') return prefix + path;
  if (path.startsWith(within)) return path.slice(within.length);
  return '../'.repeat(within.split('/').length - 1) + path;
}

/** True for a path (as seen from the folder) in the folder: only those are shown. */
export function isShown(path: string): boolean {
  return !path.startsWith('../');
}

/** Which roots are the same in two states: those at the same place; one that has another name now, where there is only one. */
export function pairRoots<Root extends ReadRoot>(
  earlier: readonly Root[],
  later: readonly Root[],
): (readonly [before: Root | undefined, now: Root | undefined])[] {
  if (earlier.length === 1 && later.length === 1) return [[earlier[0], later[0]]];
  const place = (root: Root) => pathFromFolder(root, '');
  const old = new Map(earlier.map((root) => [place(root), root]));
  const kept = new Set(later.map(place));
  return [
    ...later.map((root) => [old.get(place(root)), root] as const),
    ...earlier.filter((root) => !kept.has(place(root))).map((root) => [root, undefined] as const),
  ];
}
