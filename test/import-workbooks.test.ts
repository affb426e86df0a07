// Workbooks: heads below a title, merged cells, dates, links, several sheets, and large ones.
import { equal, match } from 'node:assert/strict';
import { writeXlsx } from 'hucre/xlsx';
import { readWorkbook } from '../cli/spreadsheet/read-workbook';
import { importInto } from './support/round-trip';

describe('aims import', () => {
  describe('workbooks', () => {
    const read = async (sheets: Parameters<typeof writeXlsx>[0]['sheets']) =>
      readWorkbook(await writeXlsx({ sheets }), 'book.xlsx');

    it('heads below a title, merged cells, dates, numbers, links and results of formulas', async () => {
      const sheets = await read([
        {
          name: 'Risks',
          rows: [
            ['ACME risk register', null, null, null, null, null],
            [null, null, null, null, null, null],
            ['Risk ID', 'Risk', 'Owner', 'Next review', 'Likelihood', 'Evidence'],
            ['R-1', 'Wrong answer', 'Head of AI', new Date(Date.UTC(2026, 10, 20)), 0.25, 'report'],
            ['R-2', 'Late answer', null, 46346, 3, null],
            ['R-3', 'No answer', null, null, null, null],
          ],
          columns: [{}, {}, {}, {}, { numFmt: '0%' }],
          merges: [
            { startRow: 0, startCol: 0, endRow: 0, endCol: 5 },
            { startRow: 3, startCol: 2, endRow: 4, endCol: 2 },
          ],
          cells: new Map([
            ['3,3', { style: { numFmt: 'dd.mm.yyyy' } }],
            ['3,5', { value: 'report', hyperlink: { target: 'https://example.org/a(1).pdf' } }],
            ['5,3', { formula: 'D4+1', formulaResult: '2026-12-01' }],
            ['5,4', { formula: '1+1' }],
          ]),
        },
      ]);
      const { plan } = importInto(sheets, { as: 'risks', told: [['Evidence', '']] });
      const { text, remarks } = plan;
      match(text, /# \["ACME risk register"\]\n/);
      match(
        text,
        /- id: R-1\n {4}title: Wrong answer\n(?: {4}.*\n)* {4}owner: Head of AI\n {4}next_review: 2026-11-20\n/,
      );
      match(text, /likelihood: 25%|likelihood: "25%"/);
      match(text, /- id: R-2\n(?: {4}.*\n)* {4}owner: Head of AI\n {4}next_review: 2026-11-20\n/);
      match(text, /Evidence: "\[report\]\(https:\/\/example\.org\/a%281%29\.pdf\)"/);
      match(text, /- id: R-3\n(?: {4}.*\n)* {4}next_review: 2026-12-01\n/);
      const words = remarks.join('\n');
      match(words, /serial number/);
      match(words, /1 merged cells/);
      match(words, /1 cells hold a formula without a result/);
    });

    it('several sheets: the one that fits, or a question', async () => {
      const risks = [
        ['Risk ID', 'Risk', 'Likelihood', 'Impact'],
        ['R-1', 'x', 'low', 'high'],
      ];
      const one = await read([
        { name: 'Read me', rows: [['Hello', 'there']] },
        { name: 'Risks', rows: risks },
        { name: 'Old', rows: risks, hidden: true },
      ]);
      equal(importInto(one, { path: 'book.xlsx' }).plan.header.sheet.name, 'Risks');
      const two = await read([
        { name: 'Germany', rows: risks },
        { name: 'Spain', rows: risks },
      ]);
      let said = '';
      try {
        importInto(two, { path: 'book.xlsx' });
      } catch (error) {
        said = String(error);
      }
      match(said, /Several tables.*"Germany", "Spain".*--sheet/);
      equal(importInto(two, { path: 'book.xlsx', sheet: 'Spain' }).plan.header.sheet.name, 'Spain');
    });

    it('a large one is read as a whole, and one that is too large is said', async () => {
      const rows = Array.from({ length: 20_000 }, (_, at) => [
        `R-${at}`,
        `Risk ${at}`,
        'low',
        'high',
        new Date(Date.UTC(2026, 1, 1)),
      ]);
      const bytes = await writeXlsx({
        sheets: [{ name: 'S', rows: [['Risk ID', 'Risk', 'Likelihood', 'Impact', 'Next review'], ...rows] }],
      });
      const sheets = await readWorkbook(bytes, 'large.xlsx');
      equal(importInto(sheets, { path: 'large.xlsx' }).plan.rows, 20_000);
      const more = Array.from({ length: 50_001 }, () => ['R-1', 'x', 'low']);
      let said = '';
      await readWorkbook(await writeXlsx({ sheets: [{ name: 'S', rows: more }] }), 'larger.xlsx').catch(
        (error: unknown) => {
          said = String(error);
        },
      );
      match(said, /more than 50000 rows/);
    }).timeout(30_000);
  });
});
