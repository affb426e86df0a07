// The contract of the command line: arguments, exit status, what goes to which stream, the shape of the JSON.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../package.json';
import { DAY, runCommand } from './support/command-line';
import { AIMS, STATEMENT } from './support/small-texts';
import { keptFolders, TestFolder } from './support/test-folder';

/** Turns off what a folder with one document lacks. */
const QUIET = `${AIMS}rules:\n${['clause/no-document', 'soa/missing-control', 'soa/no-owner', 'soa/no-status', 'soa/no-basis', 'soa/no-implementation', 'document/missing-field'].map((rule) => `  ${rule}: off\n`).join('')}`;

interface Row {
  readonly rule: string;
  readonly severity: string;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly references: readonly string[];
  readonly message: string;
}

describe('the command line', () => {
  const kept = keptFolders();
  const folderOf = (...files: readonly (readonly [string, string | Uint8Array])[]) => kept(new TestFolder(files));
  const check = (folder: string, ...more: string[]) => {
    const result = runCommand(['check', folder, '--format', 'json', ...DAY, ...more]);
    const parsed =
      result.stdout === ''
        ? undefined
        : (JSON.parse(result.stdout) as {
            version: number;
            today: string;
            findings: Row[];
            summary: Record<string, number>;
          });
    return { ...result, rows: parsed?.findings ?? [], parsed };
  };

  describe('exit status', () => {
    it('is 0 without errors, 1 with them', () => {
      equal(runCommand(['check', 'examples/meridian', ...DAY]).status, 0);
      equal(check(folderOf(['aims.yaml', QUIET], ['soa.yaml', STATEMENT]).path).status, 1);
    });

    it('follows --fail-on', () => {
      const status = (severity: string) =>
        runCommand(['check', 'examples/meridian', ...DAY, '--fail-on', severity]).status;
      deepEqual(['error', 'warning', 'information', 'hint'].map(status), [0, 0, 1, 1]);
    });

    it('follows --max-warnings', () => {
      const folder = folderOf(
        ['aims.yaml', QUIET],
        ['soa.yaml', STATEMENT.replace('status: approved', 'status: draft')],
      ).path;
      const warnings = check(folder).rows.filter((row) => row.severity === 'warning').length;
      ok(warnings > 0);
      deepEqual(
        [
          check(folder).status,
          check(folder, '--max-warnings', '0').status,
          check(folder, '--max-warnings', String(warnings - 1)).status,
          check(folder, '--max-warnings', String(warnings)).status,
        ],
        [0, 1, 1, 0],
      );
    });

    it('is 2 for wrong usage, with one line on stderr and nothing on stdout', () => {
      for (const args of [
        ['dance'],
        ['check', 'a', 'b'],
        ['check', '--fail-on', 'doom'],
        ['check', '--fail-on', 'off'],
        ['check', '--max-warnings', '-1'],
        ['check', '--max-warnings', 'many'],
        ['check', '--today', '2026-13-01'],
        ['check', '--today', '2026-02-30'],
        ['check', '--today', 'tomorrow'],
        ['check', '--format', 'xml'],
        ['list', '--format', 'sarif'],
        ['coverage', '--format', ''],
        ['check', '--unknown'],
        ['check', '--today'],
        ['toString'],
        ['constructor', '.'],
        ['check', 'no/such/folder'],
        ['check', 'package.json'],
        ['list', 'no/such/folder'],
        ['coverage', 'no/such/folder'],
      ]) {
        const { status, stdout, stderr } = runCommand(args);
        equal(status, 2, args.join(' '));
        equal(stdout, '', args.join(' '));
        match(stderr, /^aims: .+\n(?:See "aims --help"\.\n)?$/, args.join(' '));
      }
    });

    it('is 2 where something could not be checked, though the rest is, and outranks 1', () => {
      const folder = folderOf(
        ['aims.yaml', QUIET],
        ['soa.yaml', STATEMENT],
        ['big.md', `---\nkind: record\n---\n${'x'.repeat(2_000_001)}`],
      );
      const { status, rows } = check(folder.path);
      equal(status, 2);
      deepEqual(
        [...new Set(rows.map(({ rule }) => rule))].filter((rule) => /^(?:limit|soa\/missing-j)/.test(rule)).sort(),
        ['limit/file-size', 'soa/missing-justification'],
      );
    });

    it('is 1 for a document that is broken', () => {
      const { status, rows } = check(folderOf(['aims.yaml', QUIET], ['soa.yaml', `${STATEMENT}    x: [\n`]).path);
      equal(status, 1);
      ok(rows.some(({ rule }) => rule === 'syntax/yaml'));
    });

    it('is 2 for a folder that may not be read', () => {
      const folder = folderOf(['aims.yaml', AIMS]);
      const shut = join(folder.path, 'shut');
      mkdirSync(shut);
      chmodSync(shut, 0);
      chmodSync(folder.path, 0o755);
      // A superuser may read everything: then somebody else runs it, with a copy where they can reach it.
      const program = join(folder.path, 'cli.js');
      copyFileSync('dist/cli.js', program);
      const superuser = process.getuid?.() === 0;
      const options = { program, cwd: folder.path, ...(superuser ? { uid: 65534 } : {}) };
      equal(runCommand(['check', folder.path, ...DAY], options).status, 2);
      equal(runCommand(['check', shut, ...DAY], options).status, 2);
    });
  });

  describe('which root', () => {
    it('an empty folder and one without an AIMS say so in one line, exit 0, and still print JSON', () => {
      for (const folder of [
        folderOf(),
        folderOf(['readme.md', '# Hello\n'], ['data.csv', 'a,b\n1,2\n'], ['config.yaml', 'a: b\n']),
      ]) {
        for (const command of ['check', 'list', 'coverage']) {
          const text = runCommand([command, folder.path, ...DAY]);
          deepEqual([text.status, text.stdout], [0, ''], command);
          match(text.stderr, /^There is no AI management system in .*\n$/);
          const json = runCommand([command, folder.path, '--format', 'json', ...DAY]);
          equal(json.status, 0);
          equal(json.stderr, text.stderr);
          equal((JSON.parse(json.stdout) as { version: number }).version, 1);
        }
        deepEqual(check(folder.path).rows, []);
      }
    });

    it('is the nearest aims.yaml above, up to the Git root; only findings of the folder are shown, with its paths', () => {
      const folder = folderOf(
        ['aims.yaml', QUIET],
        ['governance/soa.yaml', STATEMENT],
        ['other/policy.md', '---\nkind: policy\nstatus: approved\n---\n'],
      );
      mkdirSync(join(folder.path, '.git'));
      const { rows, status, stderr } = check(join(folder.path, 'governance'));
      equal(status, 1);
      equal(stderr, '');
      deepEqual([...new Set(rows.map(({ path }) => path))], ['soa.yaml']);
      ok(check(folder.path).rows.some(({ path }) => path === 'other/policy.md'));
      // An aims.yaml beyond the Git root does not count.
      const outer = folderOf(['aims.yaml', AIMS], ['repo/soa.yaml', STATEMENT]);
      mkdirSync(join(outer.path, 'repo', '.git'));
      match(check(join(outer.path, 'repo')).stderr, /no aims\.yaml in or above/);
    });

    it('is every root below where there is none above', () => {
      const folder = folderOf(
        ['one/aims.yaml', QUIET],
        ['one/soa.yaml', STATEMENT],
        ['deep/two/aims.yaml', QUIET],
        ['deep/two/soa.yaml', STATEMENT],
        ['loose.md', '---\nkind: policy\n---\n'],
      );
      const { rows, stderr } = check(folder.path);
      equal(stderr, '');
      deepEqual([...new Set(rows.map(({ path }) => path))], ['deep/two/soa.yaml', 'one/soa.yaml']);
      const list = JSON.parse(runCommand(['list', folder.path, '--format', 'json']).stdout) as {
        documents: { path: string }[];
        entities: { soa: { path: string }[] };
      };
      deepEqual(list.documents.map(({ path }) => path).sort(), ['deep/two/soa.yaml', 'one/soa.yaml']);
      deepEqual(list.entities.soa.map(({ path }) => path).sort(), ['deep/two/soa.yaml', 'one/soa.yaml']);
    });

    it('is the folder itself where there is none at all, and stderr says so', () => {
      const { status, stderr, rows } = check(folderOf(['soa.yaml', STATEMENT]).path);
      match(stderr, /^There is no aims\.yaml in or above ".*", so the folder itself was taken as the root\.\n$/);
      equal(status, 1);
      ok(rows.length > 0);
    });

    it('is the current folder unless one is named', () => {
      const folder = folderOf(['aims.yaml', QUIET], ['soa.yaml', STATEMENT]);
      const { stdout } = runCommand(['check', '--format', 'json', ...DAY], { cwd: folder.path });
      deepEqual(JSON.parse(stdout), check(folder.path).parsed);
      deepEqual(
        JSON.parse(runCommand(['check', `${folder.path}/`, '-f', 'json', ...DAY]).stdout),
        check(folder.path).parsed,
      );
    });

    it('may be named through a symbolic link', () => {
      const folder = folderOf(['real/aims.yaml', QUIET], ['real/soa.yaml', STATEMENT]);
      symlinkSync('real', join(folder.path, 'link'), 'dir');
      deepEqual(check(join(folder.path, 'link')).rows, check(join(folder.path, 'real')).rows);
    });
  });

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
            findings: Row[];
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

  describe('help and version', () => {
    it('is on everything, on stdout, with status 0', () => {
      for (const args of [
        ['--help'],
        ['-h'],
        ...['check', 'list', 'coverage'].flatMap((command) => [
          [command, '--help'],
          [command, '-h'],
          [command, 'no/such/folder', '--help'],
        ]),
      ]) {
        const { status, stdout, stderr } = runCommand(args);
        deepEqual([status, stderr], [0, ''], args.join(' '));
        match(stdout, /^aims /);
        match(stdout, /--today YYYY-MM-DD/);
      }
      const check = runCommand(['check', '--help']).stdout;
      for (const option of ['--format', '--fail-on', '--max-warnings', '--today']) ok(check.includes(option), option);
    });

    it('the version is that of the package', () => {
      for (const args of [['--version'], ['-v'], ['check', '--version']])
        deepEqual(runCommand(args), { status: 0, stdout: `${manifest.version}\n`, stderr: '' });
    });

    it('without a command it prints the help and exits 2', () => {
      const { status, stdout, stderr } = runCommand([]);
      equal(status, 2);
      match(stdout + stderr, /aims <command>/);
    });
  });
});
