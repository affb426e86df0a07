import { listed, rowsAbout } from '../../workspace/document-rows';
import { isActive } from '../../workspace/named-systems';
import { onField } from '../../workspace/places';
import { isCanonical, looksKnown } from '../../workspace/references';
import { rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'system/model-unknown',
  scope: 'document',
  about: 'system',
  rowByRow: true,
  looksAround: true,
  severity: 'warning',
  references: ['A.4.2', 'A.6.2.3'],
  messages: {
    row: '{system} runs on {models}, but no model register describes it. Add it there, or correct the name, so that its version and origin can be followed (A.4.2).',
    rows: '{system} runs on {models}, but no model register describes them. Add them there, or correct the names, so that version and origin can be followed (A.4.2).',
  },
  *check(document, view) {
    if (view.incompleteWith('model')) return;
    for (const system of rowsAbout(document, 'system')) {
      const field = system.fields.get('models');
      if (field?.state !== 'filled' || !isActive(system)) continue;
      const canonical = isCanonical(document, system, field);
      const unknown = field.items.filter((item) => {
        const found = view.resolve(document.path, item, field.definition);
        if (found.type === 'text') return canonical;
        return found.type === 'unresolved' && (canonical || looksKnown(view, item.value));
      });
      const [first] = unknown;
      if (!first) continue;
      const data = { system: rowName(system), models: listed(unknown.map((item) => item.text)) };
      const one = unknown.length === 1;
      yield { at: onField(system, 'models', one ? first : undefined), message: one ? 'row' : 'rows', data };
    }
  },
});
