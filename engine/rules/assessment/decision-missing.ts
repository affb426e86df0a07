import { isBlank } from '../../workspace/document-rows';
import { onField } from '../../workspace/places';
import { documentName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'assessment/decision-missing',
  scope: 'document',
  kinds: ['ai-impact-assessment'],
  severity: 'error',
  references: ['6.1.4', 'A.5.3'],
  messages: {
    found:
      '{assessment} is approved, but nothing says what was decided. Write proceed, proceed_with_conditions or do_not_proceed; until then it does not count. The decision is that of the person who approved it.',
  },
  *check(document) {
    if (document.status !== 'approved' || !isBlank(document.metadata, 'decision')) return;
    yield {
      at: onField(document.metadata, 'decision'),
      message: 'found',
      data: { assessment: documentName(document) },
      final: true,
    };
  },
});
