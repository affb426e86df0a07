import { isBlank, rowsAbout } from '../../workspace/document-rows';
import { isFilled, valueOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { isInPlace, isOpenRisk, riskLinks } from '../../workspace/risk-links';
import { rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'risk/no-residual',
  scope: 'document',
  about: 'risk',
  rowByRow: true,
  looksAround: true,
  severity: 'warning',
  references: ['6.1.3'],
  messages: {
    accepted:
      '{risk} was accepted, but nothing says what remains of it. Rate the risk as it is with its controls; that is what was accepted (clause 6.1.3).',
    done: 'All controls of {risk} are in place, but nothing says what remains of it. Rate the risk as it is now, and have it accepted (clause 6.1.3).',
    planned: 'Nothing says yet what will remain of {risk}. Rate it once its controls are in place (clause 6.1.3).',
  },
  *check(document, view) {
    const risks = rowsAbout(document, 'risk').filter(
      (risk) =>
        isOpenRisk(risk) &&
        ['modify', 'share'].includes(valueOf(risk, 'treatment')) &&
        isFilled(risk, 'level') &&
        isBlank(risk, 'residual'),
    );
    // A column about it that we do not know, such as a score of its own, says it as well.
    const elsewhere = document.tables.some((table) =>
      table.columns.some(
        ({ title, field }) => field === undefined && /residual|rest-?risi[ck]o|restrisiko|résiduel/i.test(title),
      ),
    );
    if (risks.length === 0 || elsewhere || view.incompleteWith('control-decision')) return;
    const linksOf = riskLinks(view);
    for (const risk of risks) {
      const { decisions } = linksOf(risk);
      const accepted = isFilled(risk, 'accepted_on');
      const done = decisions.length > 0 && decisions.every(isInPlace);
      const at = onField(risk, risk.fields.has('residual') ? 'residual' : 'level');
      yield {
        at,
        message: accepted ? 'accepted' : done ? 'done' : 'planned',
        data: { risk: rowName(risk) },
        severity: accepted || done ? 'warning' : 'information',
      };
    }
  },
});
