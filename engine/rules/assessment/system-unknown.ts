import { unknownSystems } from '../../workspace/named-systems';
import { onField } from '../../workspace/places';
import { documentName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'assessment/system-unknown',
  scope: 'document',
  kinds: ['ai-impact-assessment'],
  looksAround: true,
  severity: 'error',
  references: ['6.1.4', 'A.4.2'],
  messages: {
    found:
      '{assessment} names the AI system "{system}", which the inventory does not have. Correct the id, or add the system to the inventory; until then the assessment counts for none.',
  },
  *check(document, view) {
    for (const item of unknownSystems(view, document, document.metadata)) {
      const data = { assessment: documentName(document), system: item.text };
      yield { at: onField(document.metadata, 'systems', item), message: 'found', data };
    }
  },
});
