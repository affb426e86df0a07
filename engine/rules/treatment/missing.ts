import { rowsAbout } from '../../workspace/document-rows';
import { filledText, valueOf } from '../../workspace/names';
import { onField, onList } from '../../workspace/places';
import { isInPlace, isOpenRisk, isOwnPlan, riskLinks } from '../../workspace/risk-links';
import { isAcceptable, riskScale } from '../../workspace/risk-scale';
import { documentName, rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'treatment/missing',
  scope: 'document',
  about: 'risk',
  looksAround: true,
  severity: 'warning',
  references: ['6.1.3'],
  messages: {
    risk: '{risk} is to be treated, but no treatment plan names it and its controls are not all in place. Add who does what by when (clause 6.1.3).',
    plan: '{count} risks in {register} are to be treated, and there is no treatment plan. Create one that says who does what by when (clause 6.1.3).',
  },
  *check(document, view) {
    const risks = rowsAbout(document, 'risk').filter(
      (risk) => isOpenRisk(risk) && ['modify', 'share'].includes(valueOf(risk, 'treatment')),
    );
    if (risks.length === 0 || view.incompleteWith('treatment') || view.incompleteWith('control-decision')) return;
    const scale = riskScale(view);
    const linksOf = riskLinks(view);
    const open = risks.filter((risk) => {
      const { plan, decisions } = linksOf(risk);
      if (plan.length > 0 || isOwnPlan(risk) || isAcceptable(scale, filledText(risk, 'level')) === true) return false;
      return decisions.length === 0 || !decisions.every(isInPlace);
    });
    // Without any plan that is one thing to tell, not one for each risk.
    if (open.length > 1 && view.rows('treatment').length === 0) {
      const data = { count: open.length, register: documentName(document) };
      yield { at: onList(document, open[0]?.definition?.list ?? 'risks'), message: 'plan', data };
      return;
    }
    for (const risk of open) yield { at: onField(risk, 'treatment'), message: 'risk', data: { risk: rowName(risk) } };
  },
});
