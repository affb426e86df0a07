import { assessedOn, isAssessed } from '../../workspace/assessment-state';
import { onField, onRow } from '../../workspace/places';
import { changedWords, entriesToday, reviewedAgainst } from '../../workspace/suspect';
import { documentName, enumerate, rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'assessment/suspect',
  scope: 'workspace',
  reads: 'all',
  severity: 'warning',
  references: ['8.4', 'A.5.2'],
  messages: {
    changed:
      '{system} is no longer as it was when {assessment} looked at it on {reviewed}: {fields} changed. Review the assessment and record the result, or assess anew (clause 8.4).',
    entries:
      '{system} is no longer as it was when {assessment} looked at it on {reviewed}: {fields} changed; now named: {entries}. Review the assessment and record the result, or assess anew (clause 8.4).',
    nothing:
      'Nothing says which state of {system} {assessment} looked at, and the system has no date of its last change. So a later change cannot be noticed; record a review once, and it will be.',
    form: 'The marks in {assessment} for {system} were written in a form ("{form}") that is not known here, so later changes cannot be noticed.',
    system: 'This is {system} as it is now.',
  },
  *check(view) {
    for (const { system, assessment, changed, note, state } of view.assessedSystems) {
      if (!isAssessed(state)) continue;
      const reviewed = reviewedAgainst(assessment.metadata, system);
      const data = {
        system: rowName(system),
        assessment: documentName(assessment),
        reviewed: (reviewed.known && reviewed.on) || assessedOn(assessment),
        fields: changedWords(changed),
        form: reviewed.known ? reviewed.form : '',
      };
      const at = onField(assessment.metadata, 'assessed_on');
      const related = [{ at: onRow(system), message: 'system', data: { system: rowName(system) } }];
      // Marks tell that entries or versions differ, not which; of long lists of fields the models are the smaller part.
      const material = changed.filter((field) => field === 'models' || field === 'datasets');
      const entries = material.flatMap((field) => entriesToday(system, field, view.names));
      const named = material.length === changed.length ? enumerate(entries) || 'none' : '';
      if (state === 'suspect' && reviewed.known)
        yield { at, message: named === '' ? 'changed' : 'entries', data: { ...data, entries: named }, related };
      else if (note === 'nothing-to-compare') yield { at, message: 'nothing', data, related, severity: 'information' };
      else if (note === 'unknown-form') yield { at, message: 'form', data, related, severity: 'information' };
    }
  },
});
