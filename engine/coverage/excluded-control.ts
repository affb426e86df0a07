import type { Row } from '../kinds/record';
import { namesControl, overlap, treatmentsOf } from '../workspace/decisions';
import { isStockPhrase } from '../workspace/justification';
import { filledText, isFilled, valueOf } from '../workspace/names';
import type { WorkspaceView } from '../workspace/workspace-view';
import { type Judgement, judged, unreadable } from './judgement';

/** A row that excludes a control: with a reason of its own, and nobody who relies on the control. */
export function judgeExcluded(view: WorkspaceView, row: Row): Judgement {
  if (!isFilled(row, 'justification'))
    return judged('none', 'It is excluded without a reason.', 'Write why it does not apply to you.');
  if (isStockPhrase(row))
    return judged(
      'none',
      'It is excluded with a phrase that says nothing about you.',
      'Write why it does not apply to you.',
    );
  const user = openUserOf(view, row);
  if (user)
    return judged('none', `It is excluded, yet ${user} relies on it.`, 'Include the control, or take it out there.');
  const hidden = view.incompleteWith('risk') ?? view.incompleteWith('treatment');
  if (hidden) return unreadable(hidden, 'the control');
  return judged('excluded', 'It is excluded and the statement says why.', '');
}

/** An open risk or treatment that names an excluded control, for a system it is excluded for. */
function openUserOf(view: WorkspaceView, row: Row): string | undefined {
  const risk = view
    .rows('risk')
    .find(
      (other) =>
        namesControl(other, row.id) &&
        overlap(other, row) &&
        !/^(?:closed|retired)$/i.test(valueOf(other, 'status') || filledText(other, 'status')),
    );
  if (risk) return `risk ${risk.id}`;
  const treatment = treatmentsOf(view, row.id).find((other) => overlap(other, row));
  return treatment && `the treatment of ${filledText(treatment, 'risk') || 'a risk'}`;
}
