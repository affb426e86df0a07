import type { DocumentRecord, Row } from '../../kinds/record';
import { overlap } from '../../workspace/decisions';
import { rowsAbout } from '../../workspace/document-rows';
import { filledText, foldId, isFilled, valueOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { isOpenRisk, riskLinks } from '../../workspace/risk-links';
import { isRatedLower, riskScale } from '../../workspace/risk-scale';
import { enumerate, rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

/** Words of a heading that say the column holds what is aimed at, not what is. */
const AIM = /\b(?:target|planned|expected|goal)\b|ziel|soll|cible|visé|objetivo|previsto|doel|beoogd|目標/i;

export default defineRule({
  id: 'risk/lowered-by-planned-controls',
  scope: 'document',
  about: 'risk',
  rowByRow: true,
  looksAround: true,
  severity: 'warning',
  references: ['6.1.3', '8.3'],
  messages: {
    accepted:
      '{risk} was accepted at "{residual}", but of its controls ({controls}) none is in place yet: until then it is "{level}". Have the risk accepted as it is today, or wait with the acceptance (clause 6.1.3).',
    found:
      'What remains of {risk} is rated "{residual}", but of its controls ({controls}) none is in place yet: until then it is "{level}". Put a control in place before anybody accepts the lower figure (clause 6.1.3).',
  },
  *check(document, view) {
    const scale = riskScale(view);
    const risks = rowsAbout(document, 'risk').filter(
      (risk) => isOpenRisk(risk) && isRatedLower(scale, risk) && !isAim(document, risk),
    );
    if (risks.length === 0 || view.incompleteWith('control-decision') || view.incompleteWith('treatment')) return;
    const linksOf = riskLinks(view);
    for (const risk of risks) {
      const { controls, decisions, plan } = linksOf(risk);
      // What the plan has finished lowers the risk, whatever the Statement of Applicability still says.
      if (controls.size === 0 || plan.some((row) => valueOf(row, 'status') === 'done')) continue;
      const about = [...controls].map((control) =>
        decisions.filter((decision) => foldId(decision.id) === control && overlap(decision, risk)),
      );
      // A control that nothing is said about may well be in place.
      if (about.some((rows) => rows.length === 0 || !rows.every(isAhead))) continue;
      const accepted = isFilled(risk, 'accepted_on');
      yield {
        at: onField(risk, 'residual'),
        message: accepted ? 'accepted' : 'found',
        data: {
          risk: rowName(risk),
          level: filledText(risk, 'level'),
          residual: filledText(risk, 'residual'),
          controls: enumerate(about.map((rows) => rows[0]?.id ?? '')),
        },
        severity: accepted ? 'warning' : 'information',
      };
    }
  },
});

/** True for a control that is still to come, or that was decided against. */
function isAhead(decision: Row): boolean {
  return (
    valueOf(decision, 'applicable') === 'false' || ['not_started', 'planned'].includes(valueOf(decision, 'status'))
  );
}

/** True where the heading of the column says that this is what the treatment aims at. */
function isAim(document: DocumentRecord, risk: Row): boolean {
  return document.tables.some(
    ({ rowBlocks, columns }) =>
      rowBlocks.includes(risk.block) && columns.some(({ title, field }) => field === 'residual' && AIM.test(title)),
  );
}
