import { isPast } from '../../workspace/due';
import { valueOf } from '../../workspace/names';
import { isClosed } from '../../workspace/nonconformities';
import { onField } from '../../workspace/places';
import { rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'nonconformity/overdue',
  scope: 'workspace',
  severity: 'warning',
  references: ['10.2'],
  reads: ['nonconformity-register', 'nonconformity'],
  messages: {
    found:
      '{row} should have been dealt with by {due} and is still open. Finish it, or agree a new date with its owner and say why.',
  },
  *check(view) {
    for (const row of view.rows('nonconformity')) {
      const due = valueOf(row, 'due');
      if (!isPast(view, due) || isClosed(row) || valueOf(row, 'status') === 'accepted') continue;
      yield { at: onField(row, 'due'), message: 'found', data: { row: rowName(row), due } };
    }
  },
});
