import { aboutControl } from '../../workspace/control-report';
import { isInPlace, STATEMENT } from '../../workspace/decisions';
import { linkedTo } from '../../workspace/evidence';
import { filledText } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { decisionsWithEvidence, evidenceOf, showsPractice } from '../../workspace/row-evidence';
import { defineRule } from '../rule';

export default defineRule({
  id: 'evidence/intention-only',
  scope: 'document',
  kinds: [STATEMENT],
  looksAround: true,
  severity: 'warning',
  references: ['8.1'],
  messages: {
    found:
      '{control} is said to be "{status}", but its evidence is only what you mean to do ("{text}"). Clause 8.1 expects records that show it is done: name a report, a log, minutes or a test result.',
  },
  *check(document, view) {
    if (view.incompleteHead) return;
    for (const row of decisionsWithEvidence(document)) {
      const items = evidenceOf(view, row);
      const first = items[0];
      if (!first || !isInPlace(row) || !items.every((item) => item.role === 'governing')) continue;
      // Evidence that is all draft, template or retired is said by other rules; a record linked in another way shows practice.
      if (
        items.every((item) => item.state !== 'current' && item.state !== 'overdue') ||
        linkedTo(view, row).some(showsPractice)
      )
        continue;
      const data = { status: filledText(row, 'status'), text: first.item.text };
      yield { at: onField(row, 'evidence', first.item), ...aboutControl(row, 'found', data) };
    }
  },
});
