import { FieldTable } from '../../kinds/field-table';
import type { Entity, FieldDefinition, KindDefinition, RowDefinition } from '../../kinds/kind';
import { normalName } from '../../kinds/normal-name';
import { listDefinition } from '../../kinds/read-rows';
import type { DocumentRecord } from '../../kinds/record';
import type { WorkspaceState } from '../../workspace/snapshot';
import type { WorkspaceView } from '../../workspace/workspace-view';
import type { Step } from './yaml-spot';

/** Where and how completion was asked for. */
export interface Here {
  readonly state: WorkspaceState;
  readonly view: WorkspaceView;
  readonly path: string;
  readonly text: string;
  readonly offset: number;
  readonly document: DocumentRecord;
  /** The sign whose typing opened the list; empty where somebody asked for it. */
  readonly trigger: string;
}

/** A field of a row or a document that a value is written for. */
export interface FieldSpot {
  readonly field: FieldDefinition;
  /** The rows' form; undefined for the document's own fields. */
  readonly definition: RowDefinition | undefined;
  /** What the row, or the document where it is one entry, is about. */
  readonly entity: Entity;
  /** The other fields with what is written there. */
  readonly others: ReadonlyMap<string, string>;
  /** Values of the same field that stand there already. */
  readonly taken: readonly string[];
}

/** The map that keys are written into. */
export type MapSpot =
  | { readonly of: 'document' }
  | { readonly of: 'row'; readonly definition: RowDefinition }
  | { readonly of: 'map'; readonly definition: RowDefinition | undefined; readonly name: string }
  | { readonly of: 'reference'; readonly field: FieldDefinition }
  | { readonly of: 'parts'; readonly fields: readonly FieldDefinition[] };

/** A table of names, built once for each state. */
export function fieldTable(state: WorkspaceState, definitions: readonly FieldDefinition[]): FieldTable {
  return state.remember(definitions, () => new FieldTable(definitions));
}

/** The form of the rows a path leads into, and the steps inside the row; undefined for the document's own fields. */
export function rowsAt(
  kind: KindDefinition,
  path: readonly Step[],
): { definition: RowDefinition; inner: readonly Step[] } | undefined {
  const [first, second] = path;
  if (first === 0 && kind.rows[0]) return { definition: kind.rows[0], inner: path.slice(1) };
  if (typeof first !== 'string') return undefined;
  const definition = first === '' ? undefined : listDefinition(kind.rows, first);
  return definition && second === 0 ? { definition, inner: path.slice(2) } : undefined;
}

/** The map a path leads into; undefined where it is no map of ours. */
export function mapAt(here: Here, path: readonly Step[]): MapSpot | undefined {
  const { kind } = here.document;
  const rows = rowsAt(kind, path);
  const inner = rows ? rows.inner : path;
  const definitions = rows ? rows.definition.fields : kind.metadata;
  if (inner.length === 0) return rows ? { of: 'row', definition: rows.definition } : { of: 'document' };
  const [key, item] = inner;
  if (typeof key !== 'string') return undefined;
  const table = fieldTable(here.state, definitions);
  if (inner.length === 1 && table.isMap(key))
    return { of: 'map', definition: rows?.definition, name: mapName(definitions, key) };
  const field = table.find(key);
  if (inner.length === 2 && item === 0 && field?.refersTo?.includes('path')) return { of: 'reference', field };
  if (inner.length === 2 && item === 0 && field?.parts) return { of: 'parts', fields: field.parts };
  return undefined;
}

function mapName(definitions: readonly FieldDefinition[], key: string): string {
  const plain = key.toLowerCase().replace(/[^a-z]/g, '');
  const found = definitions.find(({ name }) => name.includes('.') && name.split('.')[0]?.replace(/_/g, '') === plain);
  return found?.name.split('.')[0] ?? key;
}

/** The field that a path ends in, such as `controls, 0, evidence, 0, ref`. */
export function fieldAt(
  here: Here,
  path: readonly Step[],
  siblings: ReadonlyMap<string, string>,
  taken: readonly string[],
): FieldSpot | undefined {
  const { kind } = here.document;
  const rows = rowsAt(kind, path);
  const definitions = rows ? rows.definition.fields : kind.metadata;
  const entity = rows?.definition.entity ?? kind.single ?? 'document';
  const table = fieldTable(here.state, definitions);
  const steps = [...(rows ? rows.inner : path)];
  if (steps.at(-1) === 0) steps.pop();
  const [key, second, third] = steps;
  if (typeof key !== 'string') return undefined;
  let field: FieldDefinition | undefined;
  if (steps.length === 1) field = table.find(key);
  else if (steps.length === 2 && typeof second === 'string') field = table.findNested(key, second);
  else if (steps.length === 3 && second === 0 && typeof third === 'string') field = partOf(table.find(key), third);
  if (!field) return undefined;
  const others = new Map<string, string>();
  for (const [name, value] of siblings)
    others.set((steps.length === 2 ? table.findNested(key, name) : table.find(name))?.name ?? name, value);
  return { field, definition: rows?.definition, entity, others, taken };
}

/** A field of the document's own, asked for outside its YAML. */
export function ownField({ kind }: DocumentRecord, field: FieldDefinition): FieldSpot {
  return { field, definition: undefined, entity: kind.single ?? 'document', others: new Map(), taken: [] };
}

/** A key of an item that is a map, such as an entry of `reviews` or `{ ref: …, date: … }`. */
function partOf(field: FieldDefinition | undefined, key: string): FieldDefinition | undefined {
  if (field?.parts) return field.parts.find(({ name }) => normalName(name) === normalName(key));
  if (!field?.refersTo?.includes('path')) return undefined;
  if (/^(?:ref|path|link|file|document|id)$/i.test(key)) return { ...field, list: false };
  return /date|_on$|until/i.test(key) ? { name: key, type: 'date', help: 'The day the evidence is from.' } : undefined;
}
