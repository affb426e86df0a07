import { rowsAbout } from '../../workspace/document-rows';
import { isFilled, valueOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { isOpenRisk, riskLinks } from '../../workspace/risk-links';
import { rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'risk/treatment-without-control',
  scope: 'document',
  about: 'risk',
  rowByRow: true,
  looksAround: true,
  severity: 'warning',
  references: ['6.1.3'],
  messages: {
    none: '{risk} is to be modified, but no control is named: not here, not in the Statement of Applicability and not in the treatment plan. Name the controls that make it smaller (clause 6.1.3).',
    action:
      '{risk} is to be modified by an action, but no control is named. Say which control the action belongs to, so that it can be compared with Annex A (clause 6.1.3).',
  },
  *check(document, view) {
    const risks = rowsAbout(document, 'risk').filter(
      (risk) => isOpenRisk(risk) && valueOf(risk, 'treatment') === 'modify',
    );
    if (risks.length === 0 || view.incompleteWith('control-decision') || view.incompleteWith('treatment')) return;
    const linksOf = riskLinks(view);
    for (const risk of risks) {
      const { controls, plan } = linksOf(risk);
      // What is written as a control and cannot be read is reported where it stands.
      if (controls.size > 0 || isFilled(risk, 'controls')) continue;
      const action = isFilled(risk, 'action') || plan.some((row) => isFilled(row, 'action'));
      yield {
        at: onField(risk, 'treatment'),
        message: action ? 'action' : 'none',
        data: { risk: rowName(risk) },
        severity: action ? 'information' : 'warning',
      };
    }
  },
});
