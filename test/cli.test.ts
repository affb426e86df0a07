// The contract of the command line: arguments, exit status, what goes to which stream.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { chmodSync, copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../package.json';
import { check, QUIET } from './support/checked-folder';
import { DAY, ONE_LINE, runCommand } from './support/command-line';
import { AIMS, STATEMENT } from './support/small-texts';
import { folderMaker } from './support/test-folder';

describe('the command line', () => {
  const folderOf = folderMaker();

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
        match(stderr, ONE_LINE, args.join(' '));
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
