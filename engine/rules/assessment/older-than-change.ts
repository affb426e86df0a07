import type { Row } from '../../kinds/record';
import { assessedOn, isAssessed } from '../../workspace/assessment-state';
import { namedSystemIds } from '../../workspace/named-systems';
import { foldId, isFilled, valueOf } from '../../workspace/names';
import { onField, onRow } from '../../workspace/places';
import { reviewedAgainst } from '../../workspace/suspect';
import { documentName, rowName } from '../../workspace/wording';
import type { WorkspaceView } from '../../workspace/workspace-view';
import { defineRule } from '../rule';

export default defineRule({
  id: 'assessment/older-than-change',
  scope: 'workspace',
  reads: 'all',
  severity: 'warning',
  references: ['8.4'],
  messages: {
    system:
      '{assessment} dates from {assessed}, and {system} was last changed on {change}. Look at the assessment again and record the result (clause 8.4).',
    record:
      '{assessment} dates from {assessed}, and {record} changed {system} on {change}. Look at the assessment again, and say in the change record what came of it (clause 8.4).',
    change: 'This is the change.',
  },
  *check(view) {
    const changes = view
      .rows('change')
      .filter((row) => !isFilled(row, 'assessment_revisited') && valueOf(row, 'date') !== '');
    for (const { system, assessment, state } of view.assessedSystems) {
      // Where the assessment says what it looked at, a real difference counts and not a date: assessment/suspect.
      if (!isAssessed(state) || reviewedAgainst(assessment.metadata, system).known) continue;
      const assessed = assessedOn(assessment);
      const last = valueOf(system, 'last_change');
      const record = last > assessed ? undefined : newest(view, changes, system, assessed);
      const change = record ? valueOf(record, 'date') : last;
      if (change <= assessed) continue;
      const data = {
        assessment: documentName(assessment),
        assessed,
        system: rowName(system),
        change,
        record: record ? rowName(record) : '',
      };
      const related = [
        {
          at: record ? onRow(record) : onField(system, 'last_change'),
          message: 'change',
        },
      ];
      yield {
        at: onField(assessment.metadata, 'assessed_on'),
        message: record ? 'record' : 'system',
        data,
        related,
      };
    }
  },
});

function newest(view: WorkspaceView, changes: readonly Row[], system: Row, after: string): Row | undefined {
  const own = foldId(system.id);
  return changes
    .filter(
      (row) =>
        valueOf(row, 'date') > after && valueOf(row, 'date') <= view.today && namedSystemIds(view, [row]).has(own),
    )
    .sort((a, b) => (valueOf(a, 'date') < valueOf(b, 'date') ? 1 : -1))[0];
}
