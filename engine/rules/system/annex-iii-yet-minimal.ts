import { isHighRiskPoint, readBasis } from '../../workspace/ai-act-basis';
import { rowsAbout } from '../../workspace/document-rows';
import { isActive } from '../../workspace/named-systems';
import { filledText, isFilled, valueOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'system/annex-iii-yet-minimal',
  scope: 'document',
  about: 'system',
  rowByRow: true,
  severity: 'warning',
  references: ['EU AI Act, Article 6'],
  messages: {
    found:
      '{system} names {basis} as its basis, a use that Annex III lists as high-risk, yet its tier is {tier}. Either the tier is high, or an exemption under Article 6(3) has to be decided and written down.',
  },
  *check(document, view) {
    for (const system of rowsAbout(document, 'system')) {
      const tier = valueOf(system, 'ai_act.tier');
      if (!isActive(system) || (tier !== 'minimal' && tier !== 'limited') || isFilled(system, 'ai_act.exemption'))
        continue;
      const text = filledText(system, 'ai_act.basis');
      // "No use of Annex III" is a reason for the tier and no contradiction.
      // A point that the Annex does not have is a finding of its own: system/unknown-basis.
      const points = readBasis(text).points.filter((point) => isHighRiskPoint(view.catalogue.aiAct, point));
      if (
        points.length === 0 ||
        /\b(?:not?|none|outside|kein\w*|nicht|aucun\w*|pas|no es|geen|niet)\b|6\s*\(3\)/i.test(text)
      )
        continue;
      const data = { system: rowName(system), basis: `Annex III ${points.join(', ')}`, tier };
      yield { at: onField(system, 'ai_act.tier'), message: 'found', data };
    }
  },
});
