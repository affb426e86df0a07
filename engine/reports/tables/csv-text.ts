import { guarded } from '../../features/import/guarded-text';
import type { Table } from './table';

/** A table as CSV by RFC 4180 with a byte order mark, every cell in quotes and none a formula. Notes have no place in it. */
export function csvText({ columns, rows }: Table): string {
  const line = (cells: readonly string[]): string =>
    cells.map((text) => `"${guarded(text).replace(/"/g, '""')}"`).join(',');
  const lines = [columns.map(({ head }) => head), ...rows.map((row) => row.map(({ text }) => text))].map(line);
  return `\ufeff${lines.join('\r\n')}\r\n`;
}
