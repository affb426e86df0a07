import { addPeriod } from '../../kinds/dates';
import { readPeriod } from '../../kinds/period';
import { filledText, valueOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { documentName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'document/review-beyond-period',
  scope: 'document',
  where: ({ kind, status }) => kind.class === 'governing' && status === 'approved',
  severity: 'warning',
  references: ['7.5.2'],
  messages: {
    own: 'The next review of {document} is planned for {next}, but its review cycle says "{cycle}": that would be {latest} at the latest. Bring the two together.',
    configured:
      'The next review of {document} is planned for {next}, but aims.yaml asks for one every {cycle}: that would be {latest} at the latest. Bring the two together.',
  },
  *check(document, view) {
    const { metadata } = document;
    const next = valueOf(metadata, 'next_review');
    const last = [valueOf(metadata, 'approved_on'), valueOf(metadata, 'last_reviewed')].sort().pop() ?? '';
    if (next === '' || last === '') return;
    const cycle = filledText(metadata, 'review_cycle');
    const own = readPeriod(cycle);
    // Only a period that somebody has declared: the usual twelve months are ours, not theirs.
    const period = own || (view.configuration.review[document.kind.kind] ?? '');
    if (period === '') return;
    const latest = addPeriod(last, period);
    if (next <= addPeriod(latest, 'P31D')) return;
    const data = { document: documentName(document), next, latest, cycle: own ? cycle : period };
    yield { at: onField(metadata, 'next_review'), message: own ? 'own' : 'configured', data };
  },
});
