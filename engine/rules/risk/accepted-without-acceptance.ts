import { isBlank, rowsAbout } from '../../workspace/document-rows';
import { valueOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { isOpenRisk } from '../../workspace/risk-links';
import { rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'risk/accepted-without-acceptance',
  scope: 'document',
  about: 'risk',
  rowByRow: true,
  severity: 'warning',
  references: ['6.1.3'],
  messages: {
    neither:
      '{risk} is retained, but nothing says who accepted it and when. The risk owner fills that in (clause 6.1.3).',
    who: '{risk} was accepted on {date}, but nothing says by whom. Only the person who accepted it fills that in (clause 6.1.3).',
    when: '{risk} has somebody who accepted it, but no date. Only the person who accepted it fills that in (clause 6.1.3).',
  },
  *check(document) {
    for (const risk of rowsAbout(document, 'risk')) {
      if (!isOpenRisk(risk)) continue;
      const [noName, noDate] = [isBlank(risk, 'accepted_by'), isBlank(risk, 'accepted_on')];
      const data = { risk: rowName(risk), date: valueOf(risk, 'accepted_on') };
      if (noName && noDate) {
        if (valueOf(risk, 'treatment') === 'retain') yield { at: onField(risk, 'treatment'), message: 'neither', data };
      } else if (noName) yield { at: onField(risk, 'accepted_on'), message: 'who', data };
      else if (noDate) yield { at: onField(risk, 'accepted_by'), message: 'when', data };
    }
  },
});
