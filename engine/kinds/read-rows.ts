import { headingOf } from '../facts/heading';
import { isEmpty } from '../facts/placeholder';
import type { Block, ParsedDocument } from '../parse/block';
import { readControlId } from './control-id';
import type { FieldReader, Fields } from './field-reader';
import type { FieldTable } from './field-table';
import type { FieldDefinition, RowDefinition } from './kind';
import { normalName } from './normal-name';
import { childrenOf } from './read-value';
import type { FactPlace, FieldValue, Row, TablePlace } from './record';
import { idOf, looksLikeId } from './tokens';

/** What a row needs from its document to be placed. */
export interface RowContext {
  readonly path: string;
  readonly parsed: ParsedDocument;
  readonly reader: FieldReader;
  readonly definitions: readonly RowDefinition[];
  /** The framework of control ids that do not say their own, by the block they stand in. */
  readonly frameworkAt: (block: number) => string;
}

/** All rows of a document and its tables. */
export function readRows(context: RowContext): { rows: Row[]; tables: TablePlace[] } {
  const tables = readTables(context);
  const rows = [...yamlRows(context), ...tables.rows];
  const described = headingRows(context);
  if (rows.length === 0) rows.push(...described);
  else for (const [index, row] of rows.entries()) rows[index] = completed(row, described);
  return { rows: rows.sort((a, b) => a.block - b.block), tables: tables.tables };
}

/** A row of a table, with what a section of its own says about the same id further down. */
function completed(row: Row, described: readonly Row[]): Row {
  const twin =
    row.id === '' ? undefined : described.find((other) => other.id === row.id && other.definition === row.definition);
  if (!twin) return row;
  const distance = twin.block - row.block;
  const moved = (at: FactPlace): FactPlace => ({ block: at.block + distance, fact: at.fact });
  const fields = new Map(row.fields);
  for (const [name, value] of twin.fields) {
    if (fields.has(name)) continue;
    const items = value.items.map((item) => ({ ...item, at: moved(item.at) }));
    fields.set(name, { ...value, at: moved(value.at), items });
  }
  return { ...row, fields };
}

function yamlRows(context: RowContext): Row[] {
  const rows: Row[] = [];
  const { parsed, reader } = context;
  let list: string | undefined;
  let definition: RowDefinition | undefined;
  parsed.blocks.forEach((block, index) => {
    if (block.kind === 'item') {
      // Asked once for a list, not for each of its items.
      if (block.context !== list) definition = listDefinition(context.definitions, block.context);
      list = block.context;
      if (definition && block.facts[0]?.key === 0 && block.facts[0].value === null) {
        rows.push(placeRow(context, definition, index, reader.itemFields(block, definition)));
      }
    } else if (block.kind === 'entry' || block.kind === 'yaml') {
      rows.push(...inlineRows(context, block, index));
    }
  });
  return rows;
}

/** Lists inside a block: `systems: [{ … }]`, or a whole file that was parsed at once. */
function inlineRows(context: RowContext, block: Block, index: number): Row[] {
  const rows: Row[] = [];
  const children = childrenOf(block);
  const read = (definition: RowDefinition, items: readonly number[]): void => {
    for (const item of items) {
      if (block.facts[item]?.value !== null || typeof block.facts[item]?.key !== 'number') continue;
      rows.push(placeRow(context, definition, index, context.reader.mapFields(block, item, 0, definition.fields)));
    }
  };
  for (const fact of children.get(-1) ?? []) {
    const key = block.facts[fact]?.key;
    if (typeof key === 'number') {
      const definition = context.definitions[0];
      if (definition && block.facts[fact]?.value === null) read(definition, [fact]);
    } else if (typeof key === 'string' && !key.startsWith('#')) {
      const definition = listDefinition(context.definitions, key);
      if (definition) read(definition, children.get(fact) ?? []);
    }
  }
  return rows;
}

/** The row definition a list key means; a bare list and `entries` mean the first. */
export function listDefinition(definitions: readonly RowDefinition[], key: string): RowDefinition | undefined {
  if (definitions.length === 0 || key === '' || key === 'entries') return definitions[0];
  const name = normalName(key);
  return definitions.find((definition) =>
    [definition.list, ...(definition.listSynonyms ?? [])].some((word) => normalName(word) === name),
  );
}

