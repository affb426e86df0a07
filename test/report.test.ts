// `aims report` as a command: what it writes where, and what it leaves alone.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DAY, ONE_LINE, runCommand } from './support/command-line';
import { TestRepository } from './support/git-repository';
import { keptFolders, TestFolder } from './support/test-folder';

const AIMS = 'organization: Tern & Co\nframeworks: [iso-42001]\n';
const SYSTEM = (name: string) =>
  `kind: ai-system-inventory\ntitle: Systems\nsystems:\n  - { id: AIS-1, name: ${name}, lifecycle: operation }\n`;

describe('aims report', function () {
  this.timeout(20_000);
  const keep = keptFolders();
  const small = () =>
    keep(
      new TestFolder([
        ['aims.yaml', AIMS],
        ['systems.yaml', SYSTEM('Letters')],
      ]),
    );
  const report = (cwd: string, ...args: string[]) =>
    runCommand(['report', ...args, ...DAY], { cwd, program: 'dist/cli.js' });

  it('writes one page into the current folder, the same each time', () => {
    const { path } = small();
    const { status, stdout, stderr } = report(path);
    deepEqual([status, stdout, stderr], [0, '', 'Written: aims-report.html\n']);
    const page = readFileSync(join(path, 'aims-report.html'), 'utf8');
    match(page, /^<!DOCTYPE html>\n<html lang="en">/);
    ok(page.includes('<b>Tern &amp; Co</b>') && page.includes('Letters'));
    // The page itself is no part of what is reported.
    deepEqual(report(path, '--output', '-'), { status: 0, stdout: page, stderr: '' });
  });

  it('leaves a file that exists, unless told; a link and a folder always', () => {
    const folder = small();
    folder.write('aims-report.html', 'mine');
    mkdirSync(join(folder.path, 'folder.html'));
    symlinkSync('aims-report.html', join(folder.path, 'link.html'));
    for (const args of [[], ['--output', 'folder.html', '--force'], ['--output', 'link.html', '--force']]) {
      const { status, stdout, stderr } = report(folder.path, ...args);
      equal(status, 2);
      equal(stdout, '');
      match(stderr, /^aims: "[^"]+" (exists|is no ordinary file).*\n$/);
    }
    equal(readFileSync(join(folder.path, 'aims-report.html'), 'utf8'), 'mine');
    equal(report(folder.path, '--force').status, 0);
    match(readFileSync(join(folder.path, 'aims-report.html'), 'utf8'), /^<!DOCTYPE html>/);
    deepEqual(
      readdirSync(folder.path).sort(),
      ['aims-report.html', 'aims.yaml', 'folder.html', 'link.html', 'systems.yaml'],
      'nothing else is left behind',
    );
  });

  it('writes nothing where there is no management system, and says so', () => {
    const { path } = keep(new TestFolder([['readme.txt', 'x']]));
    const { status, stderr } = report(path);
    equal(status, 0);
    match(stderr, /^There is no AI management system in/);
    deepEqual(readdirSync(path), ['readme.txt']);
  });

  it('is about one management system: of several one has to be named', () => {
    const { path } = keep(
      new TestFolder([
        ['one/aims.yaml', AIMS],
        ['two/aims.yaml', AIMS.replace('Tern', 'Plover')],
      ]),
    );
    const { status, stderr } = report(path);
    equal(status, 2);
    match(stderr, /^aims: There are 2 management systems in "\.", .*name one or two\.\n$/);
    const { stdout } = report(path, 'two', '--output', '-');
    ok(stdout.includes('Plover') && !stdout.includes('Tern'));
  });

  it('reports the whole of a system from a folder inside it, and says so', () => {
    const folder = small();
    mkdirSync(join(folder.path, 'records'));
    const { status, stdout, stderr } = report(folder.path, 'records', '--output', '-');
    equal(status, 0);
    match(stderr, /the whole of it is reported/);
    ok(stdout.includes('Letters'));
  });

  it('says where something could not be checked, in the page and by its exit status', () => {
    const folder = small();
    folder.write('big.md', `---\nkind: record\n---\n${'x'.repeat(2_000_001)}`);
    const { status, stdout } = report(folder.path, '--output', '-');
    equal(status, 2);
    ok(stdout.includes('Something could not be checked'));
    ok(!report(small().path, '--output', '-').stdout.includes('Something could not be checked'));
  });

  it('is wrong usage in one line', () => {
    const { path } = small();
    for (const args of [['--output', ''], ['--evidence-pack', ''], ['a', 'b'], ['no-such-folder'], ['--at', 'v1']]) {
      const { status, stdout, stderr } = report(path, ...args);
      equal(status, 2, args.join(' '));
      equal(stdout, '');
      match(stderr, ONE_LINE, args.join(' '));
    }
    deepEqual(readdirSync(path).sort(), ['aims.yaml', 'systems.yaml']);
  });

  it('shows the state of a revision, and names it', () => {
    const repository = keep(
      new TestRepository([
        ['aims.yaml', AIMS],
        ['systems.yaml', SYSTEM('Letters')],
      ]),
    );
    const first = repository.commit('2026-05-01T12:00:00Z');
    repository.write('systems.yaml', SYSTEM('Parcels'));
    repository.commit('2026-06-01T12:00:00Z');
    const run = (...args: string[]) => runCommand(['report', '--output', '-', ...args], { cwd: repository.path });
    const byId = run('--at', first, ...DAY).stdout;
    ok(byId.includes('Letters') && !byId.includes('Parcels') && byId.includes(first.slice(0, 10)));
    const byDay = run('--at', '2026-05-15').stdout;
    ok(byDay.includes('Letters') && /<dd>2026-05-15, revision/.test(byDay));
    const now = run(...DAY).stdout;
    ok(now.includes('Parcels') && !now.includes('revision'));
  });

  it('says what exceptions and the baseline silence', () => {
    const folder = small();
    folder.write(
      'aims.yaml',
      `${AIMS}exceptions:\n  - { rule: system/unassessed, at: "systems.yaml#AIS-1", reason: Waits for the new clinic, until: 2026-12-31 }\n`,
    );
    const page = report(folder.path, '--output', '-').stdout;
    const accepted = page.slice(page.indexOf('id="exceptions"'), page.indexOf('id="documents"'));
    ok(accepted.includes('Waits for the new clinic') && accepted.includes('2026-12-31'));
    const findings = page.slice(page.indexOf('id="findings"'), page.indexOf('id="coverage"'));
    ok(accepted.includes('system/<wbr>unassessed') && !findings.includes('system/<wbr>unassessed'));
  });

  it('states a duty once, however many systems have it', () => {
    const rows = Array.from(
      { length: 1500 },
      (_, index) =>
        `  - { id: AIS-${index}, name: System ${index}, lifecycle: operation, roles: [provider], ai_act: { tier: high } }\n`,
    );
    const folder = keep(
      new TestFolder([
        ['aims.yaml', AIMS],
        ['systems.yaml', `kind: ai-system-inventory\nsystems:\n${rows.join('')}`],
      ]),
    );
    const { stdout } = report(folder.path, '--output', '-');
    ok(stdout.includes('AIS-1499') && stdout.endsWith('</html>\n'));
    // Duties stand once for all systems that have them.
    equal(stdout.split('Put your name and contact address').length, 2);
    ok(stdout.length < 5_000_000, `${stdout.length} characters`);
  });

  it('writes the file where it is told, making folders on the way', () => {
    const { path } = small();
    equal(report(path, '--output', 'out/2026/report.html', '--title', 'State & plan').status, 0);
    const page = readFileSync(resolve(path, 'out/2026/report.html'), 'utf8');
    ok(page.includes('<h1>State &amp; plan</h1>'));
    ok(!existsSync(join(path, 'aims-report.html')));
  });
});
