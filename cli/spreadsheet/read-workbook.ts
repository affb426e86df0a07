import type { Cell, CellValue, Sheet } from 'hucre';
import { readXlsx } from 'hucre/xlsx';
import { ImportError, MOST_COLUMNS, MOST_ROWS, type SourceSheet } from '../../engine/features/import/source-sheet';
import { checkArchive } from './archive-size';

/** The visible sheets of a workbook as text. Throws with words for the user. */
export async function readWorkbook(bytes: Uint8Array, path: string): Promise<SourceSheet[]> {
  if (bytes[0] === 0xd0)
    throw new ImportError(
      `"${path}" is protected by a password, or a workbook of before 2007. Save it as .xlsx without a password.`,
    );
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new ImportError(`"${path}" is broken: it is no workbook.`);
  checkArchive(bytes, path);
  const { sheets, dateSystem } = await readXlsx(bytes, {
    readStyles: true,
    // One more than is taken, to see that there are more.
    maxRows: MOST_ROWS + 1,
    sheets: ({ hidden, veryHidden }) => !hidden && !veryHidden,
  }).catch((error: unknown) => {
    const [reason = ''] = String(error instanceof Error ? error.message : error).split('\n');
    throw new ImportError(`"${path}" cannot be read as a workbook: ${reason}`);
  });
  return sheets.map((sheet) => sourceSheet(sheet, dateSystem === '1904', path)).filter(({ rows }) => rows.length > 0);
}

function sourceSheet(sheet: Sheet, days1904: boolean, path: string): SourceSheet {
  const height = filledLength(sheet.rows, (row) => filledLength(row, isValue) > 0);
  if (height > MOST_ROWS)
    throw new ImportError(`Sheet "${sheet.name}" of "${path}" has more than ${MOST_ROWS} rows; take it over in parts.`);
  const filled = sheet.rows.slice(0, height);
  const width = filled.reduce((most, row) => Math.max(most, filledLength(row, isValue)), 0);
  if (width > MOST_COLUMNS)
    throw new ImportError(
      `Sheet "${sheet.name}" of "${path}" has more than ${MOST_COLUMNS} columns; take out what is not needed.`,
    );
  let withoutValue = 0;
  let links = 0;
  const rows = filled.map((row, at) =>
    Array.from({ length: width }, (_, column): string => {
      const cell = sheet.cells?.get(`${at},${column}`);
      const value = row[column] ?? null;
      if (cell?.formula !== undefined && value === null) withoutValue++;
      const text = textOf(value, cell);
      const target = cell?.hyperlink?.target ?? '';
      if (target === '' || text.includes(target)) return text;
      links++;
      return text === '' ? target : `[${text.replace(/[[\]\n]/g, ' ')}](${target.replace(/[()\s]/g, percent)})`;
    }),
  );
  const merged = fillMerged(sheet, rows);
  const remarks = [
    ...(merged > 0 ? [`${merged} merged cells: each of their rows has their value.`] : []),
    ...(links > 0 ? [`${links} cells with a link: the address stands beside the words.`] : []),
    ...(withoutValue > 0
      ? [`${withoutValue} cells hold a formula without a result: open the workbook, save it, and take it over again.`]
      : []),
  ];
  return { name: sheet.name, rows, days1904, remarks };
}

/** A letter that would end a link's address. */
const percent = (letter: string) => `%${letter.charCodeAt(0).toString(16).padStart(2, '0')}`;

const isValue = (value: CellValue) => value !== null && value !== '';

/** How many there are up to the last that holds something. */
function filledLength<Each>(all: readonly Each[], holds: (each: Each) => boolean): number {
  let length = all.length;
  while (length > 0 && !holds(all[length - 1] as Each)) length--;
  return length;
}

/** A cell that was merged over several rows says the same for each of them. */
function fillMerged({ merges = [] }: Sheet, rows: string[][]): number {
  let count = 0;
  for (const { startRow, startCol, endRow } of merges) {
    const text = rows[startRow]?.[startCol] ?? '';
    if (endRow === startRow || text === '') continue;
    count++;
    for (let row = startRow + 1; row <= Math.min(endRow, rows.length - 1); row++) {
      const cells = rows[row];
      if (cells && cells[startCol] === '') cells[startCol] = text;
    }
  }
  return count;
}

function textOf(value: CellValue, cell: Cell | undefined): string {
  if (value === null) return '';
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return '';
    const iso = value.toISOString();
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 16).replace('T', ' ');
  }
  if (typeof value === 'number' && cell?.style?.numFmt?.includes('%'))
    return `${Number((value * 100).toPrecision(12))}%`;
  if (typeof value === 'number') return String(Number(value.toPrecision(15)));
  // Letters that XML cannot hold, and some that it can, stand as `_x000D_`.
  return String(value)
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/g, '\n');
}
