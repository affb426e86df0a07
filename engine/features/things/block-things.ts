import type { FieldDefinition } from '../../kinds/kind';
import { normalName } from '../../kinds/normal-name';
import { listDefinition } from '../../kinds/read-rows';
import type { DocumentRecord, FieldValue, Row, TablePlace } from '../../kinds/record';
import type { Block } from '../../parse/block';
import type { SnapshotText } from '../../workspace/snapshot';
import type { WorkspaceView } from '../../workspace/workspace-view';
import { FieldThings } from './field-things';
import { lawInProse } from './law';
import { meaningOf } from './resolved';
import { StandardIds } from './standard-id';
import type { Meaning, Thing } from './thing';
import { keySpan, valueSpan } from './token';

/** Reads what stands in the blocks of one recognised document. */
export class DocumentThings {
  readonly #view: WorkspaceView;
  readonly #text: SnapshotText;
  readonly #document: DocumentRecord;
  readonly #ids: StandardIds;

  constructor(view: WorkspaceView, text: SnapshotText, document: DocumentRecord) {
    this.#view = view;
    this.#text = text;
    this.#document = document;
    this.#ids = new StandardIds(view, document);
  }

  /** Everything in one block, in the order in which meanings win where two have the same span. */
  block(index: number): Thing[] {
    const block = this.#text.parsed.blocks[index];
    if (!block || block.kind === 'code') return [];
    const offset = this.#text.parsed.starts[index] ?? 0;
    const things: Thing[] = [];
    const seen = new Set<string>();
    const add = (meaning: Meaning, start: number, end: number): void => {
      const key = `${start} ${end} ${'id' in meaning ? meaning.id : ''}`;
      if (end <= start || seen.has(key)) return;
      seen.add(key);
      things.push({ meaning, span: { start: offset + start, end: offset + end } });
    };
    const fields = [...fieldsIn(this.#document, index)];
    const reader = new FieldThings(this.#view, this.#document, this.#ids, block, index, add);
    for (const { row, field } of fields) {
      this.#addKey(block, row, field, add);
      reader.read(row, field);
    }
    reader.readParts(this.#document.metadata, partsOfItem(this.#document, block));
    this.#addFacts(block, index, rowOf(fields, this.#document), add);
    this.#addTableHead(block, index, add);
    this.#addListKey(block, add);
    if (block.kind === 'paragraph' || block.kind === 'list' || block.kind === 'heading' || block.kind === 'table-row')
      for (const { start, end, basis } of lawInProse(block.text)) add({ is: 'law', basis }, start, end);
    return things;
  }

  #addKey(block: Block, row: Row, field: FieldValue, add: Add): void {
    const { fact } = field.at;
    const { key } = block.facts[fact] ?? { key: 0 };
    const meaning: Meaning = { is: 'field', field: field.definition, rows: row.definition };
    if (typeof key === 'string' && !key.startsWith('#')) {
      const { start, end } = keySpan(block, fact);
      add(meaning, start, end);
    } else if (key === 1 && (block.kind === 'table-row' || block.kind === 'table-head') && !this.#isColumn(row)) {
      // A table of two columns: the first cell names the field.
      const label = block.facts.findIndex((other) => other.parent === -1 && other.key === 0);
      if (label >= 0) add(meaning, valueSpan(block, label).start, valueSpan(block, label).end);
    }
  }

  /** True for a row of a register table, whose cells stand under the columns' names. */
  #isColumn(row: Row): boolean {
    return row.definition !== undefined && this.#text.parsed.blocks[row.block]?.kind === 'table-row';
  }

  #addFacts(block: Block, index: number, row: Row | undefined, add: Add): void {
    const table = block.kind === 'table-row' ? tableAt(this.#document, index) : undefined;
    block.facts.forEach((fact, at) => {
      if (typeof fact.key !== 'string' || !fact.key.startsWith('#')) return;
      const { start, end } = keySpan(block, at);
      switch (fact.key) {
        case '#mention': {
          const column = table?.columns[Number(block.facts[fact.parent]?.key)]?.title ?? '';
          const written = block.text.slice(start, end);
          const meaning = this.#ids.read(written, index, row, column, false) ?? this.#named(fact.value ?? '', row);
          if (meaning) add(meaning, start, end);
          break;
        }
        case '#link': {
          const meaning = meaningOf(this.#view.resolveLink(this.#document.path, fact.value ?? ''));
          if (meaning) add(meaning, start, end);
          break;
        }
        case '#heading': {
          const section = this.#document.sections.find((other) => other.block === index && other.fact === at);
          const expected = this.#document.kind.sections.find(({ id }) => id === section?.expected);
          const { start: from, end: to } = valueSpan(block, at);
          if (expected) add({ is: 'section', section: expected }, from, to);
          break;
        }
        case '#placeholder':
          add({ is: 'placeholder' }, start, end);
          break;
        case '#comment':
          this.#addRules(block, at, add);
          break;
      }
    });
  }

  #named(id: string, row: Row | undefined): Meaning | undefined {
    const found = this.#view.names.byId(id);
    const named = found.find((other) => other.row === row) ?? found[0];
    return named && { is: 'named', named, defines: named.row === row };
  }

  #addRules(block: Block, fact: number, add: Add): void {
    const { start, end } = valueSpan(block, fact);
    for (const match of block.text.slice(start, end).matchAll(/[a-z][a-z-]*\/[a-z][\w-]*/g)) {
      if (this.#view.ruleIds.has(match[0]))
        add({ is: 'rule', rule: match[0] }, start + match.index, start + match.index + match[0].length);
    }
  }

  #addTableHead(block: Block, index: number, add: Add): void {
    if (block.kind !== 'table-head' && block.kind !== 'csv-head') return;
    const table = this.#document.tables.find((other) => other.headBlock === index);
    const definitions: readonly FieldDefinition[] = table?.definition?.fields ?? [];
    block.facts.forEach((fact, at) => {
      const name = fact.parent === -1 ? table?.columns[Number(fact.key)]?.field : undefined;
      const field = definitions.find((definition) => definition.name === name);
      const { start, end } = valueSpan(block, at);
      if (field) add({ is: 'field', field, rows: table?.definition }, start, end);
    });
  }

  #addListKey(block: Block, add: Add): void {
    if (block.kind !== 'entry' && block.kind !== 'yaml') return;
    block.facts.forEach((fact, at) => {
      if (fact.parent !== -1 || typeof fact.key !== 'string' || fact.key.startsWith('#')) return;
      const rows = listDefinition(this.#document.kind.rows, fact.key);
      const { start, end } = keySpan(block, at);
      if (rows) add({ is: 'list', rows }, start, end);
    });
  }
}

type Add = (meaning: Meaning, start: number, end: number) => void;

/** The field whose list an item belongs to, where its items are maps with keys of their own. */
function partsOfItem({ metadata }: DocumentRecord, block: Block): FieldValue | undefined {
  if (block.kind !== 'item') return undefined;
  const key = normalName(block.context);
  return [...metadata.fields.values()].find(
    ({ definition }) =>
      definition.parts && [definition.name, ...(definition.synonyms ?? [])].some((name) => normalName(name) === key),
  );
}

/** The fields of a document and its rows that stand in a block. */
export function* fieldsIn(document: DocumentRecord, block: number): Iterable<{ row: Row; field: FieldValue }> {
  const { metadata } = document;
  for (const field of metadata.fields.values()) if (field.at.block === block) yield { row: metadata, field };
  for (const row of rowsAt(document, block))
    for (const field of row.fields.values()) if (row.block + field.at.block === block) yield { row, field };
}

/** The rows that start in a block, else the last one before it, which may reach into it. */
export function rowsAt(document: DocumentRecord, block: number): readonly Row[] {
  const { rows } = document;
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.block ?? 0) <= block) low = middle + 1;
    else high = middle;
  }
  const last = rows[low - 1];
  if (!last) return [];
  if (last.block < block) return [last];
  let first = low - 1;
  while (rows[first - 1]?.block === block) first--;
  return rows.slice(first, low);
}

function rowOf(fields: readonly { row: Row }[], document: DocumentRecord): Row | undefined {
  return fields.find(({ row }) => row !== document.metadata)?.row ?? fields[0]?.row;
}

function tableAt(document: DocumentRecord, block: number): TablePlace | undefined {
  return document.tables.find(
    ({ headBlock, rowBlocks }) => headBlock <= block && block <= (rowBlocks.at(-1) ?? headBlock),
  );
}
