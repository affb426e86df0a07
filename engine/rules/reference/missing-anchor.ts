import { nearestId } from '../../workspace/nearest';
import { referencesAstray } from '../../workspace/references';
import { shorten } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'reference/missing-anchor',
  scope: 'document',
  rowByRow: true,
  severity: 'warning',
  references: ['7.5.3'],
  looksAround: true,
  messages: {
    found:
      '{path} has no heading or row "#{fragment}". The link opens the file, but not the place that is meant: correct the part after #.',
    near: '{path} has no heading or row "#{fragment}". Did you mean #{near}?',
  },
  *check(document, view) {
    for (const { at, resolution } of referencesAstray(document, view)) {
      if (resolution.type !== 'file' || resolution.anchor !== 'missing') continue;
      const known = [
        ...(resolution.document?.sections.map((section) => section.slug) ?? []),
        ...(resolution.document?.rows.map((row) => row.id).filter((id) => id !== '') ?? []),
      ];
      const near =
        nearestId(resolution.fragment, known) ||
        (known.find((slug) => slug.includes(resolution.fragment.toLowerCase())) ?? '');
      const data = { path: resolution.path, fragment: shorten(resolution.fragment), near };
      yield { at, message: near === '' ? 'found' : 'near', data };
    }
  },
});
