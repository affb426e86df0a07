import { appliesFrom, readBasis } from '../../workspace/ai-act-basis';
import { rowsAbout } from '../../workspace/document-rows';
import { isActiveInUse } from '../../workspace/named-systems';
import { filledText, valueOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'system/prohibited-in-use',
  scope: 'document',
  about: 'system',
  rowByRow: true,
  severity: 'error',
  references: ['EU AI Act, Article 5'],
  messages: {
    now: '{system} is classed as a practice that the AI Act forbids, and it is in {lifecycle}. Stop its use, or correct the tier if the classification was wrong.',
    later:
      '{system} is classed as a practice that the AI Act forbids from {date}, and it is in {lifecycle}. Its use has to end by then.',
  },
  *check(document, view) {
    const { duties } = view.catalogue.aiAct;
    for (const system of rowsAbout(document, 'system')) {
      if (!isActiveInUse(system) || valueOf(system, 'ai_act.tier') !== 'prohibited') continue;
      const { articles } = readBasis(filledText(system, 'ai_act.basis'));
      const bans = duties.filter((duty) => duty.tier === 'prohibited');
      const named = bans.filter((duty) =>
        duty.articles.some((article) => article !== '5' && articles.includes(article)),
      );
      const date = appliesFrom(named.length > 0 ? named : bans);
      const later = date > view.today;
      const data = { system: rowName(system), lifecycle: filledText(system, 'lifecycle'), date };
      yield {
        at: onField(system, 'ai_act.tier'),
        message: later ? 'later' : 'now',
        data,
        severity: later ? 'information' : 'error',
      };
    }
  },
});
