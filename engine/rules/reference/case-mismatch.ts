import { referencesAstray } from '../../workspace/references';
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
    for (const { at, written, resolution } of referencesAstray(document, view)) {
      if (resolution.type === 'file' && resolution.otherCase)
        yield { at, message: 'found', data: { text: shorten(written), path: resolution.path } };
    }
  },
});
