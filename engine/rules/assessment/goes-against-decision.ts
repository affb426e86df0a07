import { isAssessed } from '../../workspace/assessment-state';
import { filledText, valueOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { documentName, rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'assessment/goes-against-decision',
  scope: 'workspace',
  reads: 'all',
  severity: 'error',
  references: ['6.1.4', '8.4', 'A.5.2'],
  messages: {
    found:
      '{assessment} decided that {system} must not go on, yet the system is in {lifecycle}. Take it out of use, or have it assessed anew.',
    system: '{system} is in {lifecycle}.',
  },
  *check(view) {
    for (const { system, assessment, state } of view.assessedSystems) {
      const lifecycle = valueOf(system, 'lifecycle');
      if (lifecycle !== 'operation' && lifecycle !== 'deployment') continue;
      if (!isAssessed(state) || valueOf(assessment.metadata, 'decision') !== 'do_not_proceed') continue;
      const data = {
        assessment: documentName(assessment),
        system: rowName(system),
        lifecycle: filledText(system, 'lifecycle'),
      };
      const related = [{ at: onField(system, 'lifecycle'), message: 'system', data }];
      yield {
        at: onField(assessment.metadata, 'decision'),
        message: 'found',
        data,
        related,
        severity: lifecycle === 'operation' ? 'error' : 'warning',
        final: true,
      };
    }
  },
});
