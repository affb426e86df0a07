import { rowsAbout } from '../../workspace/document-rows';
import { isActive, isActiveInUse } from '../../workspace/named-systems';
import { onList } from '../../workspace/places';
import { documentName, rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'risk/register-empty',
  scope: 'document',
  kinds: ['risk-register'],
  looksAround: true,
  severity: 'warning',
  references: ['6.1.2', '8.2'],
  messages: {
    used: '{register} holds no risk, although {system} is in use. Identify and rate the risks of your AI systems (clauses 6.1.2 and 8.2).',
    before: '{register} holds no risk yet. Identify and rate the risks before an AI system is in use (clause 6.1.2).',
  },
  *check(document, view) {
    if (document.recognised === 'shape' || !document.complete) return;
    if (rowsAbout(document, 'risk').length > 0 || view.rows('risk').length > 0) return;
    const system = view.systems.find(isActiveInUse);
    if (!system && !view.systems.some(isActive)) return;
    const data = { register: documentName(document), system: system ? rowName(system) : '' };
    yield {
      at: onList(document, 'risks'),
      message: system ? 'used' : 'before',
      data,
      severity: system ? 'warning' : 'information',
    };
  },
});
