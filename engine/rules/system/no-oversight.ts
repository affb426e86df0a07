import { appliesFrom, ofRoute, readBasis } from '../../workspace/ai-act-basis';
import { isBlank, rowsAbout } from '../../workspace/document-rows';
import { isActive } from '../../workspace/named-systems';
import { filledText, valueOf, valuesOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'system/no-oversight',
  scope: 'document',
  about: 'system',
  rowByRow: true,
  severity: 'warning',
  references: ['A.9.2', 'EU AI Act, Article 26'],
  messages: {
    now: '{system} is high-risk and you are its deployer, but nothing says who oversees it. Name the people, and how they can step in (Article 26(2) of the AI Act; A.9.2).',
    later:
      '{system} is high-risk and you are its deployer, but nothing says who oversees it. The duty of Article 26(2) of the AI Act applies from {date}; name the people in time (A.9.2).',
  },
  *check(document, view) {
    const duties = view.catalogue.aiAct.duties.filter(
      (duty) => duty.tier === 'high' && duty.role === 'deployer' && duty.articles.includes('26(2)'),
    );
    for (const system of rowsAbout(document, 'system')) {
      if (!isActive(system) || valueOf(system, 'ai_act.tier') !== 'high' || !isBlank(system, 'human_oversight'))
        continue;
      if (!valuesOf(system, 'roles').some((role) => role === 'deployer' || role === 'user')) continue;
      const date = appliesFrom(ofRoute(duties, readBasis(filledText(system, 'ai_act.basis'))));
      const later = date > view.today;
      yield {
        at: onField(system, 'human_oversight'),
        message: later ? 'later' : 'now',
        data: { system: rowName(system), date },
        severity: later ? 'information' : 'warning',
      };
    }
  },
});
