import { isBlank, lacking, rowsAbout } from '../../workspace/document-rows';
import { valueOf } from '../../workspace/names';
import { isOpenRisk } from '../../workspace/risk-links';
import { riskScale } from '../../workspace/risk-scale';
import { rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'risk/no-level',
  scope: 'document',
  about: 'risk',
  looksAround: true,
  severity: 'warning',
  references: ['6.1.2'],
  messages: {
    row: '{risk} has no level. Rate it, so that it can be compared with the risk criteria and with other risks (clause 6.1.2).',
    none: 'None of the {count} risks here has a level. Rate them, so that they can be compared with the risk criteria (clause 6.1.2).',
  },
  *check(document, view) {
    const all = rowsAbout(document, 'risk');
    const rated = riskScale(view) !== undefined || all.some((risk) => risk.fields.has('level'));
    const rows = all.filter(
      (risk) =>
        isOpenRisk(risk) &&
        !['avoid', 'pursue'].includes(valueOf(risk, 'treatment')) &&
        (rated || ['likelihood', 'impact'].every((field) => isBlank(risk, field))),
    );
    yield* lacking(document, rows, 'level', (risk) => ({ message: 'row', data: { risk: rowName(risk) } }));
  },
});
