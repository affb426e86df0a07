import type { Row } from '../kinds/record';
import type { AssessmentState } from '../workspace/assessment-state';
import { filledText } from '../workspace/names';
import type { WorkspaceView } from '../workspace/workspace-view';
import { unchecked } from './failed-rules';

/** An AI system with the state of its assessment in words. */
export interface GradedSystem {
  readonly row: Row;
  readonly id: string;
  readonly name: string;
  readonly state: AssessmentState['state'];
  readonly reason: string;
  readonly next: string;
  readonly action: string;
}

/** States in which somebody still has something to do. */
export const OPEN_SYSTEM_STATES: readonly GradedSystem['state'][] = [
  'missing',
  'draft',
  'suspect',
  'overdue',
  'unknown',
];

/** The state of one AI system, and why. */
export function gradeSystem(view: WorkspaceView, row: Row, failedRules: ReadonlySet<string>): GradedSystem {
  const assessed = view.assessmentState(row);
  const name = filledText(row, 'name');
  const failed = unchecked('system', failedRules);
  if (failed && assessed.state !== 'retired' && assessed.state !== 'out-of-scope')
    return { row, id: row.id, name, state: 'unknown', ...failed, action: '' };
  const { reason, next, action = '' } = words(assessed, row);
  return { row, id: row.id, name, state: assessed.state, reason, next, action };
}

function words(assessed: AssessmentState, row: Row): { reason: string; next: string; action?: string } {
  const path = assessed.assessment?.path ?? '';
  const create = `create-assessment ${row.id}`;
  switch (assessed.state) {
    case 'retired':
      return { reason: 'The system is retired.', next: '' };
    case 'out-of-scope':
      return { reason: `Out of scope: ${filledText(row, 'scope_reason')}`, next: '' };
    case 'not-due':
      return { reason: 'A concept needs no assessment yet.', next: '' };
    case 'missing':
      return { reason: 'Nobody has assessed its impact.', next: 'Create the impact assessment.', action: create };
    case 'unknown':
      return {
        reason:
          assessed.changed.length > 0
            ? `${assessed.unreadable?.path ?? 'A document'} could not be read in full, so nothing tells whether this changed since ${path} was made: ${assessed.changed.join(', ').replace(/_/g, ' ')}.`
            : `${assessed.unreadable?.path ?? 'A document'} could not be read in full, and an assessment may stand there.`,
        next: 'Repair that document.',
      };
    case 'draft':
      return draftWords(assessed, path);
    case 'suspect':
      return {
        reason: `Changed since ${path} was made: ${assessed.changed.join(', ').replace(/_/g, ' ')}.`,
        next: 'Assess again, or record a review with a conclusion.',
      };
    case 'overdue':
      return { reason: `${path} was due for review on ${assessed.due}.`, next: 'Assess again.' };
    case 'current':
      return {
        reason: `${path} is approved${assessed.due === '' ? '' : ` and holds until ${assessed.due}`}.`,
        next: '',
      };
  }
}

function draftWords(assessed: AssessmentState, path: string): { reason: string; next: string } {
  switch (assessed.note) {
    case 'decision-missing':
      return { reason: `${path} has no decision.`, next: 'Decide.' };
    case 'screening-not-enough':
      return {
        reason: `${path} is only a screening, which is not enough for this system.`,
        next: 'Assess it in full.',
      };
    case 'superseded':
      return { reason: `${path} has been replaced.`, next: 'Finish the assessment that replaces it.' };
    default:
      return { reason: `${path} is not approved yet.`, next: 'Finish it and have it approved.' };
  }
}
