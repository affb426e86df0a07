import { isBlank, rowsAbout } from '../../workspace/document-rows';
import { isActive } from '../../workspace/named-systems';
import { valueOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'system/high-without-basis',
  scope: 'document',
  about: 'system',
  rowByRow: true,
  severity: 'warning',
  references: ['EU AI Act, Article 6'],
  messages: {
    found:
      '{system} is called high-risk, but nothing says on what ground. Name it, such as "Annex III 5(d)" or "Article 6(1), Annex I": which duties apply and from when depends on it.',
  },
  *check(document) {
    for (const system of rowsAbout(document, 'system')) {
      if (!isActive(system) || valueOf(system, 'ai_act.tier') !== 'high' || !isBlank(system, 'ai_act.basis')) continue;
      yield {
        at: onField(system, 'ai_act.tier'),
        message: 'found',
        data: { system: rowName(system) },
      };
    }
  },
});
