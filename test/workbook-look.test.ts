// A workbook as a person sees it: nothing lies over anything else, and what is printed can be read.
import { deepEqual, ok } from 'node:assert/strict';
import { unzipSync } from 'fflate';
import { writeWorkbook } from '../cli/spreadsheet/write-workbook';
import { type Table, textCell } from '../engine/reports/tables/table';

const WORDS = 'Staff need one line on what is allowed, and two hospitals ask for a written policy. ';

function tableOf(widths: readonly number[], rows: readonly (readonly string[])[]): Table {
  return {
    title: 'Register – Example',
    today: '2026-11-20',
    columns: widths.map((width, index) => ({ head: `column ${index}`, ours: false, width })),
    rows: rows.map((row) => row.map(textCell)),
    notes: ['Nothing more.'],
  };
}

async function sheetOf(table: Table): Promise<string> {
  const part = unzipSync(await writeWorkbook(table))['xl/worksheets/sheet1.xml'];
  return new TextDecoder().decode(part);
}

/** The heights of rows in points, by their number in the sheet. */
function heightsOf(sheet: string): ReadonlyMap<number, number> {
  const rows = [...sheet.matchAll(/<row r="(\d+)"[^>]*? ht="([\d.]+)"/g)];
  return new Map(rows.map(([, row, height]) => [Number(row), Number(height)]));
}

describe('a workbook as a person sees it', () => {
  it('gives each row the height that its longest cell needs', async () => {
    const heights = heightsOf(
      await sheetOf(
        tableOf(
          [10, 20, 48],
          [
            ['A.2.2', 'short', 'short'],
            ['A.2.3', 'short', WORDS.repeat(3)],
            ['A.2.4', 'three\nlines\nhere', 'short'],
            ['A.2.5', '方針は年に一度見直す。'.repeat(2), 'short'],
          ],
        ),
      ),
    );
    deepEqual([...heights.keys()], [1, 2, 3, 4, 5]);
    const lines = (row: number) => (heights.get(row) ?? 0) / 15;
    deepEqual([lines(2), lines(4)], [1, 3]);
    // 252 letters in a column of 48 are six lines at least, broken at words seven.
    ok(lines(3) >= 6 && lines(3) <= 8, `${lines(3)} lines`);
    // A Japanese letter is as wide as two others: 44 in a column of 20.
    ok(lines(5) >= 3 && lines(5) <= 4, `${lines(5)} lines`);
  });

  it('makes no row higher than a spreadsheet can', async () => {
    const heights = heightsOf(await sheetOf(tableOf([10, 20], [['R-1', WORDS.repeat(60)]])));
    deepEqual(heights.get(2), 409);
  });

  it('prints a wide table on several pages side by side, each with the first column', async () => {
    const widths = [10, ...Array.from({ length: 14 }, () => 30)];
    const rows = [widths.map((_, index) => `value ${index}`)];
    const wide = await sheetOf(tableOf(widths, rows));
    ok(/fitToWidth="[23]"/.test(wide), wide.match(/<pageSetup[^>]*>/)?.[0]);
    const narrow = await sheetOf(tableOf([10, 20, 48], [['a', 'b', 'c']]));
    ok(/fitToWidth="1"/.test(narrow), narrow.match(/<pageSetup[^>]*>/)?.[0]);
  });
});
