import { daysBetween } from '../../kinds/dates';
import type { DocumentRecord, Row } from '../../kinds/record';
import { assessedOn, isInScope } from '../../workspace/assessment-state';
import { foldId, valueOf, valuesOf } from '../../workspace/names';
import { onField, onRow } from '../../workspace/places';
import { completedReviews } from '../../workspace/suspect';
import { rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'incident/assessment-not-revisited',
  scope: 'workspace',
  severity: 'warning',
  references: ['8.4', 'A.5.2'],
  reads: 'all',
  messages: {
    found:
      '{row} was {severity}, but the impact assessment of {system} ({last}) was not looked at since. Check whether it still holds and record the review; if it plainly does, say so in the incident.',
    assessment: 'The assessment.',
  },
  *check(view) {
    if (view.incompleteWith('assessment')) return;
    for (const row of view.rows('incident')) {
      const [date, severity] = [valueOf(row, 'date'), valueOf(row, 'severity')];
      if (
        date === '' ||
        (severity !== 'high' && severity !== 'critical') ||
        daysBetween(date, view.today) < 30 ||
        saysNoEffect(row)
      )
        continue;
      const named = new Set(valuesOf(row, 'systems').map(foldId));
      for (const system of view.systems) {
        if (!named.has(foldId(system.id)) || !isInScope(system) || valueOf(system, 'lifecycle') === 'retired') continue;
        const looked = view.assessmentsOf(system).map((assessment) => ({ assessment, on: lastLook(assessment) }));
        const [latest] = looked.filter(({ on }) => on !== '').sort((a, b) => (a.on < b.on ? 1 : -1));
        // Without any assessment another rule speaks.
        if (!latest || latest.on >= date) continue;
        const data = { row: rowName(row), severity, system: rowName(system), last: latest.on };
        yield {
          at: onField(row, 'systems'),
          message: 'found',
          data,
          related: [{ at: onRow(latest.assessment.metadata), message: 'assessment' }],
        };
      }
    }
  },
});

/** The last day on which somebody assessed, or completed a review of the assessment. */
function lastLook(assessment: DocumentRecord): string {
  const days = completedReviews(assessment.metadata).map(({ on }) => on);
  return (
    [assessedOn(assessment), ...days]
      .filter((day) => /^\d{4}-\d{2}-\d{2}$/.test(day))
      .sort()
      .pop() ?? ''
  );
}

function saysNoEffect(row: Row): boolean {
  return [...row.fields.values()].some(
    (field) =>
      field.state === 'filled' &&
      /\b(?:no (?:effect|influence|impact) on the (?:impact )?assessment|assessment (?:still holds|unaffected|not affected|revisited|reviewed)|keine Auswirkung auf die (?:Folgen)?(?:abschätzung|bewertung))\b/i.test(
        field.text,
      ),
  );
}
