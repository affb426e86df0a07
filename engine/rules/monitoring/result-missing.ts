import { addPeriod, daysBetween } from '../../kinds/dates';
import { readPeriod } from '../../kinds/period';
import { filledText, foldId, valueOf, valuesOf } from '../../workspace/names';
import { onRow } from '../../workspace/places';
import { rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'monitoring/result-missing',
  scope: 'workspace',
  severity: 'warning',
  expected: true,
  references: ['9.1'],
  reads: 'all',
  messages: {
    late: '{row} is measured {frequency}, but its newest result is of {last}. Usually a result of this or the period before is expected: record it, or change how often it is measured.',
    never: '{row} is measured {frequency}, but there is no result yet. Record the first one.',
  },
  *check(view) {
    // Who keeps results outside, as a dashboard or as reports, has no list of them here.
    if (
      view.documentsOf('monitoring-results').length === 0 ||
      view.incompleteWith('result') ||
      view.incompleteWith('metric')
    )
      return;
    const results = view.rows('result');
    if (results.length === 0) return;
    for (const plan of view.documentsOf('monitoring-plan')) {
      if (plan.status !== 'approved') continue;
      for (const row of plan.rows) {
        const period = readPeriod(filledText(row, 'frequency'));
        if (row.entity !== 'metric' || row.unfilled || period === '' || /^P\d+D$|W$/.test(period)) continue;
        const names = new Set([row.id, filledText(row, 'metric')].filter((name) => name !== '').map(foldId));
        const own = results.filter(
          (result) =>
            names.has(foldId(result.id)) ||
            valuesOf(result, 'metric').some((value) => names.has(foldId(value))) ||
            names.has(foldId(filledText(result, 'metric'))),
        );
        const last =
          own
            .map((result) => valueOf(result, 'date'))
            .sort()
            .pop() ?? '';
        const since = last || valueOf(plan.metadata, 'approved_on');
        if (since === '' || since >= startOfPreviousPeriod(view.today, period)) continue;
        if (last === '' && daysBetween(since, view.today) < 31) continue;
        const data = { row: rowName(row), frequency: filledText(row, 'frequency').toLowerCase(), last };
        yield { at: onRow(row), message: last === '' ? 'never' : 'late', data };
      }
    }
  },
});

/** The first day of the calendar month, quarter, half year or year before the present one. */
function startOfPreviousPeriod(today: string, period: string): string {
  const years = /^P(\d+)Y$/.exec(period);
  const months = years ? Number(years[1]) * 12 : Number(/^P(\d+)M$/.exec(period)?.[1] ?? 12);
  const [year = 0, month = 1] = today.split('-').map(Number);
  const start = Math.floor((year * 12 + month - 1) / months) * months;
  const first = `${Math.floor(start / 12)}-${String((start % 12) + 1).padStart(2, '0')}-01`;
  return addPeriod(first, `P${months}M`, -1);
}
