// Spreadsheets and other tools' files become our registers: nothing lost, nothing made up, bad input in one line.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { readSource } from '../cli/spreadsheet/read-source';
import { readWorkbook } from '../cli/spreadsheet/read-workbook';
import { writeWorkbook } from '../cli/spreadsheet/write-workbook';
import { csvSheet } from '../engine/features/import/csv-sheet';
import { findRows, rowNames } from '../engine/features/import/kind-names';
import { readListCell, writeListCell } from '../engine/features/import/list-cell';
import { markdownSheets } from '../engine/features/import/markdown-sheets';
import { ImportError } from '../engine/features/import/source-sheet';
import { FieldTable } from '../engine/kinds/field-table';
import { kinds } from '../engine/kinds/registry';
import { csvText } from '../engine/reports/tables/csv-text';
import { markdownText } from '../engine/reports/tables/markdown-text';
import { registerTable } from '../engine/reports/tables/register-table';
import { DAY, runCommand } from './support/command-line';
import { textsBelow } from './support/folders';
import { workspaceOf } from './support/memory-workspace';
import { factsOf, importCsv, importInto } from './support/round-trip';
import { keptFolders, TestFolder } from './support/test-folder';

const SOA_CSV = `Ref;Control;Applicable?;Justification;Status;Owner;Evidence;Auditor remark
A 2.2;AI policy;Yes;Two customers ask for it (R-1);In place;Head of AI;policy.pdf;looked good
Annex A.6.2.4;Verification;Y;;In progress;;;
A.9.4;Intended use;N;We use no AI of others;n/a;;;"see ""mail"""
`;