function readTables(context: RowContext): { rows: Row[]; tables: TablePlace[] } {
  const { parsed, reader } = context;
  const rows: Row[] = [];
  const tables: TablePlace[] = [];
  const seen = new Map<string, Set<string>>();
  for (let index = 0; index < parsed.blocks.length; index++) {
    const head = parsed.blocks[index];
    if (head?.kind !== 'table-head' && head?.kind !== 'csv-head') continue;
    const rowKind = head.kind === 'csv-head' ? 'csv-row' : 'table-row';
    const rowBlocks: number[] = [];
    while (parsed.blocks[index + 1]?.kind === rowKind) rowBlocks.push(++index);
    const titles = head.facts
      .filter((fact) => fact.parent === -1 && typeof fact.key === 'number')
      .map((fact) => fact.value ?? '');
    const match = matchColumns(
      context,
      titles,
      rowBlocks.slice(0, 6).map((block) => cellTexts(parsed.blocks[block] as Block)),
    );
    const headBlock = rowBlocks.length > 0 ? (rowBlocks[0] as number) - 1 : index;
    const columns = titles.map((title, column) => ({ title, field: match?.columns[column]?.name }));
    tables.push({ headBlock, columns, rowBlocks, definition: match?.definition });
    if (!match) continue;
    const key = `${match.definition.list}|${titles.join('|')}`;
    const read = rowBlocks.map((block) => {
      const fields = reader.cellFields(parsed.blocks[block] as Block, match.columns, key);
      return placeRow(context, match.definition, block, fields);
    });
    // A later table that repeats ids only tracks them (status, dates): its rows are no second definition.
    const known = seen.get(match.definition.list) ?? new Set<string>();
    const ids = read.map((row) => row.id.toLowerCase()).filter((id) => id !== '');
    const tracks =
      known.size > 0 &&
      ids.length > 0 &&
      ids.every((id) => known.has(id)) &&
      titlesDiffer(tables, match.definition, titles);
    if (!tracks) rows.push(...read);
    for (const id of ids) known.add(id);
    seen.set(match.definition.list, known);
  }
  return { rows, tables };
}

function titlesDiffer(tables: readonly TablePlace[], definition: RowDefinition, titles: readonly string[]): boolean {
  const first = tables.find((table) => table.definition === definition);
  return first?.columns.map((column) => column.title).join('|') !== titles.join('|');
}

/** Fields that name a row where it has no id. */
const NAMING = ['name', 'title', 'objective', 'metric', 'finding', 'risk', 'role'];

interface ColumnMatch {
  readonly definition: RowDefinition;
  readonly columns: (FieldDefinition | undefined)[];
}

/** A table holds rows when its header names the id or name column and two more. */
function matchColumns(
  context: RowContext,
  titles: readonly string[],
  samples: readonly (readonly string[])[],
): ColumnMatch | undefined {
  let best: (ColumnMatch & { count: number }) | undefined;
  for (const definition of context.definitions) {
    const columns = nameColumns(context.reader.table(definition.fields), definition, titles, samples);
    const taken = new Set(columns.map((field) => field?.name).filter((name) => name !== undefined));
    const named = [definition.identity, ...NAMING].some((name) => taken.has(name));
    if (named && taken.size >= 3 && taken.size > (best?.count ?? 0)) best = { definition, columns, count: taken.size };
  }
  return best;
}

/** The field of each column. Where two columns could be the id, the one whose cells look like ids is; the other is the title. */
export function nameColumns(
  table: FieldTable,
  definition: RowDefinition,
  titles: readonly string[],
  samples: readonly (readonly string[])[],
): (FieldDefinition | undefined)[] {
  const found = titles.map((title) => table.find(title));
  const identities = found.flatMap((field, column) => (field?.name === definition.identity ? [column] : []));
  const ids = (column: number) =>
    samples.filter((cells) => /^\W*(?:Annex )?(?:\p{L}{1,8}[-. ]?\d|\d+\.\d)/u.test(cells[column] ?? '')).length;
  const chosen = identities.reduce((best, column) => (ids(column) > ids(best) ? column : best), identities[0] ?? -1);
  const spare = definition.fields.find((field) => field.name === 'title' || field.name === 'name');
  const taken = new Set<string>(chosen >= 0 ? [definition.identity] : []);
  return found.map((field, column) => {
    if (column === chosen) return field;
    const meant = field?.name === definition.identity && spare && !found.includes(spare) ? spare : field;
    if (!meant || (taken.has(meant.name) && !ONE_OF_TWO.test(titles[column] ?? ''))) return undefined;
    taken.add(meant.name);
    return meant;
  });
}

