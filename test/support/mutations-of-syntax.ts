// Breakages of the form: YAML, front matter, tables, CSV and settings that cannot be read, or not as they were meant.
import { type LineRange, type NamedRange, tableLine, tableRows, withLines, yamlEntries } from './document-lines';
import type { Mutation } from './mutations';

/** All of them. `linesOf` gives the lines of a document, `draw` picks some of several. */
export function syntaxMutations(
  linesOf: (path: string) => string[],
  draw: <Choice>(all: readonly Choice[], most: number) => Choice[],
): Mutation[] {
  const found: Mutation[] = [];
  const add = (kind: string, path: string, text: string, lines?: LineRange): void => {
    found.push({
      kind,
      title: `${kind}: ${path}${lines ? ` line ${lines.from + 1}` : ''}`,
      changes: new Map([[path, text]]),
      expected: [lines ? { path, lines: { from: lines.from - 3, to: lines.to + 3 } } : { path }],
    });
  };
  for (const path of [
    'soa.yaml',
    'risk/risk-register.yaml',
    'systems/inventory.yaml',
    'partners/suppliers.yaml',
    'operation/incident-log.yaml',
  ]) {
    const lines = linesOf(path);
    const row = draw(yamlEntries(lines), 1)[0] as NamedRange;
    const within = (offset: number): LineRange => ({ from: row.from + offset, to: row.from + offset + 1 });
    const line = (offset: number) => lines[row.from + offset] ?? '';
    add('bracket left open', path, withLines(lines, within(1), '    systems: [AIS-001'), within(1));
    add('tab for spaces', path, withLines(lines, within(2), `\t${line(2).trim()}`), within(2));
    add('quote left open', path, withLines(lines, within(2), line(2).replace(/: .*$/, ': "never closed')), within(2));
    add('key given twice', path, withLines(lines, { from: row.from + 2, to: row.from + 2 }, line(1)), within(2));
    add(
      'conflict left in',
      path,
      withLines(lines, within(1), '<<<<<<< ours', line(1), '=======', line(1), '>>>>>>> theirs'),
      { from: row.from + 1, to: row.from + 6 },
    );
    add('colon lost', path, withLines(lines, within(1), line(1).replace(':', '')), within(1));
  }
  for (const path of ['policies/ai-policy.md', 'assessments/AIA-001-triage-support.md', 'organisation/roles.md']) {
    const lines = linesOf(path);
    const end = lines.indexOf('---', 1);
    add('front matter left open', path, withLines(lines, { from: end, to: end + 1 }), { from: 0, to: 1000 });
    add('front matter broken', path, withLines(lines, { from: 3, to: 4 }, 'title: [AI'), { from: 3, to: 4 });
    add('fence left open', path, withLines(lines, { from: end + 2, to: end + 2 }, '```'), {
      from: end + 2,
      to: end + 3,
    });
    add(
      'conflict left in',
      path,
      withLines(lines, { from: end + 5, to: end + 5 }, '<<<<<<< ours', 'a', '=======', 'b', '>>>>>>> theirs'),
      { from: end + 5, to: end + 10 },
    );
  }
  for (const path of ['operation/monitoring-plan.md', 'organisation/objectives.md', 'organisation/roles.md']) {
    const lines = linesOf(path);
    for (const row of draw(tableRows(lines), 1)) {
      add(
        'bar within a cell',
        path,
        withLines(lines, row, `${(lines[row.from] ?? '').replace(/ \| /, ' | a | ')}`),
        row,
      );
      add('cells lost', path, withLines(lines, row, tableLine(row.cells.slice(0, 3))), row);
    }
  }
  for (const path of ['organisation/competence.csv', 'operation/monitoring-results.csv']) {
    const lines = linesOf(path);
    for (const at of draw([2, 3, 5, 7], 2)) {
      const line = lines[at] ?? '';
      add('quote left open', path, withLines(lines, { from: at, to: at + 1 }, line.replace(/,([^,]+),/, ',"$1,')), {
        from: at,
        to: at + 1,
      });
      add('separator added', path, withLines(lines, { from: at, to: at + 1 }, line.replace(',', ',,')), {
        from: at,
        to: at + 1,
      });
    }
  }
  const results = linesOf('operation/monitoring-results.csv');
  const renamed = withLines(results, { from: 0, to: 1 }, (results[0] ?? '').replace(/^metric,/, 'zzz,'));
  found.push({
    kind: 'column renamed',
    title: 'column renamed: operation/monitoring-results.csv metric',
    changes: new Map([['operation/monitoring-results.csv', renamed]]),
    expected: [{ names: 'monitoring-results.csv' }, { names: 'MET-' }],
  });
  const settings = linesOf('aims.yaml');
  for (const line of [
    'reviews: { policy: P12M }',
    'rules: { soa/no-such-rule: error }',
    'rules: { soa/no-owner: severe }',
    'exceptions: [{ rule: soa/no-owner, at: "soa.yaml#A.2.2" }]',
    'include: governance',
  ]) {
    found.push({
      kind: 'wrong setting',
      title: `wrong setting: ${line}`,
      changes: new Map([
        ['aims.yaml', withLines(settings, { from: settings.length - 1, to: settings.length }, line, '')],
      ]),
      expected: [{ path: 'aims.yaml', lines: { from: settings.length - 1, to: settings.length } }],
    });
  }
  return found;
}
