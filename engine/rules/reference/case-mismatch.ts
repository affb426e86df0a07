import { fieldReferences, linksAstray } from '../../workspace/references';
import { shorten } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'reference/case-mismatch',
  scope: 'document',
  rowByRow: true,
  severity: 'warning',
  references: ['7.5.3'],
  looksAround: true,
  messages: {
    found:
      '"{text}" differs from the real name in capital letters: {path}. On a server or another computer it leads nowhere; write the real name.',
  },
  *check(document, view) {
    for (const { row, field, item, resolution } of fieldReferences(document, view)) {
      if (resolution.type === 'file' && resolution.otherCase) {
        yield {
          at: { on: 'field', row, field: field.definition.name, item },
          message: 'found',
          data: { text: shorten(item.link ?? item.text), path: resolution.path },
        };
      }
    }
    for (const { value, block, fact, resolution } of linksAstray(document, view)) {
      if (resolution.type === 'file' && resolution.otherCase)
        yield {
          at: { on: 'fact', path: document.path, block, fact },
          message: 'found',
          data: { text: shorten(value), path: resolution.path },
        };
    }
  },
});
