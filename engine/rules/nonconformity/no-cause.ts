import { daysBetween } from '../../kinds/dates';
import { isFilled, valueOf } from '../../workspace/names';
import { DAYS_TO_START, isClosed } from '../../workspace/nonconformities';
import { onField } from '../../workspace/places';
import { rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'nonconformity/no-cause',
  scope: 'workspace',
  severity: 'warning',
  expected: true,
  references: ['10.2'],
  reads: ['nonconformity-register', 'nonconformity'],
  messages: {
    closed:
      '{row} is closed, but nothing says why it could happen. Usually the cause is expected: without it nobody knows that it will not come back.',
    action:
      '{row} has an action, but nothing says why it could happen. Usually the cause is found first, so that the action removes it.',
    old: '{row} is open since {date}, and nothing says why it could happen. Usually the cause is expected by now.',
  },
  *check(view) {
    for (const row of view.rows('nonconformity')) {
      if (isFilled(row, 'cause') || valueOf(row, 'status') === 'accepted') continue;
      const date = valueOf(row, 'date');
      const old = date !== '' && daysBetween(date, view.today) >= DAYS_TO_START;
      const message = isClosed(row) ? 'closed' : isFilled(row, 'action') ? 'action' : old ? 'old' : '';
      if (message !== '') yield { at: onField(row, 'cause'), message, data: { row: rowName(row), date } };
    }
  },
});
