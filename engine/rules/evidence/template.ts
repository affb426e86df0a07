import { aboutControl } from '../../workspace/control-report';
import { decisionsIn, STATEMENT } from '../../workspace/decisions';
import { onField } from '../../workspace/places';
import { evidenceOf } from '../../workspace/row-evidence';
import { defineRule } from '../rule';

export default defineRule({
  id: 'evidence/template',
  scope: 'document',
  kinds: [STATEMENT],
  looksAround: true,
  severity: 'warning',
  references: ['7.5.3', '8.1'],
  messages: {
    evidence:
      'The evidence "{text}" for {control} is an empty template: it shows what is to be written, not that anything was done. Name the filled document instead.',
    implementation:
      '"{text}", which is to show how {control} is in place, is an empty template. Fill it in, or name the document that is in use.',
  },
  *check(document, view) {
    for (const row of decisionsIn(document)) {
      for (const from of ['evidence', 'implementation'] as const) {
        for (const { item, state } of evidenceOf(view, row, from)) {
          if (state !== 'template') continue;
          yield { at: onField(row, from, item), ...aboutControl(row, from, { text: item.text }) };
        }
      }
    }
  },
});
