// `aims check --format csv`: read by a parser of another, and harmless in a spreadsheet wherever it is opened.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { TestFolder } from '../support/test-folder';
import { checkAs, GAPS, KnownRuns } from './check-run';
import { nastyFolder } from './nasty-documents';

const FORMULA = /^["\s]*[=+\-@\uff1d\uff0b\uff0d\uff20]/;

describe('check --format csv', () => {
  const runs = new KnownRuns();
  let nasty: TestFolder;
  before(() => {
    nasty = nastyFolder();
  });
  after(() => nasty.dispose());

  it('is RFC 4180 with the findings of the JSON', () => {
    for (const folder of [GAPS, nasty.path]) {
      const { stdout } = checkAs('csv', folder);
      ok(stdout.startsWith('\ufeff'), 'Excel knows UTF-8 by its mark');
      const records = parse(stdout, { bom: true, columns: true, recordDelimiter: '\r\n' }) as Record<string, string>[];
      const rows = runs.rows(folder);
      deepEqual(
        records.map(({ severity, rule, line, column, references }) => ({ severity, rule, line, column, references })),
        rows.map(({ severity, rule, line, column, references }) => ({
          severity,
          rule,
          line: String(line),
          column: String(column),
          references: references.join('; '),
        })),
      );
      const places = records.map(({ rule, path, place }) => `${rule} ${path} ${place}`);
      equal(new Set(places).size, places.length, 'places are unique');
      if (folder === GAPS)
        deepEqual(
          records.map(({ path, message }) => ({ path, message })),
          rows.map(({ path, message }) => ({ path, message })),
        );
    }
  });

  it('holds no formula, in a list of commas or of semicolons', () => {
    const { stdout } = runs.checkAs('csv', nasty.path);
    match(stdout, /'=1\+1\.md/);
    match(stdout, /'@team\/#12\.md/);
    const cells = (parse(stdout, { bom: true }) as string[][]).flat();
    deepEqual(
      cells.filter((cell) => FORMULA.test(cell)),
      [],
    );
    // Where the list sign is a semicolon, quotes within a line count for nothing, and a line break ends the row.
    const cut = stdout.slice(1).split(/[\r\n;\t]+/);
    deepEqual(
      cut.filter((cell) => FORMULA.test(cell)),
      [],
    );
  });

  it('is a row of names where there is nothing', () => {
    const empty = new TestFolder();
    const { stdout } = runs.checkAs('csv', empty.path);
    empty.dispose();
    const [names = []] = parse(stdout, { bom: true }) as string[][];
    equal(stdout.split('\r\n').length, 2);
    deepEqual(names, ['severity', 'rule', 'path', 'line', 'column', 'place', 'message', 'references', 'fixable']);
  });
});
