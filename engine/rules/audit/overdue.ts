import { addPeriod } from '../../kinds/dates';
import { readPeriod } from '../../kinds/period';
import { auditDay, reportsOf } from '../../workspace/audits';
import { isPast } from '../../workspace/due';
import { filledText, isFilled, valueOf } from '../../workspace/names';
import { onField, onRow } from '../../workspace/places';
import { documentName, rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'audit/overdue',
  scope: 'workspace',
  severity: 'warning',
  expected: true,
  references: ['9.2.2'],
  reads: 'all',
  messages: {
    planned:
      '{row} was planned for {planned}, and no report belongs to it. Hold the audit, link its report, or plan it anew.',
    interval: 'The newest audit report is of {last}. Usually an audit is expected every {interval}: plan the next one.',
  },
  *check(view) {
    if (view.incompleteOf('audit-report', 'audit-programme')) return;
    let late = false;
    for (const row of view.rows('audit')) {
      const planned = valueOf(row, 'planned');
      if (!isPast(view, planned) || isFilled(row, 'report') || reportsOf(view, row).length > 0) continue;
      late = true;
      yield { at: onField(row, 'planned'), message: 'planned', data: { row: rowName(row), planned } };
    }
    const [programme] = view.documentsOf('audit-programme');
    const last = view.documentsOf('audit-report').map(auditDay).sort().pop() ?? '';
    if (late || !programme || last === '') return;
    const period = readPeriod(filledText(programme.metadata, 'interval')) || 'P12M';
    if (addPeriod(last, period) >= view.today) return;
    const data = {
      last,
      interval: filledText(programme.metadata, 'interval') || '12 months',
      document: documentName(programme),
    };
    yield { at: onRow(programme.metadata), message: 'interval', data };
  },
});
