import { rowsAbout } from '../../workspace/document-rows';
import { isActive } from '../../workspace/named-systems';
import { filledText, isFilled, valueOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'system/tier-undetermined',
  scope: 'document',
  about: 'system',
  rowByRow: true,
  severity: 'information',
  references: ['EU AI Act, Article 6'],
  messages: {
    undecided:
      'Nobody has decided yet which tier of the AI Act {system} falls into. Until a person decides and signs with name and date, no duties are shown for it.',
    generalPurpose:
      '"{text}" says something about a model, not about {system}. Mark the model as general-purpose in the model register, and decide the tier of the system for itself.',
  },
  *check(document, view) {
    const { frameworks } = view.configuration;
    const wanted = frameworks.includes('eu-ai-act');
    for (const system of rowsAbout(document, 'system')) {
      if (!isActive(system) || (frameworks.length > 0 && !wanted)) continue;
      const at = onField(system, 'ai_act.tier');
      const text = filledText(system, 'ai_act.tier');
      const data = { system: rowName(system), text };
      if (/gpai|general[ -]?purpose/i.test(text)) yield { at, message: 'generalPurpose', data };
      else if (valueOf(system, 'ai_act.tier') === 'undetermined' || (wanted && !isFilled(system, 'ai_act.tier')))
        yield { at, message: 'undecided', data };
    }
  },
});
