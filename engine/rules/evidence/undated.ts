import { aboutControl } from '../../workspace/control-report';
import { STATEMENT } from '../../workspace/decisions';
import { onField } from '../../workspace/places';
import { decisionsWithEvidence, evidenceOf } from '../../workspace/row-evidence';
import { defineRule } from '../rule';

export default defineRule({
  id: 'evidence/undated',
  scope: 'document',
  kinds: [STATEMENT],
  looksAround: true,
  severity: 'information',
  expected: true,
  references: ['7.5.3'],
  messages: {
    found:
      'Nothing says from when "{text}" is, so nobody can tell whether it still shows that {control} works. Usually expected is a date at the entry, in the record itself or in the name of the file.',
  },
  *check(document, view) {
    for (const row of decisionsWithEvidence(document)) {
      const items = evidenceOf(view, row);
      if (items.some((item) => item.state === 'current' || item.state === 'past' || item.state === 'incomplete'))
        continue;
      const undated = items.find((item) => {
        if (item.state !== 'undated' || item.role === 'governing') return false;
        // An empty register has a finding of its own.
        if (item.role === 'register' && item.document?.rows.every((other) => other.unfilled)) return false;
        // Of a table without a head of its own no date is asked, and words that name a year are dated enough to be looked up.
        return item.document?.language !== 'csv' && !(item.role === 'text' && /\b20\d\d\b/.test(item.item.text));
      });
      if (!undated) continue;
      yield { at: onField(row, 'evidence', undated.item), ...aboutControl(row, 'found', { text: undated.item.text }) };
    }
  },
});
