import type { Block } from '../parse/block';
import { FieldTable, isOwnName } from './field-table';
import type { FieldDefinition, RowDefinition, SectionDefinition } from './kind';
import { normalName } from './normal-name';
import { childrenOf, readListBlocks, readValue } from './read-value';
import type { FieldValue, FilledField, Row } from './record';
import type { Vocabulary } from './vocabulary';

/** The fields of one row before it is placed: positions count from the row's first block. */
export type Fields = ReadonlyMap<string, FieldValue>;

/** Reads fields out of blocks. One per configuration: it remembers rows it has read, since blocks never change. */
export class FieldReader {
  readonly vocabulary: Vocabulary;
  readonly #tables = new WeakMap<readonly FieldDefinition[], FieldTable>();
  readonly #rows = new WeakMap<Block, Map<string, Fields>>();
  readonly #placed = new WeakMap<Fields, Row>();
  readonly #dated = new WeakMap<Row, readonly FilledField[]>();
  readonly #filled = new WeakMap<Row, readonly FilledField[]>();
  readonly #sectionNames = new WeakMap<SectionDefinition, readonly string[]>();

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The name table of a list of definitions. */
  table(definitions: readonly FieldDefinition[]): FieldTable {
    const known = this.#tables.get(definitions);
    if (known) return known;
    const table = new FieldTable(definitions);
    this.#tables.set(definitions, table);
    return table;
  }

  /** The names of an expected section as they are compared: its title, then its synonyms. */
  sectionNames(definition: SectionDefinition): readonly string[] {
    let names = this.#sectionNames.get(definition);
    if (!names) {
      names = [definition.title, ...definition.synonyms].map(normalName);
      this.#sectionNames.set(definition, names);
    }
    return names;
  }

  /** The fields of the map at `parent` (-1: the block's own keys). */
  mapFields(
    block: Block,
    parent: number,
    offset: number,
    definitions: readonly FieldDefinition[],
  ): Map<string, FieldValue> {
    const fields = new Map<string, FieldValue>();
    const table = this.table(definitions);
    const children = childrenOf(block);
    const read = (fact: number, definition: FieldDefinition): void => {
      // Where two keys mean one field, its own name wins over a synonym, whichever comes first.
      const before = fields.get(definition.name);
      const keyOf = (at: number): string => String(block.facts[at]?.key ?? '');
      if (!before || (isOwnName(definition, keyOf(fact)) && !isOwnName(definition, keyOf(before.at.fact))))
        fields.set(definition.name, readValue(block, fact, offset, definition, this.vocabulary, children));
    };
    for (const fact of children.get(parent) ?? []) {
      const key = block.facts[fact]?.key;
      if (typeof key !== 'string' || key.startsWith('#')) continue;
      if (table.isMap(key) && block.facts[fact]?.value === null) {
        for (const child of children.get(fact) ?? []) {
          const definition = table.findNested(key, String(block.facts[child]?.key));
          if (definition) read(child, definition);
        }
        continue;
      }
      const definition = table.find(key);
      if (definition) read(fact, definition);
    }
    return fields;
  }

  /** The fields of a table or CSV row by its columns. */
  cellFields(block: Block, columns: readonly (FieldDefinition | undefined)[], key: string): Fields {
    return this.#remember(block, key, () => {
      const fields = new Map<string, FieldValue>();
      const children = childrenOf(block);
      block.facts.forEach((fact, index) => {
        if (fact.parent !== -1 || typeof fact.key !== 'number') return;
        const definition = columns[fact.key];
        if (!definition) return;
        // Where two columns mean one field, such as reasons for inclusion and for exclusion, the filled one counts.
        const before = fields.get(definition.name);
        if (before && before.state !== 'empty') return;
        const value = readValue(block, index, 0, definition, this.vocabulary, children);
        if (!before || value.state !== 'empty') fields.set(definition.name, value);
      });
      return fields;
    });
  }

  /** The fields of a YAML list item that is a block of its own. */
  itemFields(block: Block, definition: RowDefinition): Fields {
    return this.#remember(block, definition.list, () => this.mapFields(block, 0, 0, definition.fields));
  }

  /** The row that was made last of these fields. */
  placedRow(fields: Fields): Row | undefined {
    return this.#placed.get(fields);
  }

  /** Remembers a row, so that it stays the same object while its text and its place are the same. */
  rememberPlaced(row: Row): void {
    this.#placed.set(row.fields, row);
  }

  /** The fields of a row with a value; none where nobody has filled it in. */
  filledOf(row: Row): readonly FilledField[] {
    let filled = this.#filled.get(row);
    if (!filled) {
      const fields = row.unfilled ? [] : [...row.fields.values()];
      filled = fields.filter(({ state }) => state === 'filled').map((field) => ({ row, field }));
      this.#filled.set(row, filled);
    }
    return filled;
  }

  /** Those of them that are a date, or whose items may hold one. */
  datedOf(row: Row): readonly FilledField[] {
    let dated = this.#dated.get(row);
    if (!dated) {
      const hasDate = ({ field }: FilledField) =>
        field.definition.type === 'date' || field.items.some((item) => item.parts.size > 0);
      dated = this.filledOf(row).filter(hasDate);
      this.#dated.set(row, dated);
    }
    return dated;
  }

  /** The value in one cell of a two-column table. */
  readCell(block: Block, fact: number, offset: number, definition: FieldDefinition): FieldValue {
    return readValue(block, fact, offset, definition, this.vocabulary, childrenOf(block));
  }

  /** A top-level YAML list with an item a line. */
  readList(blocks: readonly Block[], entry: number, definition: FieldDefinition): FieldValue | undefined {
    return readListBlocks(blocks, entry, definition, this.vocabulary);
  }

  #remember(block: Block, key: string, read: () => Fields): Fields {
    let rows = this.#rows.get(block);
    if (!rows) {
      rows = new Map();
      this.#rows.set(block, rows);
    }
    const known = rows.get(key);
    if (known) return known;
    const fields = read();
    rows.set(key, fields);
    return fields;
  }
}
