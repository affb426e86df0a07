import { aboutControl } from '../../workspace/control-report';
import { excludedIn, isIncludedElsewhere, STATEMENT } from '../../workspace/decisions';
import { filledText, valueOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
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
      const date = filledText(row, 'target_date');
      if (begun)
        yield { at: onField(row, 'status'), ...aboutControl(row, 'status', { status: filledText(row, 'status') }) };
      else if (date !== '') yield { at: onField(row, 'target_date'), ...aboutControl(row, 'target', { date }) };
    }
  },
});
