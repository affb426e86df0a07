import { onField } from '../../workspace/places';
import { fieldReferences } from '../../workspace/references';
import { fieldWords } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'reference/by-name',
  scope: 'document',
  rowByRow: true,
  severity: 'hint',
  references: ['7.5.3'],
  looksAround: true,
  messages: {
    found: '"{text}" ({label} of {row}) was understood as {id}. Refer by id: a name may change, an id does not.',
  },
  *check(document, view) {
    for (const { row, field, item, resolution } of fieldReferences(document, view)) {
      if (
        resolution.type !== 'named' ||
        !resolution.byName ||
        resolution.named.row.id === '' ||
        resolution.named.id === item.value
      )
        continue;
      const data = {
        ...fieldWords(row, field.definition, item.text),
        id: resolution.named.id,
      };
      yield { at: onField(row, field.definition.name, item), message: 'found', data };
    }
  },
});
