import { nearestId } from '../../workspace/nearest';
import { fieldReferences, linksAstray } from '../../workspace/references';
import type { Resolution } from '../../workspace/resolve';
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
    const say = (resolution: Resolution) => {
      if (resolution.type !== 'file' || resolution.anchor !== 'missing') return undefined;
      const known = [
        ...(resolution.document?.sections.map((section) => section.slug) ?? []),
        ...(resolution.document?.rows.map((row) => row.id).filter((id) => id !== '') ?? []),
      ];
      const near =
        nearestId(resolution.fragment, known) ||
        (known.find((slug) => slug.includes(resolution.fragment.toLowerCase())) ?? '');
      return {
        message: near === '' ? 'found' : 'near',
        data: { path: resolution.path, fragment: shorten(resolution.fragment), near },
      };
    };
    for (const { row, field, item, resolution } of fieldReferences(document, view)) {
      const said = say(resolution);
      if (said) yield { at: { on: 'field', row, field: field.definition.name, item }, ...said };
    }
    for (const { block, fact, resolution } of linksAstray(document, view)) {
      const said = say(resolution);
      if (said) yield { at: { on: 'fact', path: document.path, block, fact }, ...said };
    }
  },
});
