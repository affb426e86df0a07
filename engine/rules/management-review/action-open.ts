import { rowsAbout, unanswered } from '../../workspace/document-rows';
import { isPast } from '../../workspace/due';
import { isFilled, valueOf } from '../../workspace/names';
import { onField, onRow } from '../../workspace/places';
import { enumerate, rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'management-review/action-open',
  scope: 'document',
  kinds: ['management-review'],
  severity: 'warning',
  expected: true,
  references: ['9.3.3'],
  messages: {
    missing:
      '{row}: nothing says {missing}. What a review decides is usually expected to have an owner and a date; add them.',
    overdue: '{row} was due by {due} and is not done. Finish it, or agree a new date with management.',
  },
  *check(document, view) {
    for (const row of rowsAbout(document, 'decision')) {
      const status = valueOf(row, 'status');
      if (status === 'done' || status === 'cancelled') continue;
      const due = valueOf(row, 'due');
      if (isPast(view, due)) {
        yield { at: onField(row, 'due'), message: 'overdue', data: { row: rowName(row), due } };
        continue;
      }
      // A decision that asks nothing of anybody has neither; one with half of it was meant as an action.
      const asked = status !== '' || isFilled(row, 'owner') || isFilled(row, 'due');
      const missing = unanswered(row, { owner: 'who sees to it', due: 'by when' });
      if (asked && missing.length > 0)
        yield { at: onRow(row), message: 'missing', data: { row: rowName(row), missing: enumerate(missing) } };
    }
  },
});
