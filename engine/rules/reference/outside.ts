import { fieldReferences, linksAstray } from '../../workspace/references';
import { shorten } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'reference/outside',
  scope: 'document',
  rowByRow: true,
  severity: 'warning',
  references: ['7.5.3'],
  looksAround: true,
  messages: {
    found:
      '"{text}" leads out of this folder, where it cannot be followed. Copy what is meant into the management system, or give its web address.',
  },
  *check(document, view) {
    for (const { row, field, item, resolution } of fieldReferences(document, view)) {
      if (resolution.type === 'outside')
        yield {
          at: { on: 'field', row, field: field.definition.name, item },
          message: 'found',
          data: { text: shorten(item.link ?? item.text) },
        };
    }
    for (const { value, block, fact, resolution } of linksAstray(document, view)) {
      if (resolution.type === 'outside')
        yield {
          at: { on: 'fact', path: document.path, block, fact },
          message: 'found',
          data: { text: shorten(value) },
        };
    }
  },
});
