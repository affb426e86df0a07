import type { Place } from '../workspace/finding';

/** How far something is shown by the repository (design: coverage). It never says that the organisation conforms. */
export type Grade = 'unknown' | 'none' | 'excluded' | 'stale' | 'evidenced' | 'approved' | 'drafted' | 'template';

/** What a grade is called where people read it. */
export const GRADE_WORDS: Readonly<Record<Grade, string>> = {
  unknown: 'unknown',
  none: 'nothing yet',
  excluded: 'excluded with reason',
  stale: 'out of date',
  evidenced: 'evidence linked',
  approved: 'approved',
  drafted: 'drafted',
  template: 'template only',
};

/** The line at the foot of every report. */
export const FOOT_LINE = 'This report describes what the repository shows. It is not a statement of conformity.';

/** A control or clause with its grade and what led to it. */
export interface GradedItem {
  readonly id: string;
  readonly kind: 'control' | 'clause';
  readonly title: string;
  readonly grade: Grade;
  readonly reason: string;
  /** The next best action; empty where nothing is left to do. */
  readonly next: string;
  /** An action of ours that begins it; empty where only a person can. */
  readonly action: string;
  /** Where the grade is decided; undefined where there is no such place yet. */
  readonly at: Place | undefined;
  readonly evidence: readonly Place[];
  /** False where nothing documented is asked for, so that nothing being there is no gap. */
  readonly counted: boolean;
}

/** True where somebody still has something to do. */
export function isOpen(item: GradedItem): boolean {
  return (
    item.counted &&
    item.grade !== 'evidenced' &&
    item.grade !== 'excluded' &&
    !(item.grade === 'approved' && item.kind === 'clause' && item.next === '')
  );
}
