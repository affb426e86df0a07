import { rowsAbout } from '../../workspace/document-rows';
import { dueState } from '../../workspace/due';
import { valueOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { isOpenAction } from '../../workspace/risk-links';
import { ownNumber, rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'treatment/overdue',
  scope: 'document',
  about: 'treatment',
  severity: 'warning',
  references: ['8.3'],
  messages: {
    overdue:
      'The treatment of {risk}{own} was due on {due} and is not done. Finish it, or agree on a new date with the risk owner (clause 8.3).',
    soon: 'The treatment of {risk}{own} is due on {due} (clause 8.3).',
  },
  *check(document, view) {
    for (const row of rowsAbout(document, 'treatment')) {
      const due = valueOf(row, 'due');
      const state = dueState(view, due);
      if (!isOpenAction(row) || state === 'later') continue;
      yield {
        at: onField(row, 'due'),
        message: state,
        data: { risk: row.id || rowName(row), own: ownNumber(row), due },
        severity: state === 'soon' ? 'information' : 'warning',
      };
    }
  },
});
