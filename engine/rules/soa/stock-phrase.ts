import { aboutControl } from '../../workspace/control-report';
import { decisionsIn, STATEMENT } from '../../workspace/decisions';
import { isStockPhrase } from '../../workspace/justification';
import { filledText, valueOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { defineRule } from '../rule';

export default defineRule({
  id: 'soa/stock-phrase',
  scope: 'document',
  kinds: [STATEMENT],
  severity: 'warning',
  references: ['6.1.3'],
  messages: {
    included:
      '"{text}" does not say why {control} is included: it would fit any control of any organisation. Clause 6.1.3 asks for the reason: name the risk, law, contract or objective that makes it necessary for you.',
    excluded:
      '"{text}" does not say why {control} is excluded: it repeats the decision. Clause 6.1.3 asks for the reason: say what you do not do, do not have or do not need. A short sentence is enough.',
  },
  *check(document) {
    for (const row of decisionsIn(document)) {
      if (!isStockPhrase(row)) continue;
      const message = valueOf(row, 'applicable') === 'false' ? 'excluded' : 'included';
      const text = filledText(row, 'justification');
      yield { at: onField(row, 'justification'), ...aboutControl(row, message, { text }) };
    }
  },
});
