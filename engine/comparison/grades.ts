import { type Coverage, coverageOf } from '../coverage/coverage';
import type { Grade } from '../coverage/grade';
import type { GradedSystem } from '../coverage/system-grade';
import { foldId } from '../workspace/names';
import { type ComparedRoot, pairRoots } from './compared-root';

/** A control, a clause or an AI system whose grade is another. */
export interface GradeChange {
  readonly kind: 'control' | 'clause' | 'system';
  readonly id: string;
  readonly title: string;
  /** Undefined where the earlier state has no such thing. */
  readonly from: Grade | GradedSystem['state'] | undefined;
  /** Undefined where the later state has no such thing. */
  readonly to: Grade | GradedSystem['state'] | undefined;
  /** Whether more is shown than before; `other` where the two cannot be put in an order, such as an exclusion. */
  readonly direction: 'up' | 'down' | 'other';
  /** Why it has its grade now; where it is gone, why it had the one before. */
  readonly reason: string;
  /** What to do next; empty where nothing is left to do. */
  readonly next: string;
}

/** What became of the grades. */
export interface GradeChanges {
  readonly changes: readonly GradeChange[];
  /** How often each grade was given to controls and clauses. */
  readonly before: Readonly<Partial<Record<Grade, number>>>;
  readonly after: Readonly<Partial<Record<Grade, number>>>;
}

type Item = Omit<GradeChange, 'from' | 'to' | 'direction'> & { readonly grade: Grade | GradedSystem['state'] };

/** From nothing to all there is to show. What is not in it has no place in the order. */
const LADDER: Readonly<Partial<Record<Item['grade'], number>>> = {
  none: 0,
  template: 1,
  drafted: 2,
  stale: 3,
  approved: 4,
  evidenced: 5,
  missing: 0,
  draft: 1,
  suspect: 2,
  overdue: 2,
  current: 3,
};

/** Compares the grades of two states, root by root: one under another name is the same where there is only one. */
export function compareGrades(earlier: readonly ComparedRoot[], later: readonly ComparedRoot[]): GradeChanges {
  const changes: GradeChange[] = [];
  for (const [before, after] of pairRoots(earlier, later)) {
    const [was, is] = [before, after].map((root) => new Map(itemsOf(root).map((item) => [keyOf(item), item]))) as [
      Map<string, Item>,
      Map<string, Item>,
    ];
    for (const key of new Set([...was.keys(), ...is.keys()])) {
      const [one, other] = [was.get(key), is.get(key)];
      const shown = other ?? one;
      // What shows nothing is not worth a line where there was no management system on the other side.
      if (!shown || one?.grade === other?.grade || (shown.grade === 'none' && !(one && other))) continue;
      const { kind, id, title, reason } = shown;
      const next = other?.next ?? '';
      changes.push({
        kind,
        id,
        title,
        from: one?.grade,
        to: other?.grade,
        direction: direction(one, other),
        reason,
        next,
      });
    }
  }
  return { changes, before: totals(earlier), after: totals(later) };
}

function itemsOf(root: ComparedRoot | undefined): Item[] {
  if (!root) return [];
  const { controls, clauses, systems }: Coverage = coverageOf(root.snapshot);
  return [
    ...clauses.map(({ kind, id, title, grade, reason, next }) => ({ kind, id, title, grade, reason, next })),
    ...controls.map(({ kind, id, title, grade, reason, next }) => ({ kind, id, title, grade, reason, next })),
    ...systems.map(({ id, name, state, reason, next }) => {
      return { kind: 'system' as const, id, title: name, grade: state, reason, next };
    }),
  ];
}

function keyOf({ kind, id }: Item): string {
  return `${kind} ${foldId(id)}`;
}

function direction(one: Item | undefined, other: Item | undefined): GradeChange['direction'] {
  const [from, to] = [one ? LADDER[one.grade] : 0, other ? LADDER[other.grade] : 0];
  if (from === undefined || to === undefined || from === to) return 'other';
  return to > from ? 'up' : 'down';
}

function totals(roots: readonly ComparedRoot[]): Partial<Record<Grade, number>> {
  const counted: Partial<Record<Grade, number>> = {};
  for (const { snapshot } of roots) {
    const { controls, clauses } = coverageOf(snapshot);
    for (const { grade } of [...controls, ...clauses]) counted[grade] = (counted[grade] ?? 0) + 1;
  }
  return counted;
}
