import { rowsAbout } from '../../workspace/document-rows';
import { isPast } from '../../workspace/due';
import { valueOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'supplier/review-overdue',
  scope: 'document',
  about: 'supplier',
  severity: 'warning',
  references: ['A.10.3'],
  messages: {
    found:
      '{supplier} had to be looked at again by {due}. Check that it still delivers what your AI systems need, then set the next date (A.10.3).',
  },
  *check(document, view) {
    for (const supplier of rowsAbout(document, 'supplier')) {
      const due = valueOf(supplier, 'next_review');
      if (!isPast(view, due) || valueOf(supplier, 'due_diligence_on') >= due) continue;
      yield {
        at: onField(supplier, 'next_review'),
        message: 'found',
        data: { supplier: rowName(supplier), due },
      };
    }
  },
});
