import { rowsAbout } from '../../workspace/document-rows';
import { isActive } from '../../workspace/named-systems';
import { valueOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'system/tier-decided-before-change',
  scope: 'document',
  about: 'system',
  rowByRow: true,
  severity: 'warning',
  references: ['EU AI Act, Article 6', '8.4'],
  messages: {
    change:
      'The tier of {system} was decided on {decided}, before its last change on {change}. Look at it again: a change of purpose or use can change the tier.',
    act: 'The tier of {system} was decided on {decided}, before the AI Act was amended on {amended}. Look at it once more in the light of the amended text.',
  },
  *check(document, view) {
    const amended = view.catalogue.aiAct.version.asOf;
    for (const system of rowsAbout(document, 'system')) {
      const tier = valueOf(system, 'ai_act.tier');
      const decided = valueOf(system, 'ai_act.decided_on');
      if (tier === '' || tier === 'undetermined' || decided === '' || !isActive(system)) continue;
      const change = valueOf(system, 'last_change');
      const at = onField(system, 'ai_act.decided_on');
      const data = { system: rowName(system), decided, change, amended };
      if (change > decided) yield { at, message: 'change', data };
      else if (decided < amended && amended <= view.today) yield { at, message: 'act', data, severity: 'information' };
    }
  },
});
