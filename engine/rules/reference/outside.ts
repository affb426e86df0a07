import { referencesAstray } from '../../workspace/references';
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
    for (const { at, written, resolution } of referencesAstray(document, view))
      if (resolution.type === 'outside') yield { at, message: 'found', data: { text: shorten(written) } };
  },
});
