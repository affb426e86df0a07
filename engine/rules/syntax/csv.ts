import { problemPlaces } from '../../workspace/problem-places';
import { defineRule } from '../rule';

export default defineRule({
  id: 'syntax/csv',
  scope: 'text',
  severity: 'error',
  references: [],
  messages: {
    quote:
      'A quotation mark opens here and never closes, so the rest of the file falls into this one cell and cannot be read. Close it at the end of the cell; a quotation mark inside a cell is written twice.',
    cells:
      'This row has {count} cells, but the header has {columns} columns: values may stand in the wrong column. Put a cell that holds a separator in quotation marks.',
  },
  *check(text) {
    for (const { at } of problemPlaces(text, 'csv')) yield { at, message: 'quote' };
    const { blocks, starts } = text.parsed;
    const [head] = blocks;
    if (head?.kind !== 'csv-head') return;
    const columns = head.facts.length;
    for (const [index, block] of blocks.entries()) {
      if (block.kind !== 'csv-row' || block.facts.length <= columns) continue;
      // Empty cells at the end are what spreadsheets leave; they move nothing.
      if (block.facts.slice(columns).every((fact) => (fact.value ?? '').trim() === '')) continue;
      const lead = block.text.length - block.text.trimStart().length;
      const start = (starts[index] ?? 0) + lead;
      const end = start + (block.text.trim().split(/\r?\n|\r/)[0]?.length ?? 0);
      yield {
        at: { on: 'span', path: text.path, start, end },
        message: 'cells',
        severity: 'warning',
        data: { count: block.facts.length, columns },
      };
    }
  },
});
