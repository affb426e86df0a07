import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { coverageOf } from '../engine/coverage/coverage';
import type { Snapshot } from '../engine/engine';
import type { FindingRow } from '../engine/reports/finding-rows';
import { rules } from '../engine/rules/registry';
import { loadExample } from './support/examples';

const README = 'examples/meridian-gaps/README.md';

interface Listed {
  readonly number: number;
  readonly what: string;
  /** `path:line rule severity`: what has to be found. */
  readonly found: string;
}

/** The tables of the README, row by row. */
function listed(): Listed[][] {
  const tables: Listed[][] = [];
  for (const line of readFileSync(README, 'utf8').split('\n')) {
    if (line.startsWith('| # |')) tables.push([]);
    const row = /^\| (\d+) \| (.+) \| `([^`|]+:\d+)` \| (\S+\/\S+) \| (\w+) \|$/.exec(line);
    if (!row) continue;
    const [, number = '', what = '', where = '', rule = '', severity = ''] = row;
    tables.at(-1)?.push({ number: Number(number), what, found: `${where} ${rule} ${severity}` });
  }
  return tables;
}

const shown = (row: FindingRow): string => `${row.path}:${row.line} ${row.rule} ${row.severity}`;

describe('the example with gaps', () => {
  let snapshot: Snapshot;
  let findings: readonly FindingRow[] = [];
  let inOrder: readonly FindingRow[] = [];
  before(async () => {
    ({ snapshot, findings } = await loadExample('meridian-gaps'));
    ({ findings: inOrder } = await loadExample('meridian'));
  });

  it('lists at least 45 gaps of many kinds, numbered without a hole', () => {
    const tables = listed();
    equal(tables.length, 2);
    const [gaps = [], following = []] = tables;
    ok(gaps.length >= 45, `${gaps.length} gaps`);
    ok(following.length < 20, 'few findings follow from others');
    for (const table of tables)
      deepEqual(
        table.map(({ number }) => number),
        table.map((_, index) => index + 1),
      );
    const families = new Set(gaps.map(({ found }) => found.split(' ')[1]?.split('/')[0]));
    ok(families.size >= 25, `${families.size} families`);
    const intro = /(\d+) things in it are wrong/.exec(readFileSync(README, 'utf8'))?.[1];
    equal(Number(intro), gaps.length);
  });

  it('every gap that is listed is found at its line, with its rule and severity', () => {
    const all = new Set(findings.map(shown));
    deepEqual(
      listed()
        .flat()
        .filter(({ found }) => !all.has(found))
        .map(({ what, found }) => `${what}: ${found}`),
      [],
    );
  });

  it('nothing is found that is not listed, except what the example in order has as well', () => {
    const open = listed()
      .flat()
      .map(({ found }) => found);
    const known = new Set(inOrder.map((row) => `${row.path} ${row.rule} ${row.message}`));
    const surprising = findings.filter((row) => {
      const at = open.indexOf(shown(row));
      if (at >= 0) open.splice(at, 1);
      return at < 0 && !known.has(`${row.path} ${row.rule} ${row.message}`);
    });
    deepEqual(
      surprising.map((row) => `${shown(row)}: ${row.message}`),
      [],
    );
  });

  it('no rule failed, and each that is named exists', () => {
    deepEqual([...snapshot.failedRules], []);
    const known = new Set(rules.map((rule) => rule.id));
    deepEqual(
      listed()
        .flat()
        .filter(({ found }) => !known.has(found.split(' ')[1] ?? '')),
      [],
    );
  });

  it('shows in its coverage what is missing, changed and unreadable', () => {
    const { systems, clauses, controls } = coverageOf(snapshot);
    const states = Object.fromEntries(systems.map(({ id, state }) => [id, state]));
    deepEqual(states, {
      'AIS-001': 'suspect',
      'AIS-002': 'current',
      'AIS-003': 'overdue',
      'AIS-004': 'current',
      'AIS-005': 'not-due',
      'AIS-006': 'draft',
      'AIS-007': 'retired',
      'AIS-008': 'missing',
      'AIS-009': 'missing',
      'AIS-010': 'draft',
    });
    const grade = (id: string) => [...clauses, ...controls].find((item) => item.id === id)?.grade;
    // The concern log cannot be read in full, and a row that says two things says nothing.
    deepEqual(['7.4', 'A.8.3', 'A.7.2', 'A.10.3'].map(grade), ['unknown', 'unknown', 'unknown', 'unknown']);
    deepEqual(['A.4.4', 'A.7.6', 'A.10.2'].map(grade), ['none', 'none', 'none']);
    deepEqual(['4.4'].map(grade), ['none']);
    equal(grade('A.4.2'), 'drafted');
    equal(grade('A.5.3'), 'stale');
  });
});
