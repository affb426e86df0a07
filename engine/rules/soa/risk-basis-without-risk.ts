import { aboutControl } from '../../workspace/control-report';
import { includedIn, namesControl, STATEMENT, treatmentsOf } from '../../workspace/decisions';
import { isFilled, valuesOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { defineRule } from '../rule';

export default defineRule({
  id: 'soa/risk-basis-without-risk',
  scope: 'document',
  kinds: [STATEMENT],
  looksAround: true,
  severity: 'warning',
  references: ['6.1.3'],
  messages: {
    found:
      '{control} is included because of a risk, but no risk is named here and no risk or treatment names the control. Clause 6.1.3 has controls follow from risks: name the risk, for example in the column "Risks".',
  },
  *check(document, view) {
    if (view.rows('risk').length === 0) return;
    if (view.incompleteWith('risk') || view.incompleteWith('treatment')) return;
    for (const row of includedIn(document)) {
      const basis = valuesOf(row, 'basis');
      if (!basis.includes('risk') || isFilled(row, 'risks')) continue;
      if (view.rows('risk').some((risk) => namesControl(risk, row.id)) || treatmentsOf(view, row.id).length > 0)
        continue;
      const report = { at: onField(row, 'basis'), ...aboutControl(row, 'found') };
      yield basis.length > 1 ? { ...report, severity: 'information' } : report;
    }
  },
});
