import type { Severity } from '../configuration/configuration';
import type { Finding } from '../workspace/finding';
import { lastingKey } from '../workspace/lasting-places';
import { type ComparedRoot, isShown, pairRoots, pathFromFolder } from './compared-root';
import type { Pairs } from './pairs';

/** A finding of one of the states. */
export interface ComparedFinding {
  readonly finding: Finding;
  readonly root: ComparedRoot;
}

/** What became of the findings between two states. Only what lies in the folder is in it. */
export interface FindingChanges {
  /** Found now and not before. */
  readonly added: readonly ComparedFinding[];
  /** Found before and not now: nothing of the sort is there any more. */
  readonly settled: readonly ComparedFinding[];
  /** Found in both, and not as grave as before or graver. */
  readonly regraded: readonly (ComparedFinding & { readonly was: Severity })[];
  /** Found before, still there, and silenced now by an exception or the baseline. */
  readonly silenced: readonly ComparedFinding[];
  /** How many are as they were. */
  readonly remaining: number;
}

interface Known extends ComparedFinding {
  readonly key: string;
  /** False for what is silenced. */
  readonly spoken: boolean;
}

/** Finds out what became of each finding: it is known by its rule, its document under whatever name, and its lasting place. */
export function compareFindings(
  earlier: readonly ComparedRoot[],
  later: readonly ComparedRoot[],
  pairs: Pairs,
): FindingChanges {
  const nowAt = new Map([...pairs.before].map(([now, before]) => [before, now]));
  const rootNow = new Map(pairRoots(earlier, later));
  const before = knownFindings(earlier, (root, path) => {
    const document = nowAt.get(pathFromFolder(root, path));
    // What is no document, such as aims.yaml, moves with its root.
    return document ?? pathFromFolder(rootNow.get(root) ?? root, path);
  });
  const now = knownFindings(later, pathFromFolder);
  const left = new Map(before.map((known) => [known.key, known]));
  const partner = new Map<Known, Known>();
  const alone: Known[] = [];
  for (const known of now) {
    const other = left.get(known.key);
    if (other) {
      partner.set(known, other);
      left.delete(known.key);
    } else alone.push(known);
  }
  // A row that moved into another document takes its findings along.
  const [from, to] = [byRow(left.values()), byRow(alone)];
  for (const [place, [known, ...more]] of to) {
    const [other, ...others] = from.get(place) ?? [];
    if (!known || !other || more.length + others.length > 0) continue;
    partner.set(known, other);
    left.delete(other.key);
  }
  const added: ComparedFinding[] = [];
  const regraded: (ComparedFinding & { was: Severity })[] = [];
  const silenced: ComparedFinding[] = [];
  let remaining = 0;
  for (const known of now) {
    const { finding, root } = known;
    if (!isShown(pathFromFolder(root, finding.path))) continue;
    const other = partner.get(known);
    if (!known.spoken) {
      if (other?.spoken) silenced.push({ finding, root });
    } else if (!other?.spoken) added.push({ finding, root });
    else if (other.finding.severity === finding.severity) remaining++;
    else regraded.push({ finding, root, was: other.finding.severity });
  }
  const settled = [...left.values()].filter(
    ({ spoken, root, finding }) => spoken && isShown(pathFromFolder(root, finding.path)),
  );
  return { added, settled: settled.map(({ finding, root }) => ({ finding, root })), regraded, silenced, remaining };
}

function knownFindings(roots: readonly ComparedRoot[], pathNow: (root: ComparedRoot, path: string) => string): Known[] {
  return roots.flatMap((root) => {
    const { found, findings, lastingPlaces } = root.snapshot;
    const spoken = new Set(findings);
    return found.map((finding) => {
      const path = pathNow(root, finding.path);
      const key = lastingKey(finding.rule, path, lastingPlaces.get(finding) ?? '');
      return { finding, root, key, spoken: spoken.has(finding) };
    });
  });
}

/** Findings of rows that have an id of their own, by rule and place in the row. */
function byRow(all: Iterable<Known>): Map<string, Known[]> {
  const found = new Map<string, Known[]>();
  for (const known of all) {
    const { at, rule, where } = known.finding;
    if ((at.on !== 'row' && at.on !== 'field') || at.row.definition === undefined || at.row.id === '') continue;
    const place = lastingKey(rule, '', where);
    const list = found.get(place);
    if (list) list.push(known);
    else found.set(place, [known]);
  }
  return found;
}
