import { rowsAbout } from '../../workspace/document-rows';
import { filledText, isFilled, valueOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { isOpenRisk } from '../../workspace/risk-links';
import { isAcceptable, riskScale } from '../../workspace/risk-scale';
import { documentName, enumerate, rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'risk/above-criteria-accepted',
  scope: 'document',
  about: 'risk',
  rowByRow: true,
  looksAround: true,
  severity: 'warning',
  references: ['6.1.1', '6.1.3'],
  messages: {
    found:
      '{risk} is accepted at "{level}", but {criteria} accepts only {acceptable}. Treat the risk further, or have the criteria changed by whoever approved them (clause 6.1.1).',
    criteria: 'These are the levels that need no further treatment.',
  },
  *check(document, view) {
    const scale = riskScale(view);
    if (!scale) return;
    for (const risk of rowsAbout(document, 'risk')) {
      if (!isOpenRisk(risk)) continue;
      const treatment = valueOf(risk, 'treatment');
      // What is modified or shared is accepted by what remains of it; without that, nobody has said what was accepted.
      const remains = filledText(risk, 'residual') || (treatment === 'retain' ? filledText(risk, 'level') : '');
      if (treatment !== 'retain' && !isFilled(risk, 'accepted_on') && !isFilled(risk, 'accepted_by')) continue;
      if (isAcceptable(scale, remains) !== false) continue;
      const field = isFilled(risk, 'residual') ? 'residual' : 'level';
      const acceptable = enumerate(scale.levels.words.filter((_word, place) => scale.acceptable.has(place)));
      const related = [{ at: onField(scale.document.metadata, 'acceptable'), message: 'criteria' }];
      yield {
        at: onField(risk, field),
        message: 'found',
        data: { risk: rowName(risk), level: remains, criteria: documentName(scale.document), acceptable },
        related,
      };
    }
  },
});
