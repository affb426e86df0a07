import { aboutControl } from '../../workspace/control-report';
import { isInPlace, STATEMENT } from '../../workspace/decisions';
import { onField } from '../../workspace/places';
import { decisionsWithEvidence, evidenceOf } from '../../workspace/row-evidence';
import { defineRule } from '../rule';

export default defineRule({
  id: 'evidence/only-draft',
  scope: 'document',
  kinds: [STATEMENT],
  looksAround: true,
  severity: 'warning',
  references: ['7.5.3', '8.1'],
  messages: {
    found:
      'All the evidence for {control} is still a draft ("{text}"), so it shows no more than an intention. Finish and approve it, or name a record of what was done.',
  },
  *check(document, view) {
    for (const row of decisionsWithEvidence(document)) {
      const items = evidenceOf(view, row);
      const first = items[0];
      if (!first || !isInPlace(row) || !items.every((item) => item.state === 'draft')) continue;
      yield { at: onField(row, 'evidence', first.item), ...aboutControl(row, 'found', { text: first.item.text }) };
    }
  },
});
