import { daysBetween } from '../../kinds/dates';
import { unanswered } from '../../workspace/document-rows';
import { isFilled, valueOf } from '../../workspace/names';
import { DAYS_TO_START, isClosed } from '../../workspace/nonconformities';
import { onRow } from '../../workspace/places';
import { enumerate, rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'nonconformity/no-action',
  scope: 'workspace',
  severity: 'warning',
  expected: true,
  references: ['10.2'],
  reads: ['nonconformity-register', 'nonconformity'],
  messages: {
    found:
      '{row} is open, but nothing says {missing}. Usually that is expected once the cause is known or a month has passed: add it.',
  },
  *check(view) {
    for (const row of view.rows('nonconformity')) {
      const date = valueOf(row, 'date');
      const old = date !== '' && daysBetween(date, view.today) >= DAYS_TO_START;
      if (isClosed(row) || valueOf(row, 'status') === 'accepted' || !(old || isFilled(row, 'cause'))) continue;
      const missing = unanswered(row, { action: 'what is done', owner: 'who does it', due: 'by when' });
      if (missing.length > 0)
        yield { at: onRow(row), message: 'found', data: { row: rowName(row), missing: enumerate(missing) } };
    }
  },
});
