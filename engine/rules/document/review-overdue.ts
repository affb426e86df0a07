import { isLive } from '../../workspace/document-status';
import { isPast } from '../../workspace/due';
import { onField } from '../../workspace/places';
import { documentReviewDay, reviewDayField } from '../../workspace/review-dates';
import { documentName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'document/review-overdue',
  scope: 'workspace',
  severity: 'warning',
  references: ['7.5.2'],
  reads: 'all',
  messages: {
    planned:
      'The review of {document} was planned for {due} and has not been recorded. Review it, then write the new date; until then it counts as out of date.',
    derived:
      '{document} was last approved or reviewed so long ago that it was due again on {due}. Review it and write when the next review is.',
  },
  *check(view) {
    for (const document of view.documents) {
      if (!isLive(document)) continue;
      const due = documentReviewDay(view, document);
      if (!isPast(view, due)) continue;
      const field = reviewDayField(document);
      yield {
        at: onField(document.metadata, field),
        message: field === 'next_review' ? 'planned' : 'derived',
        data: { document: documentName(document), due },
      };
    }
  },
});
