import type { AiAct } from '../../catalogue/catalogue';
import { isHighRiskPoint, readBasis } from '../../workspace/ai-act-basis';
import { rowsAbout } from '../../workspace/document-rows';
import { isActive } from '../../workspace/named-systems';
import { filledText, valueOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'system/unknown-basis',
  scope: 'document',
  about: 'system',
  rowByRow: true,
  severity: 'warning',
  references: ['EU AI Act, Article 6'],
  messages: {
    point:
      'Annex III of the AI Act has no point {point}, which {system} names as its basis. Check the number in the Act.',
    which: '{system} names Annex III as its basis, but not which point. Write it, such as "Annex III 5(d)".',
    high: '"{text}" names no ground on which {system} could be high-risk. Write a point of Annex III, such as "Annex III 5(d)", or "Article 6(1), Annex I".',
    practice:
      '"{text}" names none of the practices that Article 5 forbids. Write which one {system} falls under, such as "Article 5(1)(f)".',
  },
  *check(document, view) {
    for (const system of rowsAbout(document, 'system')) {
      const text = filledText(system, 'ai_act.basis');
      if (text === '' || !isActive(system)) continue;
      const found = problemOf(text, valueOf(system, 'ai_act.tier'), view.catalogue.aiAct);
      if (!found) continue;
      const data = { system: rowName(system), text, point: found.point ?? '' };
      yield { at: onField(system, 'ai_act.basis'), message: found.message, data };
    }
  },
});

function problemOf(text: string, tier: string, act: AiAct): { message: string; point?: string } | undefined {
  const basis = readBasis(text);
  const wrong = basis.points.find((point) => !isHighRiskPoint(act, point));
  if (wrong !== undefined) return { message: 'point', point: wrong };
  if (tier === 'high') {
    if (basis.annexI || basis.points.length > 0 || basis.articles.some((article) => /^6\(1/.test(article)))
      return undefined;
    return {
      message: basis.annexIII || basis.articles.some((article) => /^6(?:\(2\))?$/.test(article)) ? 'which' : 'high',
    };
  }
  if (tier === 'prohibited') {
    const known = basis.articles.some(
      (article) => article === '5' || article === '5(1)' || act.prohibited.some(({ id }) => id === article),
    );
    return known ? undefined : { message: 'practice' };
  }
  return undefined;
}
