// What the command line prints: the shape of the JSON, words for people, and how it reaches its reader.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import type { JsonRow } from './reports/check-run';
import { check, QUIET } from './support/checked-folder';
import { DAY, runCommand } from './support/command-line';
import { AIMS, STATEMENT } from './support/small-texts';
import { folderMaker } from './support/test-folder';

describe('the command line', () => {
  const folderOf = folderMaker();

  describe('output', () => {
    it('check: says how many documents are only templates', () => {
      const template = '---\nkind: ai-policy\nstatus: template\n---\n# AI policy of {{organisation}}\n';
      const { stdout } = runCommand(['check', folderOf(['ai-policy.md', template]).path, ...DAY]);
      match(stdout, /1 document checked: .*; 1 template among them, counted for nothing until filled in\.\n$/);
    });

    it('check: JSON has the fields of the contract, sorted by path, line, column and rule', () => {
      const folder = folderOf(
        ['aims.yaml', AIMS],
        ['soa.yaml', STATEMENT],
        ['b/policy.md', '---\nkind: policy\nid: POL-1\n---\n\n# {{title}}\n\n{{text}}\n'],
        ['a.md', '---\nkind: record\n---\n'],
      );
      const { parsed, rows } = check(folder.path);
      deepEqual(Object.keys(parsed ?? {}), ['version', 'today', 'findings', 'summary']);
      equal(parsed?.version, 1);
      equal(parsed?.today, '2026-11-20');
      for (const row of rows) {
        deepEqual(Object.keys(row), [
          'rule',
          'severity',
          'message',
          'path',
          'line',
          'column',
          'endLine',
          'endColumn',
          'references',
          'fixable',
          'related',
        ]);
        ok(
          row.line >= 1 && row.column >= 1 && (row.endLine > row.line || row.endColumn >= row.column),
          JSON.stringify(row),
        );
        ok(row.references.length > 0 || /^(?:syntax|configuration|exception|limit|engine)\//.test(row.rule), row.rule);
        ok(!/(?<!\{)\{\w+\}(?!\})/.test(row.message), `a part of "${row.message}" was not filled in`);
      }
      const order = rows.map(
        ({ path, line, column, rule }) =>
          `${path}\u0000${String(line).padStart(6, '0')}${String(column).padStart(6, '0')}${rule}`,
      );
      deepEqual(order, [...order].sort());
      const { documents, ...counts } = parsed?.summary ?? {};
      equal(documents, 3);
      for (const severity of ['error', 'warning', 'information', 'hint'])
        equal(counts[severity], rows.filter((row) => row.severity === severity).length);
      deepEqual(
        rows.find(({ rule }) => rule === 'soa/missing-justification'),
        {
          ...rows.find(({ rule }) => rule === 'soa/missing-justification'),
          path: 'soa.yaml',
          line: 11,
          column: 9,
          endLine: 11,
          endColumn: 14,
          severity: 'error',
        },
      );
      // What stands in no file is placed at aims.yaml.
      ok(
        rows.some(
          ({ rule, path, line, column }) =>
            rule === 'clause/no-document' && path === 'aims.yaml' && line === 1 && column === 1,
        ),
      );
    });

    it('check: text names place, severity, words and rule, and ends with a count', () => {
      const { stdout, stderr } = runCommand([
        'check',
        folderOf(['aims.yaml', QUIET], ['soa.yaml', STATEMENT]).path,
        ...DAY,
      ]);
      equal(stderr, '');
      match(stdout, /^soa\.yaml\n/m);
      match(stdout, /^ {2}11:9 {2}error {2}.*A\.2\.2.* {2}soa\/missing-justification$/m);
      match(stdout, /^1 document checked: .*1 error.*\.\n$/m);
    });

    it('list: JSON has the fields of the contract, with null where the document does not say', () => {
      const { documents, entities, version } = JSON.parse(
        runCommand(['list', 'examples/meridian', '--format', 'json']).stdout,
      ) as {
        version: number;
        documents: Record<string, unknown>[];
        entities: Record<string, Record<string, unknown>[]>;
      };
      equal(version, 1);
      for (const document of documents)
        deepEqual(Object.keys(document), [
          'path',
          'kind',
          'recognised',
          'title',
          'owner',
          'version',
          'status',
          'approved_by',
          'next_review',
          'placeholders',
        ]);
      deepEqual(Object.keys(entities), [
        'soa',
        'systems',
        'risks',
        'assessments',
        'objectives',
        'suppliers',
        'incidents',
        'nonconformities',
      ]);
      equal(new Set(entities.soa?.map(({ id }) => id)).size, 38);
      deepEqual(Object.keys(entities.soa?.[0] ?? {}), [
        'id',
        'framework',
        'applicable',
        'justification',
        'status',
        'path',
        'line',
      ]);
      deepEqual(Object.keys(entities.systems?.[0] ?? {}), ['id', 'name', 'path', 'line']);
      deepEqual(Object.keys(entities.risks?.[0] ?? {}), ['id', 'path', 'line']);
      deepEqual(Object.keys(entities.assessments?.[0] ?? {}), ['system', 'path']);
      ok((entities.systems?.length ?? 0) >= 6 && documents.length >= 45);
      const bare = JSON.parse(
        runCommand([
          'list',
          folderOf(['aims.yaml', AIMS], ['p.md', '---\nkind: policy\n---\n']).path,
          '--format',
          'json',
        ]).stdout,
      ) as { documents: Record<string, unknown>[] };
      deepEqual(
        [
          bare.documents[0]?.owner,
          bare.documents[0]?.version,
          bare.documents[0]?.approved_by,
          bare.documents[0]?.next_review,
        ],
        [null, null, null, null],
      );
    });

    it('coverage: JSON has the fields of the contract, and totals that add up', () => {
      const { version, today, frameworks, systems } = JSON.parse(
        runCommand(['coverage', 'examples/meridian', '--format', 'json', ...DAY]).stdout,
      ) as {
        version: number;
        today: string;
        frameworks: { id: string; items: Record<string, unknown>[]; totals: Record<string, number> }[];
        systems: Record<string, unknown>[];
      };
      deepEqual([version, today, frameworks[0]?.id], [1, '2026-11-20', 'iso-42001']);
      const items = frameworks[0]?.items ?? [];
      equal(items.filter(({ kind }) => kind === 'control').length, 38);
      for (const item of items)
        deepEqual(Object.keys(item), ['id', 'kind', 'title', 'grade', 'reason', 'next', 'evidence']);
      equal(
        Object.values(frameworks[0]?.totals ?? {}).reduce((sum, count) => sum + count, 0),
        items.length,
      );
      for (const system of systems) deepEqual(Object.keys(system), ['id', 'name', 'grade', 'reason', 'next']);
      ok(
        items.every(({ grade }) =>
          /^(?:none|template|drafted|approved|evidenced|stale|excluded|unknown)$/.test(String(grade)),
        ),
      );
    });

    it('is the same in every run', () => {
      const run = () =>
        ['check', 'list', 'coverage']
          .map((command) => runCommand([command, 'examples/meridian', '--format', 'json', ...DAY]).stdout)
          .join();
      equal(run(), run());
    });

    it('passing time alone raises findings', () => {
      const rows = (today: string) =>
        (
          JSON.parse(runCommand(['check', 'examples/meridian', '--format', 'json', '--today', today]).stdout) as {
            findings: JsonRow[];
          }
        ).findings;
      ok(rows('2028-11-20').filter(({ rule }) => /overdue|stale/.test(rule)).length > 5);
    });

    it('has no colour on a pipe, nor with NO_COLOR', () => {
      const folder = folderOf(['aims.yaml', QUIET], ['soa.yaml', STATEMENT]).path;
      for (const env of [{}, { NO_COLOR: '1' }, { FORCE_COLOR: '1', NO_COLOR: '1' }])
        for (const command of ['check', 'list', 'coverage'])
          ok(!runCommand([command, folder, ...DAY], { env }).stdout.includes('\u001b'), command);
    });

    it('is not cut on a pipe that reads slowly, however large', () => {
      const rows = Array.from(
        { length: 3_000 },
        (_, index) => `  - id: R-${index % 1_500}\n    title: "Risk ${index} ${'long '.repeat(30)}"\n`,
      ).join('');
      const folder = folderOf(
        ['aims.yaml', AIMS],
        ['risks.yaml', `kind: risk-register\nid: RR-1\ntitle: Risks\nstatus: approved\nrisks:\n${rows}`],
      );
      const printed = execFileSync(
        'bash',
        [
          '-c',
          `"$0" dist/cli.js check "$1" --format json --today 2026-11-20 | { read -r first; echo "$first"; sleep 0.2; cat; }`,
          process.execPath,
          folder.path,
        ],
        { maxBuffer: 256 * 1024 * 1024, encoding: 'utf8' },
      );
      ok(printed.length > 1_000_000, `only ${printed.length} characters`);
      ok((JSON.parse(printed) as { findings: unknown[] }).findings.length > 3_000);
    });

    it('a reader that goes away early is no crash', () => {
      // More than a pipe holds, to a reader that takes twenty characters and goes.
      const script =
        '{ "$0" dist/cli.js export soa examples/meridian --format html; echo "$?" >&3; } 2>&1 | head -c 20';
      const printed = execFileSync('bash', ['-c', `exec 3>&1; ${script}`, process.execPath], { encoding: 'utf8' });
      match(printed, /^<!doctype html>/i);
      match(printed, /0\n$/);
      ok(!printed.includes('EPIPE'), printed);
    });
  });
});
