import templates from 'gen/templates';
import type { Entity, RowDefinition } from '../../kinds/kind';
import type { DocumentRecord } from '../../kinds/record';
import type { WorkspaceState } from '../../workspace/snapshot';
import type { Change, Refusal } from '../change';
import { insertRows, type NewRow } from '../edits/row-edits';
import { placeholder } from '../edits/yaml-text';
import { createDocument } from './create-document';
import { freeId } from './free-id';

/** The register of an entity: the document that has such rows, the fullest first. */
export function registerOf(
  state: WorkspaceState,
  entity: Entity,
): { document: DocumentRecord; definition: RowDefinition } | undefined {
  const found = state.view.documents.flatMap((document) => {
    const definition = document.kind.rows.find((row) => row.entity === entity);
    return definition && document.status !== 'template' && document.status !== 'retired'
      ? [{ document, definition }]
      : [];
  });
  return found.sort((a, b) => b.document.rows.length - a.document.rows.length)[0];
}

/** A new entry at the end of its register; where there is no register yet, the register first. */
export function createRow(state: WorkspaceState, entity: Entity): Change | Refusal {
  const register = registerOf(state, entity);
  if (!register) {
    const kind = state.view.kinds.find((each) => each.rows.some((row) => row.entity === entity));
    return kind ? createDocument(state, kind) : { refused: 'There is no register for this.' };
  }
  const { document, definition } = register;
  const edit = insertRows(state, document, definition, [newRow(state, definition)], undefined);
  if (!edit) return { refused: `${document.path} has no list or table that a row could be added to.` };
  const inner = edit.text.search(/\{\{/);
  return { edits: [edit], create: [], open: { path: document.path, offset: edit.span.start + Math.max(inner, 0) } };
}

/** A row from the snippet of the entry: the next free id, placeholders for what is needed, the rest empty. */
function newRow(state: WorkspaceState, definition: RowDefinition): NewRow {
  const id = freeId(state.view, definition.entity);
  const snippet = templates[`rows/${definition.entity}.yaml`];
  if (snippet === undefined) {
    return definition.fields
      .filter((field) => field.name === definition.identity || field.requiredFrom !== undefined)
      .map(
        (field) =>
          [
            field.name,
            { text: field.name === definition.identity ? id : placeholder(field.name.replace(/_/g, ' ')) },
          ] as const,
      );
  }
  const lines = plainSnippet(snippet)
    .split('\n')
    .map((line) => line.replace(/^(?:- | {2})/, '').trimEnd())
    .filter((line) => line !== '');
  const row: [string, { yaml: string } | { text: string }][] = [];
  for (const line of lines) {
    const top = /^([A-Za-z_]+):[ \t]*(.*)$/.exec(line);
    if (top) {
      const [, name = '', value = ''] = top;
      const text = /^"(.*)"$/.exec(value)?.[1];
      row.push([
        name,
        name === definition.identity && name === 'id' ? { text: id } : text === undefined ? { yaml: value } : { text },
      ]);
      continue;
    }
    const nested = row[row.length - 1];
    // A map below its key: kept as the lines it has, deeper than the row's keys.
    if (nested && 'yaml' in nested[1]) nested[1] = { yaml: `${nested[1].yaml}\n      ${line.trim()}` };
  }
  return row.map(([name, value]) => [name, 'text' in value && value.text === '' ? { yaml: '""' } : value] as const);
}

/** A snippet without its tab stops: the default text, or the first choice. */
export function plainSnippet(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|((?:[^|\\]|\\.)*)\|\}/g, (_, choices: string) => choices.split(',')[0] ?? '')
    .replace(/\$\{\d+:((?:[^}\\]|\\.)*)\}/g, (_, text: string) => text.replace(/\\(.)/g, '$1'))
    .replace(/\$\{\d+\}|\$\d+/g, '');
}
