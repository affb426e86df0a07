import type { Cell, CellStyle, CellValue } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import type { Table } from '../../engine/reports/tables/table';
import { rowHeight } from './row-height';

/** What a cell of a workbook can hold, in UTF-16 units. */
const MOST_IN_CELL = 32_767;

/** What a printed page is wide in letters, so that they can still be read. */
const PAGE_WIDTH = 200;
const ABOUT_WIDTH = 110;

const WRAPPED: CellStyle = { alignment: { wrapText: true, vertical: 'top' } };
const DAY: CellStyle = { numFmt: 'yyyy-mm-dd', alignment: { vertical: 'top' } };

function headStyle(ours: boolean): CellStyle {
  const fgColor = { rgb: ours ? 'E9E0C6' : 'DDE5EE' };
  return {
    ...WRAPPED,
    font: { name: 'Calibri', size: 11, bold: true },
    fill: { type: 'pattern', pattern: 'solid', fgColor },
  };
}

/** A table as a workbook: text as text and never as a formula, days as days, heads frozen and filtered, ready to print. */
export async function writeWorkbook({ title, today, columns, rows, notes }: Table): Promise<Uint8Array> {
  for (const row of rows)
    for (const [column, { text }] of row.entries())
      if (text.length > MOST_IN_CELL)
        throw new Error(
          `A cell of a workbook holds ${MOST_IN_CELL} letters; "${columns[column]?.head}" of "${row[0]?.text}" has ${text.length}. Use csv.`,
        );
  const head = columns.map((column): CellValue => column.head);
  const cells = rows.map((row) =>
    row.map(
      ({ text, date }): CellValue => (text === '' ? null : date ? new Date(`${text}T00:00:00Z`) : plainText(text)),
    ),
  );
  const styles = new Map<string, Partial<Cell>>();
  for (const [column, { ours }] of columns.entries()) styles.set(`0,${column}`, { style: headStyle(ours) });
  for (const [at, row] of rows.entries())
    for (const [column, { date }] of row.entries()) if (date) styles.set(`${at + 1},${column}`, { style: DAY });
  const last = `${letters(columns.length - 1)}${rows.length + 1}`;
  const name = sheetName(title);
  const quoted = `'${name.replace(/'/g, "''")}'`;
  const widths = columns.map(({ width }) => width);
  const texts = [columns.map((column) => column.head), ...rows.map((row) => row.map(({ text }) => text))];
  return writeXlsx({
    sheets: [
      {
        name,
        rows: [head, ...cells],
        columns: widths.map((width) => ({ width, style: WRAPPED })),
        rowDefs: new Map(texts.map((row, at) => [at, { height: rowHeight(row, widths) }])),
        cells: styles,
        freezePane: { rows: 1, columns: 1 },
        autoFilter: { range: `A1:${last}` },
        pageSetup: {
          paperSize: 'a4',
          orientation: 'landscape',
          fitToPage: true,
          fitToWidth: Math.max(1, Math.round(widths.reduce((sum, width) => sum + width, 0) / PAGE_WIDTH)),
          fitToHeight: 0,
        },
        headerFooter: {
          oddHeader: `&L${printed(title)}`,
          oddFooter: `&L${printed(notes.at(-1) ?? '')}&RPage &P of &N`,
        },
      },
      {
        name: 'About',
        rows: [[plainText(title)], ...notes.map((note): CellValue[] => [plainText(note)])],
        columns: [{ width: ABOUT_WIDTH, style: WRAPPED }],
        rowDefs: new Map(['', ...notes].map((note, at) => [at, { height: rowHeight([note], [ABOUT_WIDTH]) }])),
      },
    ],
    // The first column and the heads on every printed page. The library writes such a name without quotes, which Excel takes
    // for damage.
    namedRanges: [{ name: '_xlnm.Print_Titles', range: `${quoted}!$A:$A,${quoted}!$1:$1`, scope: name }],
    properties: { title, modified: new Date(`${today}T00:00:00Z`) },
  });
}

/** In a workbook `_x0041_` is a letter by its number: where a text has that, it has to say so. */
function plainText(text: string): string {
  return text.replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x');
}

/** What may stand in a sheet's name. */
function sheetName(title: string): string {
  const name = title
    .split(' – ')[0]
    ?.replace(/[\\/?*[\]:]/g, ' ')
    .replace(/^'+|'+$/g, '')
    .slice(0, 31)
    .trim();
  return name === undefined || name === '' || name === 'About' ? 'Export' : name;
}

/** Headers and footers have a language of their own, which begins with &. At most 255 letters. */
function printed(text: string): string {
  return text.replace(/&/g, '&&').slice(0, 200);
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}
