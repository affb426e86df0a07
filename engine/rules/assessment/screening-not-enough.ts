import { isFilled, valueOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { documentName, rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'assessment/screening-not-enough',
  scope: 'workspace',
  reads: 'all',
  severity: 'warning',
  references: ['6.1.4', 'A.5.2'],
  messages: {
    tier: '{assessment} is only a screening, but the tier of {system} is {tier}. Do the full assessment.',
    groups:
      '{assessment} is only a screening, but the inventory names people whom {system} affects. Do the full assessment.',
    reason:
      '{assessment} is only a screening, and nothing says why that is enough for {system}. Write the reason, or do the full assessment.',
  },
  *check(view) {
    for (const { system, assessment, note } of view.assessedSystems) {
      if (note !== 'screening-not-enough') continue;
      const tier = valueOf(system, 'ai_act.tier');
      const message =
        tier === 'high' || tier === 'prohibited'
          ? 'tier'
          : isFilled(assessment.metadata, 'depth_reason')
            ? 'groups'
            : 'reason';
      const data = { assessment: documentName(assessment), system: rowName(system), tier };
      yield { at: onField(assessment.metadata, 'depth'), message, data };
    }
  },
});
