import { reviewPeriod } from '../../configuration/configuration';
import { addPeriod } from '../../kinds/dates';
import { valueOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { documentName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'management-review/overdue',
  scope: 'workspace',
  severity: 'warning',
  references: ['9.3.1'],
  expected: true,
  reads: ['management-review'],
  messages: {
    found:
      'The last management review on record ({document}) was held on {held}; the next was due by {due}. Hold it, and record what management decided.',
  },
  *check(view) {
    if (view.incompleteOf('management-review')) return;
    const held = view.documentsOf('management-review').map((document) => ({
      document,
      on: valueOf(document.metadata, 'held_on') || valueOf(document.metadata, 'date'),
    }));
    const [last] = held.filter(({ on }) => on !== '').sort((a, b) => (a.on < b.on ? 1 : -1));
    if (!last) return;
    const planned = valueOf(last.document.metadata, 'next_review');
    const due = planned || addPeriod(last.on, reviewPeriod(view.configuration, 'management-review'));
    if (due >= view.today) return;
    const field = planned ? 'next_review' : valueOf(last.document.metadata, 'held_on') ? 'held_on' : 'date';
    yield {
      at: onField(last.document.metadata, field),
      message: 'found',
      data: { document: documentName(last.document), held: last.on, due },
    };
  },
});
