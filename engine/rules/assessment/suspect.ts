import { assessedOn } from '../../workspace/assessment-state';
import { reviewedAgainst } from '../../workspace/suspect';
import { documentName, enumerate, rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

/** The reviewed fields in the words of a sentence. */
const WORDS: Readonly<Record<string, string>> = {
  intended_use: 'intended use',
  human_oversight: 'human oversight',
  affected_groups: 'affected groups',
  deployed_in: 'where it is used',
  tier: 'AI Act tier',
  basis: 'basis of the tier',
};

export default defineRule({
  id: 'assessment/suspect',
  scope: 'workspace',
  reads: 'all',
  severity: 'warning',
  references: ['8.4', 'A.5.2'],
  messages: {
    changed:
      '{system} is no longer as it was when {assessment} looked at it on {reviewed}: {fields} changed. Review the assessment and record the result, or assess anew (clause 8.4).',
    nothing:
      'Nothing says which state of {system} {assessment} looked at, and the system has no date of its last change. So a later change cannot be noticed; record a review once, and it will be.',
    form: 'The marks in {assessment} for {system} were written in a form ("{form}") that is not known here, so later changes cannot be noticed.',
    system: 'This is {system} as it is now.',
  },
  *check(view) {
    for (const system of view.systems) {
      const { assessment, changed, note, state } = view.assessmentState(system);
      if (!assessment || !['suspect', 'current', 'overdue'].includes(state)) continue;
      const reviewed = reviewedAgainst(assessment.metadata, system);
      const data = {
        system: rowName(system),
        assessment: documentName(assessment),
        reviewed: (reviewed.known && reviewed.on) || assessedOn(assessment),
        fields: enumerate(changed.map((field) => WORDS[field] ?? field)),
        form: reviewed.known ? reviewed.form : '',
      };
      const at = { on: 'field' as const, row: assessment.metadata, field: 'assessed_on' };
      const related = [
        { at: { on: 'row' as const, row: system }, message: 'system', data: { system: rowName(system) } },
      ];
      if (state === 'suspect' && reviewed.known) yield { at, message: 'changed', data, related };
      else if (note === 'nothing-to-compare') yield { at, message: 'nothing', data, related, severity: 'information' };
      else if (note === 'unknown-form') yield { at, message: 'form', data, related, severity: 'information' };
    }
  },
});
