import { aboutControl } from '../../workspace/control-report';
import { decisionsIn, STATEMENT } from '../../workspace/decisions';
import { isStockPhrase, repeatedTitle } from '../../workspace/justification';
import { onField } from '../../workspace/places';
import { defineRule } from '../rule';

export default defineRule({
  id: 'soa/justification-restates-title',
  scope: 'document',
  kinds: [STATEMENT],
  severity: 'warning',
  references: ['6.1.3'],
  messages: {
    found:
      'The justification of {control} only repeats what the control is called or asks for ("{title}"). Clause 6.1.3 asks for the reason behind your decision: say what makes the control necessary, or unnecessary, for you.',
  },
  *check(document, view) {
    for (const row of decisionsIn(document)) {
      if (isStockPhrase(row)) continue;
      const title = repeatedTitle(row, view.catalogue.controls.get(row.id));
      if (title === undefined) continue;
      const short = title.length > 80 ? `${title.slice(0, 77)}…` : title;
      yield { at: onField(row, 'justification'), ...aboutControl(row, 'found', { title: short }) };
    }
  },
});
