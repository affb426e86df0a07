// Which management system a folder belongs to.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { check, QUIET } from './support/checked-folder';
import { DAY, runCommand } from './support/command-line';
import { AIMS, STATEMENT } from './support/small-texts';
import { folderMaker } from './support/test-folder';

describe('the command line', () => {
  const folderOf = folderMaker();

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
});
