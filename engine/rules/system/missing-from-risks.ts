import { isAssessed } from '../../workspace/assessment-state';
import { isActive, namedSystemIds } from '../../workspace/named-systems';
import { foldId, valueOf } from '../../workspace/names';
import { onRow } from '../../workspace/places';
import { rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'system/missing-from-risks',
  scope: 'workspace',
  reads: 'all',
  severity: 'information',
  references: ['6.1.2', '8.2'],
  messages: {
    found:
      'No risk names {system}. Either its risks are still to be assessed, or name the system in the risks that it shares with others (clause 6.1.2).',
  },
  *check(view) {
    if (view.incompleteWith('risk')) return;
    const named = namedSystemIds(view, view.rows('risk'));
    // A register that names no system at all is kept for the organisation as a whole.
    if (named.size === 0 || named.has('all')) return;
    for (const system of view.systems) {
      if (
        !isActive(system) ||
        system.id === '' ||
        valueOf(system, 'lifecycle') === 'concept' ||
        named.has(foldId(system.id))
      )
        continue;
      // Where an approved assessment is there, assessment/no-risk-follows says it.
      if (isAssessed(view.assessmentState(system).state)) continue;
      yield { at: onRow(system), message: 'found', data: { system: rowName(system) } };
    }
  },
});
