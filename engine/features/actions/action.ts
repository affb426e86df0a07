import type { Finding } from '../../workspace/finding';
import type { Change } from '../change';

/** What is offered for a finding. `fix`: it is certain; `preferred`: it is the likely one. */
export function quickFix(
  finding: Finding,
  title: string,
  change: Action['change'],
  { fix = false, preferred = false } = {},
): Action {
  return { title, kind: 'quickfix', fix, preferred, finding, change };
}

/** Something offered at a place. What it changes is computed when it is asked for. */
export interface Action {
  readonly title: string;
  readonly kind: 'quickfix' | 'refactor' | 'source';
  /** True for a fix: it removes its finding, adds none, and may run with others at once. A scaffold is not. */
  readonly fix: boolean;
  /** True where it is the likely one. */
  readonly preferred: boolean;
  /** The finding it is about. */
  readonly finding: Finding | undefined;
  readonly change: () => Change | undefined;
}
