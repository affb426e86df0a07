import { rowsAbout } from '../../workspace/document-rows';
import { unknownSystems } from '../../workspace/named-systems';
import { onField } from '../../workspace/places';
import { rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'risk/system-unknown',
  scope: 'document',
  about: 'risk',
  rowByRow: true,
  looksAround: true,
  severity: 'error',
  references: ['6.1.2', 'A.4.2'],
  messages: {
    found:
      '{risk} names the AI system "{system}", which the inventory does not have. Correct the id, or add the system to the inventory.',
  },
  *check(document, view) {
    for (const risk of rowsAbout(document, 'risk')) {
      for (const item of unknownSystems(view, document, risk)) {
        yield {
          at: onField(risk, 'systems', item),
          message: 'found',
          data: { risk: rowName(risk), system: item.text },
        };
      }
    }
  },
});
