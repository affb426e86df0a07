import type { Row } from '../../kinds/record';
import { aboutControl } from '../../workspace/control-report';
import { includedIn, isInPlace, overlap, STATEMENT, treatmentsOf } from '../../workspace/decisions';
import { rowsNamed } from '../../workspace/document-rows';
import { filledText, valueOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { enumerate, rowName } from '../../workspace/wording';
import type { WorkspaceView } from '../../workspace/workspace-view';
import { defineRule } from '../rule';

export default defineRule({
  id: 'soa/status-against-plan',
  scope: 'document',
  kinds: [STATEMENT],
  looksAround: true,
  severity: 'warning',
  references: ['6.1.3', '8.3'],
  messages: {
    behind:
      '{control} is "{status}" here, but everything that the treatment plan has for it is done ({rows}). Bring the two in line: set the status, or say in the plan what is still to do (clause 8.3).',
    ahead:
      '{control} is "{status}" here, but the treatment plan has not started with it ({rows}). Bring the two in line: correct the status, or the plan (clause 8.3).',
    plan: 'The plan says "{state}".',
  },
  *check(document, view) {
    if (view.incompleteWith('treatment')) return;
    for (const row of includedIn(document)) {
      const ahead = isInPlace(row);
      if (!ahead && !['not_started', 'planned'].includes(valueOf(row, 'status'))) continue;
      const plan = treatmentsOf(view, row.id).filter((treatment) => concerns(view, treatment, row));
      const contradicts = ahead ? 'not_started' : 'done';
      if (plan.length === 0 || plan.some((treatment) => valueOf(treatment, 'status') !== contradicts)) continue;
      const names = [...new Set(plan.map(rowName))];
      yield {
        at: onField(row, 'status'),
        ...aboutControl(row, ahead ? 'ahead' : 'behind', { status: filledText(row, 'status'), rows: enumerate(names) }),
        related: plan.slice(0, 5).map((treatment) => ({
          at: onField(treatment, 'status'),
          message: 'plan',
          data: { state: filledText(treatment, 'status') },
        })),
      };
    }
  },
});

/** True where a row of a plan in use can be about the systems of the decision: it says so through its risk. */
function concerns(view: WorkspaceView, treatment: Row, decision: Row): boolean {
  const document = view.document(treatment.path);
  if (document && view.isSuperseded(document)) return false;
  const risks = rowsNamed(view, treatment, 'risk');
  return risks.length === 0 || risks.some((risk) => overlap(risk, decision));
}
