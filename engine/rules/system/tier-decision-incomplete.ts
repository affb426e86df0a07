import { isBlank, rowsAbout } from '../../workspace/document-rows';
import { isActive } from '../../workspace/named-systems';
import { valueOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { enumerate, rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'system/tier-decision-incomplete',
  scope: 'document',
  about: 'system',
  rowByRow: true,
  severity: 'warning',
  references: ['EU AI Act, Article 6', 'A.5.2'],
  messages: {
    found:
      'The tier of {system} is {tier}, but nothing says {missing}. Only the person who decided fills that in; until then no duties are shown for the system.',
  },
  *check(document) {
    for (const system of rowsAbout(document, 'system')) {
      const tier = valueOf(system, 'ai_act.tier');
      if (tier === '' || tier === 'undetermined' || !isActive(system)) continue;
      const missing = [
        ...(isBlank(system, 'ai_act.decided_by') ? ['who decided it'] : []),
        ...(isBlank(system, 'ai_act.decided_on') ? ['on which day'] : []),
      ];
      if (missing.length === 0) continue;
      yield {
        at: onField(system, 'ai_act.tier'),
        message: 'found',
        data: { system: rowName(system), tier, missing: enumerate(missing) },
      };
    }
  },
});
