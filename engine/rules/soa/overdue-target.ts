import { aboutControl } from '../../workspace/control-report';
import { includedIn, isInPlace, STATEMENT } from '../../workspace/decisions';
import { isPast } from '../../workspace/due';
import { filledText, valueOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { defineRule } from '../rule';

export default defineRule({
  id: 'soa/overdue-target',
  scope: 'document',
  kinds: [STATEMENT],
  severity: 'warning',
  references: ['6.1.3', '8.3'],
  messages: {
    found:
      '{control} was to be in place by {date}, and nothing says that it is. Say how far it has come, or set a new date and note who agreed to it (clause 8.3).',
  },
  *check(document, view) {
    for (const row of includedIn(document)) {
      const target = valueOf(row, 'target_date');
      if (!isPast(view, target) || isInPlace(row)) continue;
      yield {
        at: onField(row, 'target_date'),
        ...aboutControl(row, 'found', { date: filledText(row, 'target_date') }),
      };
    }
  },
});
