import type { DocumentRecord } from '../../kinds/record';
import { isAssessed } from '../../workspace/assessment-state';
import { namedSystemIds } from '../../workspace/named-systems';
import { foldId } from '../../workspace/names';
import { onRow } from '../../workspace/places';
import { documentName, enumerate, rowName } from '../../workspace/wording';
import type { WorkspaceView } from '../../workspace/workspace-view';
import { defineRule } from '../rule';

export default defineRule({
  id: 'assessment/no-risk-follows',
  scope: 'workspace',
  reads: 'all',
  severity: 'warning',
  references: ['6.1.4', '6.1.2'],
  messages: {
    found:
      'No risk names {systems}, although {assessment} is approved. The results of an impact assessment belong in the risk assessment (clause 6.1.4): name the system in the risks that follow from it.',
  },
  *check(view) {
    if (view.incompleteWith('risk') || view.documentsOf('risk-register').length === 0) return;
    const named = namedSystemIds(view, view.rows('risk'));
    if (named.has('all') || (named.size === 0 && view.rows('risk').length > 0)) return;
    for (const document of view.documentsOf('ai-impact-assessment')) {
      if (document.status !== 'approved' || namesRisk(view, document)) continue;
      const systems = view.systems.filter(
        (system) => system.id !== '' && !named.has(foldId(system.id)) && counts(view, document, system),
      );
      if (systems.length === 0) continue;
      const data = { assessment: documentName(document), systems: enumerate(systems.map(rowName)) };
      yield { at: onRow(document.metadata), message: 'found', data };
    }
  },
});

function counts(
  view: WorkspaceView,
  document: DocumentRecord,
  system: Parameters<WorkspaceView['assessmentState']>[0],
): boolean {
  const { assessment, state } = view.assessmentState(system);
  return assessment === document && isAssessed(state);
}

/** True where the text itself names a risk, such as in its measures. */
function namesRisk(view: WorkspaceView, document: DocumentRecord): boolean {
  return document.mentions.some(({ value }) => view.names.byId(value).some((named) => named.entity === 'risk'));
}
