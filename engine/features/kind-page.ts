import { reviewPeriod } from '../configuration/configuration';
import { documentState } from '../coverage/document-state';
import type { FieldDefinition, KindDefinition } from '../kinds/kind';
import { needsApproval } from '../kinds/metadata';
import type { WorkspaceView } from '../workspace/workspace-view';
import { periodWords } from './hover/field';
import { bullets, inline, paragraphs } from './hover/markdown';
import { kindTemplate } from './scaffold/create-document';

/** Fields of every document, which need no explanation on the page of each kind. */
const EVERYWHERE = new Set(['kind', 'language', 'framework', 'classification', 'supersedes']);

/** A kind of document in full: what it is for, what it says, its sections and rows, and those that are here. */
export function kindPage(view: WorkspaceView, kind: KindDefinition): string {
  const clauses = kind.clauses.map((number) =>
    `clause ${number} ${view.catalogue.clauses.get(number)?.title ?? ''}`.trim(),
  );
  const controls = kind.controls.map((id) => `${id} ${view.catalogue.controls.get(id)?.title ?? ''}`.trim());
  const documents = view.documentsOf(kind.kind).map((document) => {
    return `${inline(document.path)}: ${inline(document.title || document.id)}, ${documentState(view, document)}`;
  });
  const period = periodWords(reviewPeriod(view.configuration, kind.kind));
  return paragraphs(
    `# ${kind.title} (${kind.kind})`,
    kind.purpose,
    `A document says that it is one with \`kind: ${kind.kind}\`.${needsApproval(kind) ? ` It is approved by a person, and reviewed every ${period}.` : ''}`,
    chapter('In this workspace', documents),
    chapter('Serves', [...clauses, ...controls]),
    chapter(
      'Sections',
      kind.sections.map(({ title, help }) => `**${title}**: ${help}`),
    ),
    chapter('Fields', kind.metadata.filter(({ name }) => !EVERYWHERE.has(name)).map(fieldLine)),
    ...kind.rows.map((rows) =>
      chapter(`Entries below \`${rows.list}\`: one ${rows.title} each`, rows.fields.map(fieldLine)),
    ),
    kindTemplate(kind.kind) === undefined ? '' : `A new one from its template: \`aims new kind:${kind.kind}\``,
  );
}

function chapter(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : paragraphs(`## ${title}`, bullets(lines));
}

function fieldLine({ name, list, requiredFrom, help, values = [] }: FieldDefinition): string {
  const needed = requiredFrom === 'draft' ? ' (needed)' : requiredFrom === 'approved' ? ' (needed once approved)' : '';
  const allowed = values.length === 0 ? '' : ` Values: ${values.map(({ value }) => value).join(', ')}.`;
  return `**${name}**${list ? ' (several)' : ''}${needed}: ${help}${allowed}`;
}
