import { isLive } from '../../workspace/document-status';
import { dueState } from '../../workspace/due';
import { onField } from '../../workspace/places';
import { documentReviewDay, reviewDayField } from '../../workspace/review-dates';
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
    for (const document of view.documents) {
      if (!isLive(document)) continue;
      const due = documentReviewDay(view, document);
      if (dueState(view, due) !== 'soon') continue;
      yield {
        at: onField(document.metadata, reviewDayField(document)),
        message: 'found',
        data: { document: documentName(document), due },
      };
    }
  },
});
