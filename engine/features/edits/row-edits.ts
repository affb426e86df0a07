import type { RowDefinition } from '../../kinds/kind';
import type { DocumentRecord, Row } from '../../kinds/record';
import type { SnapshotText, WorkspaceState } from '../../workspace/snapshot';
import type { FileEdit } from './field-edits';
import { insertion } from './field-edits';
import { cellText, csvCell, lineEnd, yamlScalar } from './yaml-text';

/** A value to write into a new row: plain text, or YAML as it stands (for lists and snippets). */
export type NewValue = { readonly text: string } | { readonly yaml: string };

/** The values of a new row by field, in the order they are written. */
export type NewRow = readonly (readonly [field: string, value: NewValue])[];

/** Inserts rows into a register in the form it has; `after` is the row they follow, else they come last. */
export function insertRows(
  state: WorkspaceState,
  document: DocumentRecord,
  definition: RowDefinition,
  rows: readonly NewRow[],
  after: Row | undefined,
): FileEdit | undefined {
  const text = state.texts.get(document.path);
  if (!text || rows.length === 0) return undefined;
  const table = document.tables.filter((each) => each.definition === definition);
  if (table.length > 0) return insertIntoTable(text, document, definition, rows, after);
  if (
    document.language === 'markdown' &&
    !document.rows.some((row) => text.parsed.blocks[row.block]?.kind === 'item')
  ) {
    return undefined;
  }
  return insertIntoYaml(text, document, definition, rows, after);
}

function insertIntoTable(
  text: SnapshotText,
  document: DocumentRecord,
  definition: RowDefinition,
  rows: readonly NewRow[],
  after: Row | undefined,
): FileEdit | undefined {
  const tables = document.tables.filter((each) => each.definition === definition);
  const table = (after && tables.find((each) => each.rowBlocks.includes(after.block))) ?? tables.at(-1);
  if (!table) return undefined;
  const { blocks, starts } = text.parsed;
  const eol = lineEnd(text.text);
  const anchor =
    after && table.rowBlocks.includes(after.block) ? after.block : (table.rowBlocks.at(-1) ?? table.headBlock);
  const block = blocks[anchor];
  if (!block) return undefined;
  const csv = block.kind === 'csv-row' || block.kind === 'csv-head';
  const end = (starts[anchor] ?? 0) + block.text.replace(/[\r\n]+$/, '').length;
  const lines = rows.map((row) => {
    const values = new Map(row);
    const cells = table.columns.map(({ field }) => {
      const value = field === undefined ? undefined : values.get(field);
      return value === undefined ? '' : 'text' in value ? value.text : '';
    });
    return csv
      ? cells.map((cell) => csvCell(cell, block.context || ',')).join(block.context || ',')
      : `| ${cells.map(cellText).join(' | ')} |`;
  });
  return insertion(text.path, end, lines.map((line) => eol + line).join(''));
}

function insertIntoYaml(
  text: SnapshotText,
  document: DocumentRecord,
  definition: RowDefinition,
  rows: readonly NewRow[],
  after: Row | undefined,
): FileEdit | undefined {
  const { blocks, starts } = text.parsed;
  const eol = lineEnd(text.text);
  const own = document.rows.filter((row) => row.definition === definition && blocks[row.block]?.kind === 'item');
  const anchor = after && own.includes(after) ? after : own.at(-1);
  if (anchor) {
    const block = blocks[anchor.block];
    if (!block) return undefined;
    const dash = /^([ ]*)-([ ]+)/m.exec(block.text.slice(Math.max(0, block.text.search(/^[ ]*-[ ]/m))));
    const indent = dash?.[1] ?? '  ';
    const gap = dash?.[2] ?? ' ';
    const end = (starts[anchor.block] ?? 0) + block.text.trimEnd().length;
    return insertion(text.path, end, rows.map((row) => eol + yamlItem(row, indent, gap, eol)).join(''));
  }
  const entry = blocks.findIndex((block) => block.kind === 'entry' && block.facts[0]?.key === definition.list);
  const items = rows.map((row) => eol + yamlItem(row, '  ', ' ', eol)).join('');
  const entryBlock = blocks[entry];
  if (entryBlock) {
    const start = starts[entry] ?? 0;
    const colon = start + entryBlock.text.indexOf(':', entryBlock.spans[1] ?? 0) + 1;
    const [from = 0, to = 0] = [entryBlock.spans[2], entryBlock.spans[3]];
    const empty = /^\[\s*\]$/.test(entryBlock.text.slice(from, to));
    // `controls: []` becomes a list; comments after it stay where they are.
    return { path: text.path, span: { start: colon, end: empty ? start + to : colon }, text: items };
  }
  if (blocks.some((block) => block.kind === 'yaml')) return undefined;
  const end = text.text.trimEnd().length;
  return insertion(text.path, end, `${end > 0 ? eol : ''}${definition.list}:${items}`);
}

function yamlItem(row: NewRow, indent: string, gap: string, eol: string): string {
  const lines = row.map(([field, value]) =>
    `${field}: ${'text' in value ? yamlScalar(value.text) : value.yaml}`.trimEnd(),
  );
  return lines
    .map((line, index) => (index === 0 ? `${indent}-${gap}${line}` : `${indent} ${' '.repeat(gap.length)}${line}`))
    .join(eol);
}
