import { rowsAbout } from '../../workspace/document-rows';
import { isPast } from '../../workspace/due';
import { valueOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { isOpenRisk } from '../../workspace/risk-links';
import { rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'risk/review-overdue',
  scope: 'document',
  about: 'risk',
  rowByRow: true,
  severity: 'warning',
  references: ['8.2'],
  messages: {
    found:
      '{risk} had to be looked at again by {due}. Check its rating and treatment, then set the next date (clause 8.2).',
  },
  *check(document, view) {
    for (const risk of rowsAbout(document, 'risk')) {
      const due = valueOf(risk, 'next_review');
      if (!isOpenRisk(risk) || !isPast(view, due)) continue;
      // Looked at since then: the next date was forgotten, not the review.
      if (valueOf(risk, 'last_reviewed') >= due) continue;
      yield {
        at: onField(risk, 'next_review'),
        message: 'found',
        data: { risk: rowName(risk), due },
      };
    }
  },
});
