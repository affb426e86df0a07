import type { Row } from '../../kinds/record';
import { rowsAbout } from '../../workspace/document-rows';
import { filledText, foldName, isFilled, valueOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { isOpenRisk, riskLinks } from '../../workspace/risk-links';
import { isRatedLower, riskScale } from '../../workspace/risk-scale';
import { rowName } from '../../workspace/wording';
import type { WorkspaceView } from '../../workspace/workspace-view';
import { defineRule } from '../rule';

/** What carries a shared risk, in the words of the row. */
const SHARED_WITH =
  /\b(?:contract|agreement|insur\w*|insurer|supplier|vendor|warranty|indemni\w*)\b|vertrag|versicher|lieferant|contrat|assureur|fournisseur|contrato|seguro|proveedor|overeenkomst|verzeker|leverancier|契約|保険/i;

export default defineRule({
  id: 'risk/lowered-without-measure',
  scope: 'document',
  about: 'risk',
  rowByRow: true,
  looksAround: true,
  severity: 'warning',
  references: ['6.1.3'],
  messages: {
    found:
      'What remains of {risk} ("{residual}") is rated lower than the risk before treatment ("{level}"), but no control and no treatment plan says what made it smaller. Name it, or rate what remains as high (clause 6.1.3).',
  },
  *check(document, view) {
    const scale = riskScale(view);
    const risks = rowsAbout(document, 'risk').filter((risk) => isOpenRisk(risk) && isRatedLower(scale, risk));
    if (risks.length === 0 || view.incompleteWith('control-decision') || view.incompleteWith('treatment')) return;
    const linksOf = riskLinks(view);
    for (const risk of risks) {
      const { controls, plan } = linksOf(risk);
      // An action in the register itself, or words where controls belong, are a measure too.
      if (controls.size > 0 || plan.length > 0 || isFilled(risk, 'controls') || isFilled(risk, 'action')) continue;
      const treatment = valueOf(risk, 'treatment');
      if (treatment === 'avoid' || (treatment === 'share' && saysWithWhom(view, risk))) continue;
      yield {
        at: onField(risk, 'residual'),
        message: 'found',
        data: { risk: rowName(risk), level: filledText(risk, 'level'), residual: filledText(risk, 'residual') },
      };
    }
  },
});

function saysWithWhom(view: WorkspaceView, risk: Row): boolean {
  const said = ['title', 'description', 'treatment', 'notes'].map((field) => filledText(risk, field)).join(' ');
  if (SHARED_WITH.test(said)) return true;
  const folded = foldName(said);
  return view
    .rows('supplier')
    .some((supplier) =>
      [supplier.id, filledText(supplier, 'name')].some((name) => name !== '' && folded.includes(foldName(name))),
    );
}
