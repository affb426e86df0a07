import templates from 'gen/templates';
import type { Entity, RowDefinition } from '../../kinds/kind';
import type { DocumentRecord } from '../../kinds/record';
import { isLive } from '../../workspace/document-status';
import type { WorkspaceState } from '../../workspace/snapshot';
import type { Change, Refusal } from '../change';
import { insertRows, type NewRow, type NewValue } from '../edits/row-edits';
import { withoutTabStops } from '../edits/snippet';
import { placeholder } from '../edits/yaml-text';
import { createDocument } from './create-document';
import { yamlList } from './fill-template';
import { freeId } from './free-id';

/** Facts of a new entry by field, as plain text; an empty one stays open. Several values of a list are joined by `, `. */
export type Given = Readonly<Record<string, string>>;

/** The register of an entity: `preferred`, where that is one, else the document that has such rows, the fullest first. */
export function registerOf(
  state: WorkspaceState,
  entity: Entity,
  preferred?: string,
): { document: DocumentRecord; definition: RowDefinition } | undefined {
  const found = state.view.documents.flatMap((document) => {
    const definition = document.kind.rows.find((row) => row.entity === entity);
    return definition && isLive(document) ? [{ document, definition }] : [];
  });
  return (
    found.find(({ document }) => document.path === preferred) ??
    found.sort((a, b) => b.document.rows.length - a.document.rows.length)[0]
  );
}

/**
 * A new entry at the end of its register; where there is no register yet, the register first. The first of the given facts
 * is what the entry is about: a table without a column for it is refused.
 */
export function createRow(
  state: WorkspaceState,
  entity: Entity,
  given: Given = {},
  register = registerOf(state, entity),
): Change | Refusal {
  if (!register) {
    const kind = state.view.kinds.find((each) => each.rows.some((row) => row.entity === entity));
    return kind ? createDocument(state, kind) : { refused: 'There is no register for this.' };
  }
  const { document, definition } = register;
  const [subject] = Object.keys(given);
  const table = document.tables.filter((each) => each.definition === definition).pop();
  const hasPlace = !table || subject === undefined || table.columns.some(({ field }) => field === subject);
  const row = newRow(state, definition, given, table === undefined);
  const edit = hasPlace ? insertRows(state, document, definition, [row], undefined) : undefined;
  if (!edit) return { refused: `${document.path} has no list or table that a row could be added to.` };
  const inner = edit.text.search(/\{\{/);
  return { edits: [edit], create: [], open: { path: document.path, offset: edit.span.start + Math.max(inner, 0) } };
}

/** A row from the snippet of the entry: the next free id, what is given, placeholders for what is needed, the rest empty. */
function newRow(state: WorkspaceState, definition: RowDefinition, given: Given, yaml: boolean): NewRow {
  const id = freeId(state.view, definition.entity);
  const snippet = templates[`rows/${definition.entity}.yaml`];
  const filled = (name: string, value: NewValue | undefined): NewRow => {
    const text = given[name];
    if (!text) return value ? [[name, 'text' in value && value.text === '' ? { yaml: '""' } : value]] : [];
    const isList = yaml && !(value && 'text' in value) && definition.fields.find((field) => field.name === name)?.list;
    return [[name, isList ? { yaml: yamlList(text.split(', ')) } : { text }]];
  };
  if (snippet === undefined) {
    return definition.fields
      .filter((field) => field.name === definition.identity || field.requiredFrom !== undefined || field.name in given)
      .flatMap(({ name }) =>
        filled(name, { text: name === definition.identity ? id : placeholder(name.replace(/_/g, ' ')) }),
      );
  }
  const lines = withoutTabStops(snippet)
    .split('\n')
    .map((line) => line.replace(/^(?:- | {2})/, '').trimEnd())
    .filter((line) => line !== '');
  const row: [string, { yaml: string } | { text: string }][] = [];
  for (const line of lines) {
    const top = /^([A-Za-z_]+):[ \t]*(.*)$/.exec(line);
    if (top) {
      const [, name = '', value = ''] = top;
      const text = /^"(.*)"$/.exec(value)?.[1];
      row.push([name, name === 'id' ? { text: id } : text === undefined ? { yaml: value } : { text }]);
      continue;
    }
    const nested = row.at(-1);
    // A map below its key: kept as the lines it has, deeper than the row's keys.
    if (nested && 'yaml' in nested[1]) nested[1] = { yaml: `${nested[1].yaml}\n      ${line.trim()}` };
  }
  // A result has no number of its own.
  const [first, ...others] = row.filter(
    ([name]) => name !== 'id' || definition.fields.some((field) => field.name === name),
  );
  const more = Object.keys(given).filter((name) => row.every(([known]) => known !== name));
  return [
    ...(first ? filled(...first) : []),
    ...more.flatMap((name) => filled(name, undefined)),
    ...others.flatMap(([name, value]) => filled(name, value)),
  ];
}
