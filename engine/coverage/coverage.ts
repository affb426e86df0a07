import type { Snapshot } from '../workspace/snapshot';
import { gradeClause } from './clause-grade';
import { gradeControl } from './control-grade';
import type { GradedItem } from './grade';
import { type GradedSystem, gradeSystem } from './system-grade';

/** What the repository shows, graded. */
export interface Coverage {
  readonly clauses: readonly GradedItem[];
  readonly controls: readonly GradedItem[];
  readonly systems: readonly GradedSystem[];
}

/** The coverage of a snapshot; computed once. */
export function coverageOf(snapshot: Snapshot): Coverage {
  return snapshot.remember(coverageOf, () => {
    const { view, failedRules } = snapshot;
    const { controls, clauses } = view.catalogue;
    return {
      clauses: [...clauses.values()]
        .filter((clause) => !clause.heading_only)
        .map((clause) => gradeClause(view, clause, failedRules)),
      controls: [...controls.values()].map((control) => gradeControl(view, control, failedRules)),
      systems: view.systems.map((row) => gradeSystem(view, row, failedRules)),
    };
  });
}
