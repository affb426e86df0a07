import { assessedOn } from '../../workspace/assessment-state';
import { rowsAbout } from '../../workspace/document-rows';
import { isPast } from '../../workspace/due';
import { isActive } from '../../workspace/named-systems';
import { valueOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { reviewedAgainst } from '../../workspace/suspect';
import { rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'system/review-overdue',
  scope: 'document',
  about: 'system',
  rowByRow: true,
  looksAround: true,
  severity: 'warning',
  references: ['8.4', 'A.6.2.6'],
  messages: {
    found:
      'The entry of {system} had to be looked at by {due}. Check that purpose, use, models and people concerned are still as written, then set the next date.',
  },
  *check(document, view) {
    for (const system of rowsAbout(document, 'system')) {
      const due = valueOf(system, 'next_review');
      if (!isPast(view, due) || !isActive(system)) continue;
      const { assessment } = view.assessmentState(system);
      // Whoever assessed or reviewed the system since then has looked at it.
      if (assessment?.status === 'approved') {
        const reviewed = reviewedAgainst(assessment.metadata, system);
        if (assessedOn(assessment) > due || (reviewed.known && reviewed.on > due)) continue;
      }
      yield {
        at: onField(system, 'next_review'),
        message: 'found',
        data: { system: rowName(system), due },
      };
    }
  },
});
