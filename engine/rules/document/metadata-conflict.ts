import { onFact, onField } from '../../workspace/places';
import { documentName, fieldLabel, shorten } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'document/metadata-conflict',
  scope: 'document',
  severity: 'warning',
  references: ['7.5.2'],
  messages: {
    found:
      '{document} gives its {label} twice: "{first}" above, "{other}" here. The one above counts; correct or remove the other.',
    first: 'This one counts.',
  },
  *check(document) {
    const { path, metadata } = document;
    for (const { field, other } of document.conflicts) {
      const first = metadata.fields.get(field);
      const at = onFact(path, other.at);
      const data = {
        document: documentName(document),
        label: fieldLabel(other.definition),
        first: shorten(first?.text ?? ''),
        other: shorten(other.text),
      };
      yield { at, message: 'found', data, related: [{ at: onField(metadata, field), message: 'first' }] };
    }
  },
});
