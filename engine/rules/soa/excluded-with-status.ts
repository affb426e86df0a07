import { excludedIn, isIncludedElsewhere, referencesOf, STATEMENT } from '../../workspace/decisions';
import { filledText, isFilled, valueOf } from '../../workspace/names';
import { defineRule } from '../rule';

export default defineRule({
  id: 'soa/excluded-with-status',
  scope: 'document',
  kinds: [STATEMENT],
  severity: 'warning',
  references: ['6.1.3'],
  messages: {
    status:
      '{control} is excluded, and yet its status is "{status}". If you have it, include it; if not, empty the status (clause 6.1.3).',
    target:
      '{control} is excluded, and yet it has a target date, {date}. If you plan it, include it; if not, remove the date (clause 6.1.3).',
  },
  *check(document) {
    for (const row of excludedIn(document)) {
      if (isIncludedElsewhere(document, row)) continue;
      const begun = ['partial', 'implemented', 'verified'].includes(valueOf(row, 'status'));
      const references = referencesOf(row);
      if (begun)
        yield {
          at: { on: 'field', row, field: 'status' },
          message: 'status',
          data: { control: row.id, status: filledText(row, 'status') },
          references,
        };
      else if (isFilled(row, 'target_date'))
        yield {
          at: { on: 'field', row, field: 'target_date' },
          message: 'target',
          data: { control: row.id, date: filledText(row, 'target_date') },
          references,
        };
    }
  },
});
