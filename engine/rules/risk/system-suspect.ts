import type { Row } from '../../kinds/record';
import { assessedOn } from '../../workspace/assessment-state';
import { rowsAbout, rowsNamed } from '../../workspace/document-rows';
import { valueOf } from '../../workspace/names';
import { onField, onRow } from '../../workspace/places';
import { isOpenRisk } from '../../workspace/risk-links';
import { changedWords } from '../../workspace/suspect';
import { documentName, enumerate, rowName } from '../../workspace/wording';
import type { WorkspaceView } from '../../workspace/workspace-view';
import { defineRule } from '../rule';

export default defineRule({
  id: 'risk/system-suspect',
  scope: 'document',
  about: 'risk',
  rowByRow: true,
  looksAround: true,
  severity: 'information',
  references: ['8.2', '8.4'],
  messages: {
    entries:
      '{system} is no longer as it was when {assessment} looked at it: {changes} changed. Check whether the rating and treatment of {risk} still hold (clause 8.2).',
    dated:
      '{system} was changed on {changes}, after {assessment} looked at it. Check whether the rating and treatment of {risk} still hold (clause 8.2).',
    several:
      'These systems are no longer as they were when they were assessed: {changes}. Check whether the rating and treatment of {risk} still hold (clause 8.2).',
    assessment: 'The assessment that looked at {system}.',
  },
  *check(document, view) {
    for (const risk of rowsAbout(document, 'risk')) {
      if (!isOpenRisk(risk)) continue;
      const suspects = suspectSystems(view, risk);
      const [first] = suspects;
      if (!first) continue;
      const several = suspects.length > 1;
      yield {
        at: onField(risk, 'systems'),
        message: several ? 'several' : first.dated ? 'dated' : 'entries',
        data: {
          risk: rowName(risk),
          system: rowName(first.system),
          assessment: documentName(first.assessment),
          changes: several
            ? enumerate(suspects.map(({ system, changes }) => `${rowName(system)} (${changes})`))
            : first.changes,
        },
        related: suspects.map(({ system, assessment }) => ({
          at: onRow(assessment.metadata),
          message: 'assessment',
          data: { system: rowName(system) },
        })),
      };
    }
  },
});

/** The systems that a risk names itself and that changed since they were assessed. `all` names none in particular. */
function suspectSystems(view: WorkspaceView, risk: Row) {
  return [...new Set(rowsNamed(view, risk, 'systems'))].flatMap((system) => {
    if (system.entity !== 'system') return [];
    const { state, changed, assessment } = view.assessmentState(system);
    if (state !== 'suspect' || !assessment) return [];
    const dated = changed.includes('last_change');
    const day = valueOf(system, 'last_change');
    // With nothing but a day to go by, a risk that was looked at since then is up to date.
    if (dated && valueOf(risk, 'last_reviewed') >= day && day > assessedOn(assessment)) return [];
    return [{ system, assessment, dated, changes: dated ? day : changedWords(changed) }];
  });
}
