import { FACT } from '../../facts/fact-list';
import { readDocument } from '../../facts/read-document';
import type { Block } from '../../parse/block';
import { createMarkdownParser } from '../../parse/markdown';
import { ImportError, MOST_ROWS, type SourceSheet } from './source-sheet';

/** The tables of a Markdown text; those with the same header are one, since many statements have a table for each group. */
export function markdownSheets(text: string): SourceSheet[] {
  const { parsed } = readDocument(text, 'markdown', createMarkdownParser());
  const tables: { name: string; rows: string[][] }[] = [];
  let heading = '';
  let current: { name: string; rows: string[][] } | undefined;
  for (const block of parsed.blocks) {
    const words = block.facts.find((fact) => fact.key === FACT.heading)?.value;
    if (words !== undefined && words !== null) heading = words;
    if (block.kind === 'table-head') {
      const head = cellsOf(block);
      current = tables.find(({ rows }) => rows[0]?.join('|') === head.join('|'));
      if (!current) {
        current = { name: heading, rows: [head] };
        tables.push(current);
      }
    } else if (block.kind === 'table-row') current?.rows.push(cellsOf(block));
    else current = undefined;
  }
  if (tables.some(({ rows }) => rows.length > MOST_ROWS))
    throw new ImportError(`A table has more than ${MOST_ROWS} rows; take it over in parts.`);
  return tables.map((table) => ({ ...table, days1904: false, remarks: [] }));
}

/** The cells of a row. Where one holds a link, it is kept as written, since the address counts. */
function cellsOf(block: Block): string[] {
  return block.facts.flatMap((fact, index) => {
    if (fact.parent !== -1 || typeof fact.key !== 'number') return [];
    const source = block.text.slice(block.spans[4 * index + 2], block.spans[4 * index + 3]);
    const linked = block.facts.some((other) => other.parent === index && other.key === FACT.link);
    const written = linked || /<br\s*\/?>/i.test(source) ? plainSource(source) : (fact.value ?? '');
    return [written.trim()];
  });
}

function plainSource(source: string): string {
  return source.replace(/<br\s*\/?>/gi, '\n').replace(/\\([\\`*_[\]<>|#~&!{}.)+=-])/g, '$1');
}
