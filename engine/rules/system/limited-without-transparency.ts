import { appliesFrom } from '../../workspace/ai-act-basis';
import { isBlank, rowsAbout } from '../../workspace/document-rows';
import { isActiveInUse } from '../../workspace/named-systems';
import { valueOf, valuesOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'system/limited-without-transparency',
  scope: 'document',
  about: 'system',
  rowByRow: true,
  severity: 'warning',
  references: ['EU AI Act, Article 50'],
  messages: {
    now: '{system} is in use with the tier "limited", but nothing says which duty of Article 50 applies. Write it, such as 50(1) for people who talk to the system.',
    later:
      '{system} is in use with the tier "limited", but nothing says which duty of Article 50 applies. The duties apply from {date}: write which ones in time.',
  },
  *check(document, view) {
    const { transparency } = view.catalogue.aiAct;
    for (const system of rowsAbout(document, 'system')) {
      if (
        !isActiveInUse(system) ||
        valueOf(system, 'ai_act.tier') !== 'limited' ||
        !isBlank(system, 'ai_act.transparency')
      )
        continue;
      const roles = valuesOf(system, 'roles');
      const own = transparency.filter((duty) => roles.includes(duty.role));
      const date = appliesFrom(own.length > 0 ? own : transparency);
      const later = date > view.today;
      yield {
        at: onField(system, 'ai_act.tier'),
        message: later ? 'later' : 'now',
        data: { system: rowName(system), date },
        severity: later ? 'information' : 'warning',
      };
    }
  },
});
