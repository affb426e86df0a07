// Exports come back as they were: nothing lost, nothing made up.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { join } from 'node:path';
import { readWorkbook } from '../cli/spreadsheet/read-workbook';
import { writeWorkbook } from '../cli/spreadsheet/write-workbook';
import { csvSheet } from '../engine/features/import/csv-sheet';
import { findRows, rowNames } from '../engine/features/import/kind-names';
import { readListCell, writeListCell } from '../engine/features/import/list-cell';
import { markdownSheets } from '../engine/features/import/markdown-sheets';
import { csvText } from '../engine/reports/tables/csv-text';
import { markdownText } from '../engine/reports/tables/markdown-text';
import { registerTable } from '../engine/reports/tables/register-table';
import { DAY, runCommand } from './support/command-line';
import { textsBelow } from './support/folders';
import { workspaceOf } from './support/memory-workspace';
import { factsOf, importInto } from './support/round-trip';
import { folderMaker, type TestFolder } from './support/test-folder';

describe('aims import', () => {
  const folderOf = folderMaker();
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