/** Many statements give the reason for inclusion and the one for exclusion a column each: the filled one counts. */
const ONE_OF_TWO = /\b(?:in|ex)clu(?:sion|ded?|ding)\b|\b(?:ein|aus)(?:schlu|geschl)/i;

function cellTexts(block: Block): string[] {
  return block.facts
    .filter((fact) => fact.parent === -1 && typeof fact.key === 'number')
    .map((fact) => fact.value ?? '');
}

/** One heading per entry: labels, or a two-column table, under a heading that carries an id. */
function headingRows(context: RowContext): Row[] {
  const rows: Row[] = [];
  const { parsed, reader } = context;
  for (const definition of context.definitions) {
    const table = reader.table(definition.fields);
    parsed.blocks.forEach((block, index) => {
      const words = headingOf(block)?.title;
      if (words === undefined) return;
      const first = words.replace(/^\W+/, '').split(/[\s:–—]+/)[0] ?? '';
      const control = readControlId(words);
      const id =
        control.id.startsWith('A.') && definition.entity === 'control-decision'
          ? control.id
          : looksLikeId(first)
            ? first
            : '';
      if (id === '') return;
      const fields = new Map<string, FieldValue>();
      for (let next = index + 1; next < parsed.blocks.length && parsed.blocks[next]?.kind !== 'heading'; next++) {
        const inner = parsed.blocks[next] as Block;
        for (const [name, value] of reader.mapFields(inner, -1, next - index, definition.fields))
          if (!fields.has(name)) fields.set(name, value);
        if (inner.kind === 'table-row' || inner.kind === 'table-head') {
          const cells = inner.facts
            .map((fact, at) => ({ fact, at }))
            .filter(({ fact }) => fact.parent === -1 && typeof fact.key === 'number');
          const field = cells.length === 2 ? table.find(cells[0]?.fact.value ?? '') : undefined;
          if (field && cells[1] && !fields.has(field.name)) {
            fields.set(field.name, reader.readCell(inner, cells[1].at, next - index, field));
          }
        }
      }
      if (fields.size < 2) return;
      const identity = definition.fields.find((field) => field.name === definition.identity);
      if (identity && !fields.has(identity.name)) {
        const at = { block: 0, fact: 0 };
        const item = { text: id, value: id, at, link: undefined, parts: new Map() };
        fields.set(identity.name, {
          definition: identity,
          at,
          text: id,
          value: id,
          items: [item],
          state: 'filled',
          map: undefined,
          problem: undefined,
        });
      }
      rows.push(placeRow(context, definition, index, fields));
    });
    if (rows.length > 0) return rows;
  }
  return rows;
}

/** Makes a row of fields that were read at `block`. */
export function placeRow(context: RowContext, definition: RowDefinition, block: number, fields: Fields): Row {
  const decision = definition.entity === 'control-decision';
  // The framework of a decision depends on what stands above it; every other row is its own fields and its place.
  const known = decision ? undefined : context.reader.placedRow(fields);
  if (known?.path === context.path && known.block === block && known.definition === definition) return known;
  const identity = fields.get(definition.identity);
  const written = identity?.text.trim() ?? '';
  const control = decision ? readControlId(written) : undefined;
  const filled = [...fields].filter(
    ([name, value]) => name !== definition.identity && value.state === 'filled' && !isEmpty(value.text),
  );
  const named = fields.get('framework')?.value ?? '';
  const own = fields.get('source')?.value === 'own';
  const framework =
    control?.framework ?? (own ? 'own' : named !== '' ? named : decision ? context.frameworkAt(block) : '');
  const id = identity?.state === 'filled' ? (control?.id ?? idOf(written)) : '';
  const row = {
    entity: definition.entity,
    path: context.path,
    block,
    id,
    fields,
    definition,
    framework,
    unfilled: filled.length === 0,
  };
  if (!decision) context.reader.rememberPlaced(row);
  return row;
}
