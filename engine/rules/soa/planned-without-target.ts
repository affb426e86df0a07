import { includedIn, referencesOf, STATEMENT, treatmentsOf } from '../../workspace/decisions';
import { filledText, isFilled, valueOf } from '../../workspace/names';
import { defineRule } from '../rule';

export default defineRule({
  id: 'soa/planned-without-target',
  scope: 'document',
  looksAround: true,
  severity: 'warning',
  references: ['6.1.3', '8.3'],
  messages: {
    found: '{control} is "{status}", but nothing says by when it will be in place: neither the row nor a treatment plan has a date. Clause 6.1.3 asks for a plan: add a target date.',
  },
  *check(document, view) {
    if (document.kind.kind !== STATEMENT || view.incompleteWith('treatment')) return;
    for (const row of includedIn(document)) {
      const status = valueOf(row, 'status');
      const waiting = status === 'not_started' && document.status === 'approved';
      if (status !== 'planned' && status !== 'partial' && !waiting) continue;
      if (isFilled(row, 'target_date') || treatmentsOf(view, row.id).some((treatment) => isFilled(treatment, 'due'))) continue;
      const report = { at: { on: 'field' as const, row, field: 'status' }, message: 'found', data: { control: row.id, status: filledText(row, 'status') }, references: referencesOf(row) };
      yield waiting ? { ...report, severity: 'information' } : report;
    }
  },
});
