import type { DocumentRecord, Place, Section } from '../../kinds/record';
import { namesSystem } from '../../workspace/assessment-state';
import { isActiveInUse } from '../../workspace/named-systems';
import { filledText, foldId, valueOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { documentName, enumerate, rowName } from '../../workspace/wording';
import type { WorkspaceView } from '../../workspace/workspace-view';
import { defineRule } from '../rule';

/** Conditions under a heading of their own are as good as those under the decision. */
const CONDITIONS = /\bconditions?\b|bedingung|auflage|voorwaarde|condici[oó]n|条件/i;

export default defineRule({
  id: 'assessment/conditions-missing',
  scope: 'workspace',
  reads: 'all',
  severity: 'warning',
  references: ['6.1.4', 'A.5.3'],
  messages: {
    found:
      '{assessment} lets {systems} go ahead with conditions, but neither its decision nor its measures list any. List them, each with who sees to it, or refer to the treatment plan (clause 6.1.4).',
  },
  *check(view) {
    for (const document of view.documentsOf('ai-impact-assessment')) {
      if (valueOf(document.metadata, 'decision') !== 'proceed_with_conditions') continue;
      // Without headings nobody can tell where the conditions would stand.
      if (document.language !== 'markdown' || !document.complete || view.isSuperseded(document)) continue;
      const systems = view.systems.filter(
        (system) => isActiveInUse(system) && namesSystem(view, document.metadata, system),
      );
      if (systems.length === 0 || document.sections.some((section) => saysConditions(view, document, section)))
        continue;
      yield {
        at: onField(document.metadata, 'decision'),
        message: 'found',
        data: { assessment: documentName(document), systems: enumerate(systems.map(rowName)) },
      };
    }
  },
});

function saysConditions(view: WorkspaceView, document: DocumentRecord, section: Section): boolean {
  const own = section.level > 1 && CONDITIONS.test(section.title) && section.content === 'filled';
  if (own) return true;
  if (section.expected !== 'decision' && section.expected !== 'measures') return false;
  if (section.enumerates && section.content === 'filled') return true;
  const within = ({ block }: Place) => block >= section.block && block < section.endBlock;
  return (
    document.links.some((link) => within(link) && leadsToPlan(view, document, link.value)) ||
    document.mentions.some((mention) => within(mention) && isInPlan(view, mention.value))
  );
}

/** A treatment plan, its row, or something that is kept elsewhere, such as an entry of a task list. */
function leadsToPlan(view: WorkspaceView, document: DocumentRecord, address: string): boolean {
  const target = view.resolveLink(document.path, address);
  if (target.type === 'external') return true;
  if (target.type !== 'file') return false;
  return target.document === undefined || target.document.kind.kind.endsWith('-plan');
}

function isInPlan(view: WorkspaceView, id: string): boolean {
  if (view.names.byId(id).some((named) => named.document.kind.kind.endsWith('-plan'))) return true;
  return view.rows('treatment').some((row) => foldId(filledText(row, 'id')) === foldId(id));
}
