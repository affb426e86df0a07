import { rowsAbout } from '../../workspace/document-rows';
import { filledText } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { levelDifference, riskScale } from '../../workspace/risk-scale';
import { rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'risk/residual-above-inherent',
  scope: 'document',
  about: 'risk',
  rowByRow: true,
  looksAround: true,
  severity: 'warning',
  references: ['6.1.2', '6.1.3'],
  messages: {
    found:
      'What remains of {risk} ("{residual}") is higher than the risk before treatment ("{level}"). Check both ratings; the columns may be mixed up.',
  },
  *check(document, view) {
    const scale = riskScale(view);
    for (const risk of rowsAbout(document, 'risk')) {
      const [level, residual] = [filledText(risk, 'level'), filledText(risk, 'residual')];
      if (level === '' || residual === '' || (levelDifference(scale, residual, level) ?? 0) <= 0) continue;
      yield {
        at: onField(risk, 'residual'),
        message: 'found',
        data: { risk: rowName(risk), level, residual },
      };
    }
  },
});
