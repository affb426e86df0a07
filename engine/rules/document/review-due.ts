import { addPeriod } from '../../kinds/dates';
import { isFilled } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { documentReviewDay } from '../../workspace/review-dates';
import { documentName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'document/review-due',
  scope: 'workspace',
  severity: 'information',
  references: ['7.5.2'],
  reads: 'all',
  messages: { found: '{document} has to be reviewed by {due}. Plan it now, so that it does not become overdue.' },
  *check(view) {
    const soon = addPeriod(view.today, view.configuration.warnBefore);
    for (const document of view.documents) {
      if (document.status === 'template' || document.status === 'retired') continue;
      const due = documentReviewDay(view, document);
      if (due === '' || due < view.today || due > soon) continue;
      const field = isFilled(document.metadata, 'next_review')
        ? 'next_review'
        : isFilled(document.metadata, 'approved_on')
          ? 'approved_on'
          : 'reviewed';
      yield {
        at: onField(document.metadata, field),
        message: 'found',
        data: { document: documentName(document), due },
      };
    }
  },
});
