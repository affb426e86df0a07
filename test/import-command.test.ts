// What `aims import` asks, writes and refuses; bad input is one line.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { readSource } from '../cli/spreadsheet/read-source';
import { ImportError } from '../engine/features/import/source-sheet';
import { ONE_LINE } from './support/command-line';
import { textsBelow } from './support/folders';
import { runImport, SOA_CSV } from './support/imported-files';
import { importInto } from './support/round-trip';
import { folderMaker } from './support/test-folder';

describe('aims import', () => {
  const folderOf = folderMaker();

  describe('the command', () => {
    it('asks where it can, writes nothing where it cannot, and is quiet about nothing', () => {
      const folder = folderOf(['risks.csv', 'Risk ID,Risk,Likelihood,Impact\nR-1,Wrong answer,low,high\n']);
      const asked = runImport(folder, 'risks.csv');
      equal(asked.status, 2);
      match(asked.stderr, /^Nothing was written\. Agree with --yes/);
      match(asked.stdout, /Risk ID +→ id/);
      const dry = runImport(folder, 'risks.csv', '--dry-run');
      deepEqual([dry.status, dry.stderr], [0, '']);
      match(dry.stdout, /risk\/risk-register\.yaml would be written; nothing was/);
      ok(!existsSync(join(folder.path, 'risk')));
      equal(runImport(folder, 'risks.csv', '--map', 'Risk=title').status, 0);
      ok(existsSync(join(folder.path, 'risk/risk-register.yaml')));
      const again = runImport(folder, 'risks.csv', '--yes');
      equal(again.status, 2);
      match(again.stderr, /^aims: .*risk-register\.yaml" exists/);
      equal(runImport(folder, 'risks.csv', '--yes', '--force').status, 0);
    });

    it('writes no second statement unless it is told where', () => {
      const folder = folderOf(
        ['soa.csv', SOA_CSV],
        ['aims.yaml', 'frameworks: [iso-42001]\nexclude: ["*.csv"]\n'],
        ['docs/statement.yaml', 'kind: statement-of-applicability\nid: S\ncontrols:\n  - id: A.2.2\n'],
      );
      const { status, stderr } = runImport(folder, 'soa.csv', '--as', 'soa', '--yes');
      equal(status, 2);
      match(stderr, /^aims: There is already a Statement of Applicability: docs\/statement\.yaml\./);
      equal(runImport(folder, 'soa.csv', '--as', 'soa', '--yes', '--output', 'new.yaml').status, 0);
    });

    it('follows no link out of the folder', () => {
      const elsewhere = folderOf();
      const folder = folderOf(['risks.csv', 'Risk ID,Risk,Likelihood,Impact\nR-1,Wrong answer,low,high\n']);
      symlinkSync(elsewhere.path, join(folder.path, 'risk'));
      const { status, stderr } = runImport(folder, 'risks.csv', '--yes');
      equal(status, 2);
      match(stderr, /no ordinary folder/);
      equal(textsBelow(elsewhere.path).size, 0);
    });

    it('needs one management system', () => {
      const folder = folderOf(
        ['a/aims.yaml', 'frameworks: [iso-42001]\n'],
        ['b/aims.yaml', 'frameworks: [iso-42001]\n'],
        ['risks.csv', 'Risk ID,Risk,Likelihood,Impact\nR-1,Wrong answer,low,high\n'],
      );
      const { status, stderr } = runImport(folder, 'risks.csv', '--yes');
      equal(status, 2);
      match(stderr, /^aims: There are 2 management systems below "\.": a, b\. Name one of them\.\n$/);
      equal(runImport(folder, 'risks.csv', 'a', '--yes').status, 0);
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
      const folder = folderOf(
        ['good.csv', 'Risk ID,Risk,Impact\nR-1,x,low\n'],
        ['head.csv', 'Risk ID,Risk,Impact\n'],
        ['prose.csv', 'Dear all,\nhere is nothing\n'],
        [
          'huge.csv',
          `Risk ID,Risk,Impact\n${Array.from({ length: 20_000 }, (_, at) => `R-${at},${'words '.repeat(15)},low\n`).join('')}`,
        ],
      );
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
        const { status, stderr } = runImport(folder, ...args);
        equal(status, 2, args.join(' '));
        match(stderr, ONE_LINE, args.join(' '));
        match(stderr, words, args.join(' '));
      }
      equal(textsBelow(folder.path).size, before);
    }).timeout(30_000);
  });
});