describe('aims import', () => {
  const kept = keptFolders();
  const folderOf = (files: Iterable<readonly [string, string | Uint8Array]> = []) => kept(new TestFolder(files));
  const run = (folder: TestFolder, ...args: string[]) => runCommand(['import', ...args, ...DAY], { cwd: folder.path });
  const rowsIn = (folder: TestFolder, entity: Parameters<typeof factsOf>[1]) =>
    factsOf(workspaceOf(textsBelow(folder.path)).snapshot, entity);

  describe('export and back again', () => {
    const meridian = workspaceOf(textsBelow('examples/meridian')).snapshot;
    const all = rowNames()
      .map((name) => ({ name, named: findRows(name) }))
      .filter(({ named }) => named && factsOf(meridian, named.entity).length > 0);

    it('the example has most registers', () => ok(all.length >= 25, String(all.length)));

    for (const { name, named } of all) {
      if (!named) continue;
      it(`${name}: every field comes back, as CSV, workbook and Markdown`, async () => {
        const before = factsOf(meridian, named.entity);
        const table = registerTable(meridian, named);
        const ways = {
          csv: [csvSheet(csvText(table).replace(/^\ufeff/, ''))],
          xlsx: await readWorkbook(await writeWorkbook(table), 'x.xlsx'),
          md: markdownSheets(markdownText(table)),
        };
        for (const [way, sheets] of Object.entries(ways)) {
          const sheet = way === 'xlsx' ? { sheet: sheets[0]?.name ?? '' } : {};
          const { snapshot, plan } = importInto(sheets, { as: name, ...sheet });
          deepEqual(factsOf(snapshot, named.entity), before, way);
          ok(!plan.text.includes('imported:'), `${way}: a column had no field`);
          equal(snapshot.view.documents[0]?.complete, true, way);
        }
      });
    }

    for (const [name, entity, ending] of [
      ['soa', 'control-decision', 'xlsx'],
      ['register systems', 'system', 'csv'],
    ] as const) {
      it(`${name} through the command line as ${ending}`, () => {
        const folder = folderOf();
        const file = join(folder.path, `given.${ending}`);
        equal(runCommand(['export', ...name.split(' '), 'examples/meridian', '--output', file, ...DAY]).status, 0);
        const target = folderOf();
        const { status, stderr, stdout } = runCommand(['import', file, target.path, '--yes', ...DAY]);
        deepEqual([status, stderr], [0, ''], stdout);
        deepEqual(rowsIn(target, entity), factsOf(meridian, entity));
      });
    }
  });

  describe('the columns', () => {
    it('are understood, shown, and kept where there is no field', () => {
      const folder = folderOf([['soa.csv', SOA_CSV]]);
      const { status, stdout, stderr } = run(folder, 'soa.csv', 'aims', '--as', 'soa', '--yes');
      equal(status, 2);
      match(stderr, /There is no folder "aims"/);
      equal(stdout, '');
      const done = run(folder, 'soa.csv', '--as', 'soa', '--yes', '--output', 'aims/soa.yaml');
      deepEqual([done.status, done.stderr], [0, '']);
      for (const line of [/Ref +→ id/, /Applicable\? +→ applicable/, /Auditor remark +kept/, /separated by semicolons/])
        match(done.stdout, line);
      const text = readFileSync(join(folder.path, 'aims/soa.yaml'), 'utf8');
      match(text, /- id: A\.2\.2\n {4}title: AI policy\n {4}applicable: true\n/);
      match(text, /status: implemented\n/);
      match(text, /imported:\n {6}Auditor remark: looked good\n/);
      match(text, /Auditor remark: "see \\"mail\\""\n/);
    });

    it('nothing is made up: what is empty stays empty, and a row is a draft', () => {
      const { plan, snapshot } = importCsv(SOA_CSV, { as: 'soa' });
      const rows = factsOf(snapshot, 'control-decision');
      const [, second, third] = rows;
      deepEqual(Object.keys(second ?? {}).sort(), ['applicable', 'id', 'status', 'title']);
      deepEqual(Object.keys(third ?? {}).sort(), ['applicable', 'id', 'justification', 'status', 'title']);
      match(plan.text, /\nstatus: draft\n/);
      ok(!/approved|owner: \n/.test(plan.text));
    });

    it('values that are not understood stay as written and are said', () => {
      const { plan, snapshot } = importCsv(
        'Risk ID,Risk,Next review,Status,Treatment\nR-1,Wrong answer,03/04/2026,compliant,Mitigate\nR-2,Late,soon,Offen,accept (board)\nR-3,x,20.11.2026,closed,avoid\n',
      );
      equal(plan.header.named.kind.kind, 'risk-register');
      const words = plan.remarks.join('\n');
      match(words, /may be two different days.*03\/04\/2026/);
      match(words, /no date.*"soon"/);
      match(words, /no value.*"compliant"/);
      const text = plan.text;
      for (const kept of [
        'next_review: 03/04/2026',
        'status: compliant',
        'treatment: accept (board)',
        'treatment: modify',
        'status: open',
        'next_review: 2026-11-20',
      ])
        ok(text.includes(kept), `${kept}\n${text}`);
      equal(snapshot.view.rows('risk').length, 3);
    });

    it('can be told, and left out', () => {
      const csv = 'Our code,Words,Status\nR-1,Wrong answer,open\n';
      const { plan } = importCsv(csv, {
        as: 'risks',
        told: [
          ['our code', 'id'],
          ['Words', 'title'],
          ['Status', ''],
        ],
      });
      match(plan.text, /- id: R-1\n {4}title: Wrong answer\n {4}imported:\n {6}Status: open\n/);
    });

    it('the framework of a statement is only written where it is certain', () => {
      const statement = (ids: readonly string[], head = 'Control') =>
        importCsv(`${head},Applicable,Justification\n${ids.map((id) => `${id},yes,because\n`).join('')}`, { as: 'soa' })
          .plan;
      match(statement(['A.2.2', 'A.6.2.4']).text, /\nframework: iso-42001\n/);
      match(statement(['A.5.1', 'A.8.1'], 'Control (ISO 27001)').text, /\nframework: iso-27001\n/);
      equal(statement(['5.1', '8.34']).rows, 2);
      equal(statement(['4.1', 'A.2.2']).rows, 1);
      for (const plan of [statement(['A.5.1', 'A.8.34']), statement(['A.6.1.2', 'A.6.2.2'])]) {
        ok(!plan.text.includes('framework:'));
        match(plan.remarks.join(' '), /Nothing tells which framework/);
      }
    });

    it('both reasons of a pair of columns are kept', () => {
      const { plan } = importCsv(
        'Control,Applicable,Reason for inclusion,Reason for exclusion\nA.2.2,yes,we need it,\nA.2.3,no,,we have none\nA.2.4,yes,one,other\n',
        { as: 'soa' },
      );
      for (const line of [
        'justification: we need it',
        'justification: we have none',
        'justification: one',
        'Reason for exclusion: other',
      ])
        ok(plan.text.includes(line), line);
    });

    it('no field has the name under which other columns are kept', () => {
      for (const kind of kinds)
        for (const { fields } of [...kind.rows, { fields: kind.metadata }])
          equal(new FieldTable(fields).find('imported'), undefined, kind.kind);
    });
  });

  describe('the command', () => {
    it('asks where it can, writes nothing where it cannot, and is quiet about nothing', () => {
      const folder = folderOf([['risks.csv', 'Risk ID,Risk,Likelihood,Impact\nR-1,Wrong answer,low,high\n']]);
      const asked = run(folder, 'risks.csv');
      equal(asked.status, 2);
      match(asked.stderr, /^Nothing was written\. Agree with --yes/);
      match(asked.stdout, /Risk ID +→ id/);
      const dry = run(folder, 'risks.csv', '--dry-run');
      deepEqual([dry.status, dry.stderr], [0, '']);
      match(dry.stdout, /risk\/risk-register\.yaml would be written; nothing was/);
      ok(!existsSync(join(folder.path, 'risk')));
      equal(run(folder, 'risks.csv', '--map', 'Risk=title').status, 0);
      ok(existsSync(join(folder.path, 'risk/risk-register.yaml')));
      const again = run(folder, 'risks.csv', '--yes');
      equal(again.status, 2);
      match(again.stderr, /^aims: .*risk-register\.yaml" exists/);
      equal(run(folder, 'risks.csv', '--yes', '--force').status, 0);
    });

    it('writes no second statement unless it is told where', () => {
      const folder = folderOf([
        ['soa.csv', SOA_CSV],
        ['aims.yaml', 'frameworks: [iso-42001]\nexclude: ["*.csv"]\n'],
        ['docs/statement.yaml', 'kind: statement-of-applicability\nid: S\ncontrols:\n  - id: A.2.2\n'],
      ]);
      const { status, stderr } = run(folder, 'soa.csv', '--as', 'soa', '--yes');
      equal(status, 2);
      match(stderr, /^aims: There is already a Statement of Applicability: docs\/statement\.yaml\./);
      equal(run(folder, 'soa.csv', '--as', 'soa', '--yes', '--output', 'new.yaml').status, 0);
    });

    it('follows no link out of the folder', () => {
      const elsewhere = folderOf();
      const folder = folderOf([['risks.csv', 'Risk ID,Risk,Likelihood,Impact\nR-1,Wrong answer,low,high\n']]);
      symlinkSync(elsewhere.path, join(folder.path, 'risk'));
      const { status, stderr } = run(folder, 'risks.csv', '--yes');
      equal(status, 2);
      match(stderr, /no ordinary folder/);
      equal(textsBelow(elsewhere.path).size, 0);
    });

    it('needs one management system', () => {
      const folder = folderOf([
        ['a/aims.yaml', 'frameworks: [iso-42001]\n'],
        ['b/aims.yaml', 'frameworks: [iso-42001]\n'],
        ['risks.csv', 'Risk ID,Risk,Likelihood,Impact\nR-1,Wrong answer,low,high\n'],
      ]);
      const { status, stderr } = run(folder, 'risks.csv', '--yes');
      equal(status, 2);
      match(stderr, /^aims: There are 2 management systems below "\.": a, b\. Name one of them\.\n$/);
      equal(run(folder, 'risks.csv', 'a', '--yes').status, 0);
      ok(existsSync(join(folder.path, 'a/risk/risk-register.yaml')));
    });

    it('says in one line what is wrong with a file', async () => {
      const lines = (count: number, words: string) =>
        `Risk ID,Risk,Impact\n${Array.from({ length: count }, (_, at) => `R-${at},${words},low\n`).join('')}`;
      const book = await writeXlsx({
        sheets: [
          {
            name: 'S',
            rows: [
              ['Risk ID', 'Risk', 'Impact'],
              ['R-1', 'x', 'low'],
            ],
          },
        ],
      });
      /** The same workbook, whose largest part claims another size. */
      const claiming = (size: number): Uint8Array => {
        const bytes = Uint8Array.from(book);
        const view = new DataView(bytes.buffer);
        const last = bytes.length - 46;
        const entries = [...bytes.keys()].filter((at) => at <= last && view.getUint32(at, true) === 0x02014b50);
        const sizeOf = (at: number) => view.getUint32(at + 24, true);
        const largest = [...entries].reduce((best, at) => (sizeOf(at) > sizeOf(best) ? at : best));
        view.setUint32(largest + 24, size, true);
        return bytes;
      };
      const deep = `a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefgh'
        .split('')
        .map((key, at) => `${key}: &${key} [${`*${'abcdefg'[at]}, `.repeat(9)}]\n`)
        .join('')}`;
      const folder = folderOf();
      const cases: readonly (readonly [name: string, content: string | Uint8Array, words: RegExp])[] = [
        ['empty.csv', '', /is empty/],
        ['long.csv', lines(50_001, 'x'), /more than 50000 rows/],
        ['prose.csv', 'Dear all,\nhere is nothing\n', /No row of "prose\.csv" looks like the heads/],
        ['quote.csv', 'Risk ID,Risk,Impact\nR-1,"never closed,low\n', /quotation mark in row 2 is never closed/],
        [
          'locked.xlsx',
          Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...new Array(600).fill(0)]),
          /protected by a password/,
        ],
        ['broken.xlsx', book.slice(0, book.length - 400), /is broken/],
        ['text.xlsx', 'no workbook at all', /is broken/],
        ['other.xlsx', zipSync({ 'hello.txt': new Uint8Array(5) }), /cannot be read as a workbook/],
        ['bomb.xlsx', claiming(400_000_000), /unpacks to more than 120 MB/],
        ['endless.xlsx', claiming(0), /is broken/],
        ['lying.xlsx', claiming(20), /cannot be read as a workbook/],
        ['list.ods', 'mimetype', /Save it as \.xlsx/],
        ['picture.csv', Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13]), /no text and no workbook/],
        ['data.json', '{"a": 1}', /no list of entries/],
        ['bad.json', '{"a": ', /no valid JSON/],
        ['bad.yaml', 'a: "never closed\n', /no valid YAML/],
        ['aliases.yaml', deep, /no valid YAML/],
        ['no-table.md', '# Title\n\nWords.\n', /There is no table/],
      ];
      for (const [name, content, words] of cases) {
        folder.write(name, content);
        let said = '';
        try {
          importInto(await readSource(join(folder.path, name)), { path: name, as: 'risks' });
        } catch (error) {
          ok(error instanceof ImportError, name);
          said = error.message;
        }
        match(said, words, name);
        ok(!said.includes('\n'), name);
      }
    });

    it('says in one line what is wrong with what was asked', () => {
      const folder = folderOf([
        ['good.csv', 'Risk ID,Risk,Impact\nR-1,x,low\n'],
        ['head.csv', 'Risk ID,Risk,Impact\n'],
        ['prose.csv', 'Dear all,\nhere is nothing\n'],
        [
          'huge.csv',
          `Risk ID,Risk,Impact\n${Array.from({ length: 20_000 }, (_, at) => `R-${at},${'words '.repeat(15)},low\n`).join('')}`,
        ],
      ]);
      const before = textsBelow(folder.path).size;
      for (const [args, words] of [
        [['nothing.csv'], /There is no file "nothing\.csv"/],
        [['.'], /"\." is no file/],
        [['prose.csv'], /not clear what the rows/],
        [['huge.csv', '--as', 'risks', '--yes'], /would have \d\.\d MB.*in parts/],
        [['good.csv', '--as', 'dragons'], /Nothing is called "dragons"/],
        [['good.csv', '--as', 'assessments'], /a document of its own/],
        [['good.csv', '--map', 'Colour=title'], /no column "Colour"/],
        [['good.csv', '--map', 'Risk=colour'], /"colour" is no field/],
        [['good.csv', '--map', 'Risk'], /--map needs a column and a field/],
        [['good.csv', '--sheet', 'Two'], /no sheet "Two"/],
        [['good.csv', '--output', 'x.xlsx'], /--output end in \.yaml/],
        [['head.csv', '--yes'], /no entry below the heads/],
        [[], /Name the file/],
      ] as const) {
        const { status, stderr } = run(folder, ...args);
        equal(status, 2, args.join(' '));
        match(stderr, /^aims: .+\n(?:See "aims --help"\.\n)?$/, args.join(' '));
        match(stderr, words, args.join(' '));
      }
      equal(textsBelow(folder.path).size, before);
    }).timeout(30_000);
  });

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

  describe('text in other encodings and forms', () => {
    const csv = 'Risk ID\tRisk\tLikelihood\tImpact\nR-1\tFalsche Auskünfte\tlow\thigh\n';
    for (const [name, bytes, said] of [
      ['UTF-16 with a mark', Buffer.from(`\ufeff${csv}`, 'utf16le'), /separated by tabs/],
      ['UTF-16 without', Buffer.from(csv, 'utf16le'), /read as UTF-16/],
      ['Windows-1252', Buffer.from(csv, 'latin1'), /read as Windows-1252/],
      ['UTF-8 with a mark', Buffer.from(`\ufeff${csv}`), /separated by tabs/],
      ['a first line that says what separates', Buffer.from(`sep=\t\r\n${csv}`), /separated by tabs/],
    ] as const)
      it(name, () => {
        const folder = folderOf([['risks.csv', bytes]]);
        const { status, stdout, stderr } = run(folder, 'risks.csv', '--yes');
        deepEqual([status, stderr], [0, '']);
        match(stdout, said);
        match(readFileSync(join(folder.path, 'risk/risk-register.yaml'), 'utf8'), /title: Falsche Auskünfte\n/);
      });

    it('the tables of a Markdown document, one for each group, with links', () => {
      const table = (rows: string) =>
        `| Control | Applicable | Justification | Evidence |\n|---|---|---|---|\n${rows}\n`;
      const text = `# SoA\n\n## A.2\n\n${table('| **A.2.2** AI policy | ✅ | We need it | [policy](docs/p.md), `r.pdf` |')}\n## A.3\n\n${table('| A.3.2 | ❌ | Not \\| us | |')}`;
      const { plan, snapshot } = importInto(markdownSheets(text), { path: 'soa.md', as: 'soa' });
      equal(plan.rows, 2);
      const [first, second] = snapshot.view.rows('control-decision');
      equal(first?.id, 'A.2.2');
      deepEqual(
        first?.fields.get('evidence')?.items.map((item) => item.value),
        ['docs/p.md', 'r.pdf'],
      );
      equal(second?.fields.get('justification')?.text, 'Not | us');
      equal(second?.fields.get('applicable')?.value, 'false');
    });

    it('formulas that were made harmless are themselves again', () => {
      const { plan } = importCsv("Risk ID,Risk,Impact,Likelihood\nR-1,'=1+1,'-5,'@x\nR-2,'tis,low,low\n", {
        as: 'risks',
      });
      for (const line of ['title: "=1+1"', 'impact: "-5"', 'likelihood: "@x"', 'title: "\'tis"'])
        ok(plan.text.includes(line), plan.text);
    });

    it('a cell cannot silence findings or break out of its value', () => {
      const bad = 'x # aims-ignore soa/no-owner: agreed\nstatus: approved';
      const { plan, snapshot } = importCsv(
        `above # aims-ignore soa/no-owner: y,,,\n"Control","Applicable","Justification","Odd # aims-ignore soa/no-owner: z"\nA.2.2,yes,"${bad}","${bad}"\n`,
        { as: 'soa' },
      );
      equal(snapshot.view.rows('control-decision')[0]?.fields.get('justification')?.text, bad);
      equal(snapshot.view.documents[0]?.status, 'draft');
      ok(!/(?:^|\s)#[ \t]*aims-ignore/.test(plan.text), plan.text);
    });
  });

  describe('CISO Assistant', () => {
    const library = `urn: urn:intuitem:risk:library:x
objects:
  framework:
    urn: urn:intuitem:risk:framework:iso42001-2023
    requirement_nodes:
      - { urn: "urn:intuitem:risk:req_node:iso42001-2023:a.2", assessable: false, depth: 1, ref_id: A.2, name: Policies }
      - { urn: "urn:intuitem:risk:req_node:iso42001-2023:4.1", assessable: true, depth: 2, ref_id: "4.1", name: Context }
      - { urn: "urn:intuitem:risk:req_node:iso42001-2023:a.2.2", assessable: true, depth: 2, ref_id: A.2.2, name: AI policy, implementation_groups: [controls] }
      - { urn: "urn:intuitem:risk:req_node:iso42001-2023:a.10.2", assessable: true, depth: 2, ref_id: A.10.2, name: Allocating }
`;

    it('a library gives controls, and no decision', () => {
      const folder = folderOf([['lib.yaml', library]]);
      const { status, stdout } = run(folder, 'lib.yaml', '--yes');
      equal(status, 0, stdout);
      match(stdout, /looks like CISO Assistant/);
      const text = readFileSync(join(folder.path, 'statement-of-applicability.yaml'), 'utf8');
      match(text, /framework: iso-42001\n/);
      deepEqual(text.match(/- id: .*/g), ['- id: A.2.2', '- id: A.10.2']);
      ok(!/^ {4}(?:applicable|status|justification):/m.test(text));
    });

    it('an audit: results and progress are words that count for nothing', () => {
      const csv = `urn;ref_id;name;description;typical_evidence;annotation;compliance_result;extended_result;requirement_progress;score;observations
urn:intuitem:risk:req_node:iso42001-2023:4.1;4.1;Context;;;;compliant;;done;;our own remark
urn:intuitem:risk:req_node:iso42001-2023:a.2;A.2;Policies;;;;;;;;
urn:intuitem:risk:req_node:iso42001-2023:a.2.2;A.2.2;AI policy;About it;;;compliant;;done;4;"Works; see wiki"
urn:intuitem:risk:req_node:iso42001-2023:a.2.3;A.2.3;Alignment;;;;not_applicable;;to_do;;
`;
      const { plan, snapshot } = importCsv(csv, { path: 'audit_export.csv' });
      const rows = snapshot.view.rows('control-decision');
      deepEqual(
        rows.map((row) => row.id),
        ['A.2.2', 'A.2.3'],
      );
      for (const row of rows) deepEqual([...row.fields.keys()], ['id', 'title']);
      match(plan.text, /compliance_result: compliant\n/);
      match(plan.text, /observations: Works; see wiki\n/);
      match(plan.text, /# \[.*"our own remark"\]\n/);
      match(plan.remarks.join('\n'), /no entries and stay in the file as comments \(4\.1/);
    });

    it('the JSON of its interface, with the requirement inside', () => {
      const assessment = (ref: string, result: string) => ({
        id: 'x',
        result,
        status: 'done',
        observation: 'seen',
        requirement: { urn: `urn:intuitem:risk:req_node:iso42001-2023:${ref}`, ref_id: ref, name: 'Name' },
      });
      const folder = folderOf([
        [
          'a.json',
          JSON.stringify({
            count: 2,
            results: [assessment('A.2.2', 'compliant'), assessment('A.2.3', 'non_compliant')],
          }),
        ],
      ]);
      equal(run(folder, 'a.json', '--yes').status, 0);
      const text = readFileSync(join(folder.path, 'statement-of-applicability.yaml'), 'utf8');
      deepEqual(text.match(/- id: .*/g), ['- id: A.2.2', '- id: A.2.3']);
      ok(!/^ {4}(?:status|applicable):/m.test(text));
      match(text, /^ {6}result: compliant$/m);
    });
  });

  it('a list in a cell is the same list again', () => {
    for (const items of [
      [{ type: 'plain', text: 'one; two', exact: true }],
      [
        { type: 'plain', text: 'say "a"', exact: false },
        { type: 'plain', text: '"b"', exact: true },
      ],
      [
        { type: 'dated', text: 'a;b.pdf', date: '2026-01-02' },
        { type: 'dated', text: 'c (d).pdf', date: '2026-01-02' },
      ],
      [{ type: 'plain', text: 'x (2026-01-02)', exact: true }],
      [
        { type: 'map', entries: { ref: 'a;"}b', note: '{' } },
        { type: 'plain', text: '[a; b](c.md)', exact: false },
      ],
    ] as const) {
      const read = readListCell(writeListCell(items)) ?? [];
      const shape = (each: (typeof items)[number] | (typeof read)[number]) =>
        each.type === 'plain'
          ? ['plain', each.text]
          : each.type === 'dated'
            ? ['dated', each.text, each.date]
            : ['map', each.entries];
      deepEqual(read.map(shape), items.map(shape), writeListCell(items));
    }
  });
});
