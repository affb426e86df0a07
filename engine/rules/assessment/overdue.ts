import type { DocumentRecord } from '../../kinds/record';
import { isAssessed } from '../../workspace/assessment-state';
import { dueState } from '../../workspace/due';
import { isFilled } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { documentName, enumerate, rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'assessment/overdue',
  scope: 'workspace',
  reads: 'all',
  severity: 'warning',
  references: ['8.4'],
  messages: {
    overdue:
      '{assessment} was due again on {due}, and {systems} still rest{s} on it. Clause 8.4 asks for assessments at planned intervals: assess anew.',
    soon: '{assessment} of {systems} is due again on {due}. Plan the next assessment now (clause 8.4).',
  },
  *check(view) {
    const systemsOf = new Map<DocumentRecord, { due: string; names: string[] }>();
    for (const { system, assessment, due, state } of view.assessedSystems) {
      if (!isAssessed(state)) continue;
      const known = systemsOf.get(assessment);
      if (known) known.names.push(rowName(system));
      else systemsOf.set(assessment, { due, names: [rowName(system)] });
    }
    for (const [document, { due, names }] of systemsOf) {
      const state = dueState(view, due);
      if (state === 'later') continue;
      const field = isFilled(document.metadata, 'next_review') ? 'next_review' : 'assessed_on';
      const data = {
        assessment: documentName(document),
        due,
        systems: enumerate(names),
        s: names.length === 1 ? 's' : '',
      };
      yield {
        at: onField(document.metadata, field),
        message: state,
        data,
        severity: state === 'soon' ? 'information' : 'warning',
      };
    }
  },
});
