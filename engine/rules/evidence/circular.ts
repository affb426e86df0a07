import { aboutControl } from '../../workspace/control-report';
import { STATEMENT } from '../../workspace/decisions';
import { onField } from '../../workspace/places';
import { decisionsWithEvidence, evidenceOf } from '../../workspace/row-evidence';
import { defineRule } from '../rule';

export default defineRule({
  id: 'evidence/circular',
  scope: 'document',
  kinds: [STATEMENT],
  looksAround: true,
  severity: 'warning',
  references: ['7.5.3', '8.1'],
  messages: {
    statement:
      'The evidence "{text}" for {control} is this statement itself. A statement cannot prove what it states: name something made elsewhere, such as a report or a log.',
    list: 'The evidence "{text}" for {control} only lists or sets up documents. It does not show that the control works: name the document or record itself.',
  },
  *check(document, view) {
    for (const row of decisionsWithEvidence(document)) {
      for (const { item, state, resolution } of evidenceOf(view, row)) {
        if (state !== 'circular') continue;
        const own = resolution?.type === 'named' || (resolution?.type === 'file' && resolution.path === row.path);
        yield {
          at: onField(row, 'evidence', item),
          ...aboutControl(row, own ? 'statement' : 'list', { text: item.text }),
        };
      }
    }
  },
});
