import type { Row } from '../../kinds/record';
import { aboutControl } from '../../workspace/control-report';
import { eachOrAll, includedIn, STATEMENT, treatmentsOf } from '../../workspace/decisions';
import type { Report } from '../../workspace/finding';
import { filledText, isFilled, valueOf } from '../../workspace/names';
import { defineRule } from '../rule';

export default defineRule({
  id: 'soa/planned-without-target',
  scope: 'document',
  kinds: [STATEMENT],
  looksAround: true,
  severity: 'warning',
  references: ['6.1.3', '8.3'],
  messages: {
    found:
      '{control} is "{status}", but nothing says by when it will be in place: neither the row nor a treatment plan has a date. Clause 6.1.3 asks for a plan: add a target date.',
    all: 'For {count} controls that are not in place nothing says by when they will be: neither this list nor a treatment plan has a date. Clause 6.1.3 asks for a plan: add a column "Target date".',
  },
  *check(document, view) {
    if (view.incompleteWith('treatment')) return;
    const rows = includedIn(document).filter((row) =>
      ['planned', 'partial', 'not_started'].includes(valueOf(row, 'status')),
    );
    const speaking =
      document.status === 'approved' ? rows : rows.filter((row) => valueOf(row, 'status') !== 'not_started');
    const lacking = (row: Row): Omit<Report, 'at'> | undefined => {
      if (isFilled(row, 'target_date') || treatmentsOf(view, row.id).some((treatment) => isFilled(treatment, 'due')))
        return undefined;
      const report = aboutControl(row, 'found', { status: filledText(row, 'status') });
      return valueOf(row, 'status') === 'not_started' ? { ...report, severity: 'information' } : report;
    };
    yield* eachOrAll(document, speaking, 'target_date', lacking, 'status');
  },
});
