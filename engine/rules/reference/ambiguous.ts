import { onField, onRow } from '../../workspace/places';
import { fieldReferences, referencesAstray } from '../../workspace/references';
import { enumerate, fieldWords, shorten } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'reference/ambiguous',
  scope: 'document',
  rowByRow: true,
  severity: 'warning',
  references: ['7.5.3'],
  looksAround: true,
  messages: {
    id: '"{text}" ({label} of {row}) can mean more than one thing: {places} have that id. Give each an id of its own.',
    name: '"{text}" ({label} of {row}) can mean more than one thing: {places} have that name. Refer by id.',
    heading:
      '{path} has {count} headings that "#{fragment}" can mean; the link opens the first. Give the one that is meant a name of its own, or add its number ("#{fragment}-1" is the second).',
    candidate: 'One of them.',
  },
  *check(document, view) {
    for (const { row, field, item, resolution } of fieldReferences(document, view)) {
      if (resolution.type !== 'ambiguous') continue;
      const { candidates } = resolution;
      const byId = view.names.byId(item.value).length > 1;
      const owners = [...new Set(candidates.map((named) => (byId ? named.document.path : named.id)))];
      const places =
        owners.length === 1 ? `${candidates.length} entries of ${owners[0]}` : enumerate(owners.slice(0, 4));
      const data = { ...fieldWords(row, field.definition, item.text), places };
      const related = candidates.slice(0, 8).map((named) => ({ at: onRow(named.row), message: 'candidate' }));
      yield {
        at: onField(row, field.definition.name, item),
        message: byId ? 'id' : 'name',
        data,
        related,
      };
    }
    for (const { at, resolution } of referencesAstray(document, view)) {
      if (resolution.type !== 'file' || resolution.headings.length < 2 || !resolution.document) continue;
      const { document: target, path, headings } = resolution;
      yield {
        at,
        message: 'heading',
        data: { path, count: headings.length, fragment: shorten(resolution.fragment.toLowerCase()) },
        related: headings
          .slice(0, 8)
          .map((section) => ({ at: { on: 'section' as const, document: target, section }, message: 'candidate' })),
        severity: at.on === 'field' && at.field === 'evidence' ? 'warning' : 'information',
      };
    }
  },
});
