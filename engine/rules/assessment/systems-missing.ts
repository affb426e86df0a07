import { isBlank } from '../../workspace/document-rows';
import { onField } from '../../workspace/places';
import { documentName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'assessment/systems-missing',
  scope: 'document',
  kinds: ['ai-impact-assessment'],
  severity: 'warning',
  references: ['6.1.4', '8.4'],
  messages: {
    found:
      'Nothing says which AI system {assessment} is about, so it counts for none. Name the system by its id in the inventory.',
  },
  *check(document) {
    if (!document.headComplete) return;
    if (!isBlank(document.metadata, 'systems')) return;
    yield {
      at: onField(document.metadata, 'systems'),
      message: 'found',
      data: { assessment: documentName(document) },
    };
  },
});
