import { type Coverage, coverageOf } from '../coverage/coverage';
import { FOOT_LINE, type Grade } from '../coverage/grade';
import type { Snapshot } from '../workspace/snapshot';
import { placeNumbers } from './finding-rows';

/** How often each grade was given, over controls and clauses. */
export function gradeTotals(coverage: Coverage): Partial<Record<Grade, number>> {
  const totals: Partial<Record<Grade, number>> = {};
  for (const { grade } of [...coverage.controls, ...coverage.clauses]) totals[grade] = (totals[grade] ?? 0) + 1;
  return totals;
}

/** `aims coverage --format json`. With several roots the items of all stand one after the other. */
export function coverageJson(
  today: string,
  snapshots: readonly { readonly snapshot: Snapshot; readonly prefix: string }[],
): string {
  const items = snapshots.flatMap(({ snapshot, prefix }) => {
    const coverage = coverageOf(snapshot);
    return [...coverage.controls, ...coverage.clauses].map(({ id, kind, title, grade, reason, next, evidence }) => ({
      id,
      kind,
      title,
      grade,
      reason,
      next: next === '' ? null : next,
      evidence: evidence.map((place) => {
        const { path, start } = placeNumbers(snapshot, place);
        return { path: prefix + path, line: start.line };
      }),
    }));
  });
  const totals: Partial<Record<Grade, number>> = {};
  for (const { grade } of items) totals[grade] = (totals[grade] ?? 0) + 1;
  const systems = snapshots.flatMap(({ snapshot }) =>
    coverageOf(snapshot).systems.map(({ id, name, state, reason, next }) => ({
      id,
      name: name === '' ? null : name,
      grade: state,
      reason,
      next: next === '' ? null : next,
    })),
  );
  return `${JSON.stringify({ version: 1, today, frameworks: [{ id: 'iso-42001', items, totals }], systems, foot: FOOT_LINE }, null, 2)}\n`;
}
