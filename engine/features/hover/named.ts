import { documentState } from '../../coverage/document-state';
import type { DocumentRecord, Row } from '../../kinds/record';
import { reviewDue } from '../../workspace/evidence';
import { filledText, type Named, valueOf } from '../../workspace/names';
import type { WorkspaceState } from '../../workspace/snapshot';
import { bullets, inline, paragraphs } from './markdown';
import type { Length } from './standard';
import { systemMarkdown } from './system';

const TOLD = [
  'level',
  'residual',
  'treatment',
  'status',
  'owner',
  'systems',
  'controls',
  'version',
  'supplier',
  'action',
  'measure',
  'target',
  'due',
  'date',
  'closed_on',
  'next_review',
  'contract_until',
];

/** A row of a register or a document, by what it says of itself. */
export function namedMarkdown(state: WorkspaceState, named: Named, length: Length): string {
  if (named.entity === 'system') return systemMarkdown(state, named.row, length);
  if (named.row === named.document.metadata) return documentMarkdown(state, named.document);
  return rowMarkdown(named.row, named.document, named.id, named.name);
}

/** A row of a register. */
export function rowMarkdown(row: Row, document: DocumentRecord, id: string, name: string): string {
  const facts = TOLD.flatMap((field) => {
    const text = filledText(row, field);
    return text === '' ? [] : [`${labelOf(field)}: ${inline(text)}`];
  });
  const title = name === '' ? (row.definition?.title ?? '') : name;
  return paragraphs(
    `**${inline(id)} · ${inline(title)}**`,
    bullets(facts),
    `${capital(row.definition?.title ?? 'row')}, defined in ${inline(document.title || document.path)}`,
  );
}

/** A document: what it is, whether it holds, and until when. */
export function documentMarkdown(state: WorkspaceState, document: DocumentRecord): string {
  const { metadata, kind } = document;
  const due = kind.class === 'governing' ? reviewDue(state.view, document) : valueOf(metadata, 'next_review');
  const facts = [
    `State: **${documentState(state.view, document)}**${versionOf(document)}`,
    filledText(metadata, 'owner') === '' ? '' : `Owner: ${inline(filledText(metadata, 'owner'))}`,
    due === '' ? '' : `Next review: ${due}`,
    document.recognised === 'shape' ? `Taken for this kind because of ${inline(document.why)}` : '',
  ];
  return paragraphs(
    `**${inline(document.title || document.path)}**`,
    `${kind.title}. ${kind.purpose}`,
    bullets(facts.filter((fact) => fact !== '')),
    inline(document.path),
  );
}

/** `, version 2.1` where the document says it. */
export function versionOf(document: DocumentRecord): string {
  const version = filledText(document.metadata, 'version');
  return version === '' ? '' : `, version ${inline(version)}`;
}

function labelOf(field: string): string {
  return capital(field.replace(/_/g, ' '));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
