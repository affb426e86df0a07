// `aims check` as text, and what holds for all of its forms: exit status, files, wrong usage.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { DAY, runCommand } from '../support/command-line';
import { AIMS, STATEMENT } from '../support/small-texts';
import { folderMaker, keptFolders } from '../support/test-folder';
import { checkAs, GAPS, KnownRuns, TOO_LARGE } from './check-run';
import { nastyFolder } from './nasty-documents';

const FORMATS = ['text', 'lines', 'json', 'sarif', 'junit', 'github', 'gitlab', 'markdown', 'csv'];

describe('check as text', () => {
  const runs = new KnownRuns();
  const kept = keptFolders();
  const folderOf = folderMaker(kept);

  it('shows the line of a finding and marks its place, under the name of its file', () => {
    const { stdout } = runs.checkAs('text', GAPS);
    const lines = stdout.split('\n');
    const rows = runs.rows(GAPS);
    const paths = new Set(rows.map(({ path }) => path));
    deepEqual(
      lines.filter((line) => paths.has(line)),
      [...paths],
    );
    let marked = 0;
    for (const row of rows) {
      const at = lines.indexOf(`  ${row.line}:${row.column}  ${row.severity}  ${row.message}  ${row.rule}`);
      ok(at >= 0, row.message);
      const source = readFileSync(join(GAPS, row.path), 'utf8').split(/\r\n|\r|\n/)[row.line - 1] ?? '';
      const isPlain = /^[\x20-\x7e]{0,160}$/.test(source) && row.endLine === row.line && row.endColumn > row.column;
      if (!isPlain) continue;
      marked++;
      equal(lines[at + 1], `    | ${source}`);
      equal(lines[at + 2], `    | ${' '.repeat(row.column - 1)}${'^'.repeat(row.endColumn - row.column)}`);
    }
    ok(marked > 50);
  });

  it('of a long line shows what is around the place; wide characters and accents move the mark', () => {
    const register = (title: string) =>
      `---\nkind: risk-register\nid: RR-1\nstatus: approved\n---\n\n| ID | Risk | Owner |\n| --- | --- | --- |\n| R-1 | ${title} | {{who}} |\n`;
    for (const [title, isCut] of [
      ['Plain', false],
      ['漢字 e\u0301 😀', false],
      ['word '.repeat(80), true],
    ] as const) {
      const folder = folderOf(['aims.yaml', AIMS], ['risks.md', register(title)]);
      const lines = checkAs('text', folder.path).stdout.split('\n');
      const at = lines.findIndex((line, index) => line.endsWith('{{who}} |') && lines[index + 1]?.endsWith('^^^^^^^'));
      ok(at > 0, title);
      // As many columns as a terminal takes for it.
      const shown = lines[at]?.replace(/[漢字]|😀/gu, 'xx').replaceAll('\u0301', '') ?? '';
      equal(lines[at + 1]?.indexOf('^'), shown.indexOf('{{who}}'), title);
      equal(shown.startsWith('    | …'), isCut);
      ok(shown.length < 180);
    }
  });

  it('says where to read more, and ends with the count', () => {
    const { stdout } = runs.checkAs('text', GAPS);
    match(
      stdout,
      /\n\n"aims explain [\w-]+\/[\w-]+" says why it matters and how to settle it\.\n\n\d+ documents checked: .*\.\n$/,
    );
    const said = /"aims explain ([^"]+)"/.exec(stdout)?.[1];
    ok(runs.rows(GAPS).some(({ rule, severity }) => rule === said && severity === 'error'));
  });

  it('lets no document speak to the terminal', () => {
    const folder = kept(nastyFolder());
    const { stdout } = checkAs('text', folder.path);
    ok(stdout.includes('␛[31mred') && stdout.includes('esc␛[31m.md') && stdout.includes('nul ␀ end'));
    deepEqual(stdout.match(/[\p{Cc}\u202a-\u202e\u2066-\u2069](?<!\n)/gu), null);
  });

  describe('in every form', () => {
    it('the exit status is the same', () => {
      const wrong = folderOf(['aims.yaml', AIMS], ['soa.yaml', STATEMENT]).path;
      const unread = folderOf(['aims.yaml', AIMS], ['soa.yaml', STATEMENT], TOO_LARGE).path;
      const empty = folderOf().path;
      for (const format of FORMATS) {
        deepEqual(
          [checkAs(format, empty).status, checkAs(format, wrong).status, checkAs(format, unread).status],
          [0, 1, 2],
          format,
        );
      }
    });

    it('--output writes what would be printed, whole, and says so', () => {
      const folder = folderOf(['aims/aims.yaml', AIMS], ['aims/soa.yaml', STATEMENT]);
      const checked = join(folder.path, 'aims');
      for (const format of FORMATS) {
        const file = join(folder.path, 'reports', `of.${format}`);
        const { status, stdout, stderr } = checkAs(format, checked, '--output', file);
        deepEqual([status, stdout], [1, ''], format);
        match(stderr, /^1 document checked: .* Written to ".*"\.\n$/);
        equal(readFileSync(file, 'utf8'), checkAs(format, checked).stdout, format);
      }
    });

    it('a file that is there stays as it is, unless --force is given; a link always', () => {
      const folder = folderOf(['mine.txt', 'mine'], ['other.txt', 'other']);
      const checked = folderOf(['aims.yaml', AIMS], ['soa.yaml', STATEMENT]).path;
      const mine = join(folder.path, 'mine.txt');
      const refused = checkAs('csv', checked, '-o', mine);
      deepEqual([refused.status, refused.stdout], [2, '']);
      match(refused.stderr, /^aims: ".*mine\.txt" exists\. .*--force.*\n$/);
      equal(readFileSync(mine, 'utf8'), 'mine');
      equal(checkAs('csv', checked, '-o', mine, '--force').status, 1);
      equal(readFileSync(mine, 'utf8'), checkAs('csv', checked).stdout);
      symlinkSync('other.txt', join(folder.path, 'link.txt'));
      equal(checkAs('csv', checked, '-o', join(folder.path, 'link.txt'), '--force').status, 2);
      equal(readFileSync(join(folder.path, 'other.txt'), 'utf8'), 'other');
    });

    it('wrong usage is one line, and writes nothing', () => {
      const file = join(folderOf().path, 'of.csv');
      for (const args of [
        ['--format', 'html'],
        ['--force'],
        ['--with-silenced'],
        ['--watch', '--format', 'json'],
        ['--watch', '-o', file],
        ['-f', 'csv', '-o', file, '--max-warnings', 'many'],
      ]) {
        const { status, stdout, stderr } = runCommand(['check', GAPS, ...args, ...DAY]);
        deepEqual([status, stdout], [2, ''], args.join(' '));
        match(stderr, /^aims: .+\nSee "aims --help"\.\n$/);
      }
      ok(!existsSync(file));
    });
  });
});
