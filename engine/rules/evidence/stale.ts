import { addPeriod } from '../../kinds/dates';
import { aboutControl } from '../../workspace/control-report';
import { STATEMENT } from '../../workspace/decisions';
import { onField } from '../../workspace/places';
import { decisionsWithEvidence, evidenceOf, showsPractice } from '../../workspace/row-evidence';
import { defineRule } from '../rule';

export default defineRule({
  id: 'evidence/stale',
  scope: 'document',
  kinds: [STATEMENT],
  looksAround: true,
  severity: 'warning',
  references: ['9.1', '7.5.3'],
  messages: {
    past: 'The newest evidence for {control}, "{text}", counted until {until}. Add a newer record, or say at the entry how long it holds ("valid_until").',
    soon: 'The evidence for {control}, "{text}", counts until {until}, and nothing newer is named. Plan the next record.',
  },
  *check(document, view) {
    const soon = addPeriod(view.today, view.configuration.warnBefore);
    for (const row of decisionsWithEvidence(document)) {
      const items = evidenceOf(view, row).filter((item) => item.role !== 'governing');
      // What cannot be judged may well be current: only a row whose every item has a day can be out of date.
      const dated = items.filter((item) => item.state === 'current' || item.state === 'past');
      const newest = [...dated].sort((one, other) => (one.until < other.until ? 1 : -1))[0];
      if (
        !newest ||
        items.some((item) => item.state === 'incomplete' || (item.state === 'undated' && showsPractice(item)))
      )
        continue;
      const at = onField(row, 'evidence', newest.item);
      const data = { text: newest.item.text, until: newest.until };
      if (newest.state === 'past') yield { at, ...aboutControl(row, 'past', data) };
      else if (newest.until <= soon) yield { at, ...aboutControl(row, 'soon', data), severity: 'information' };
    }
  },
});
