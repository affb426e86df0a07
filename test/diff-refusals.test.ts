// Where nothing can be compared it is said in one line; odd repositories, and what Git is led to, lead nowhere.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DAY, ONE_LINE, runCommand } from './support/command-line';
import { decision, diff, names, POLICY, runDiff, smallRepository } from './support/compared-revisions';
import { filesBelow } from './support/folders';
import { GIT_SETTINGS, TestRepository } from './support/git-repository';
import { statement } from './support/small-system';
import { AIMS } from './support/small-texts';
import { keptFolders, TestFolder } from './support/test-folder';

describe('what changed between two revisions', () => {
  const kept = keptFolders();

  describe('where it cannot be said', () => {
    const fails = (folder: string, expected: RegExp, ...args: string[]) => {
      const { status, stdout, stderr } = runDiff(folder, ...args);
      deepEqual([status, stdout], [2, ''], `${args.join(' ')}: ${stdout}`);
      match(stderr, ONE_LINE);
      match(stderr, expected);
    };

    it('is one line and exit 2, and nothing is changed', () => {
      const repository = kept(smallRepository());
      const before = filesBelow(repository.path);
      fails(repository.path, /Name the revision/);
      fails(repository.path, /Two revisions at most/, 'a', 'b', 'c');
      fails(repository.path, /no revision "nope"/, 'nope');
      fails(repository.path, /no revision "nope"/, 'HEAD', 'nope');
      fails(repository.path, /"2026-02-30" is no day/, '2026-02-30');
      fails(repository.path, /names a file, not a revision/, 'HEAD:aims.yaml');
      fails(repository.path, /names a folder, not a revision/, 'HEAD:policies');
      const option = runCommand(['diff', '--folder', repository.path, '--', `--output=${repository.path}/x`]);
      equal(option.status, 2);
      match(option.stderr, /^aims: There is no revision "--output=.+\n$/);
      fails(repository.path, /--fail-on needs one of/, 'HEAD', '--fail-on', 'doom');
      fails(join(repository.path, 'nowhere'), /There is no folder ".*nowhere"/, 'HEAD');
      fails(join(repository.path, 'nowhere'), /There is no folder ".*nowhere" in either/, 'HEAD', 'HEAD');
      fails(join(repository.path, 'aims.yaml'), /is a file|no folder/, 'HEAD');
      deepEqual(filesBelow(repository.path), before);
      fails(kept(new TestFolder([['aims.yaml', AIMS]])).path, /lies in no Git repository/, 'HEAD');
      fails(kept(new TestRepository([['aims.yaml', AIMS]])).path, /no commit in this repository yet/, 'HEAD');
      const at = runCommand(['check', repository.path, '--at', 'nope', ...DAY], { env: GIT_SETTINGS });
      deepEqual([at.status, at.stdout], [2, '']);
      match(at.stderr, /^aims: There is no revision "nope".+\n$/);
    });

    it('says so without Git, and never starts one that lies in the folder', () => {
      const repository = kept(smallRepository());
      const proof = join(repository.path, 'started');
      repository.write('git', `#!/bin/sh\ntouch '${proof}'\n`);
      chmodSync(join(repository.path, 'git'), 0o755);
      const empty = kept(new TestFolder());
      for (const path of [empty.path, '', '.', `.:${empty.path}`]) {
        const { status, stderr } = runCommand(['diff', 'HEAD'], {
          cwd: repository.path,
          env: { ...GIT_SETTINGS, PATH: path },
        });
        equal(status, 2);
        match(stderr, /^aims: Git was not found on the PATH\..+\n$/);
      }
      ok(!existsSync(proof));
    });

    it('says why Git does not trust a repository, and that the folder stands behind --folder', () => {
      const repository = kept(smallRepository());
      const env = { ...GIT_SETTINGS, GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' };
      const distrusted = runCommand(['diff', 'HEAD', '--folder', repository.path], { env });
      equal(distrusted.status, 2);
      match(distrusted.stderr, /^aims: Git does not read .+: detected dubious ownership in .+safe\.directory.+\n$/);
      const misplaced = runCommand(['diff', 'policies'], { cwd: repository.path, env: GIT_SETTINGS });
      equal(misplaced.status, 2);
      match(misplaced.stderr, /^aims: There is no revision "policies".+ A folder stands behind --folder\.\n$/);
    });

    it('is not led elsewhere by the variables of a hook', () => {
      const [repository, other] = [kept(smallRepository()), kept(new TestRepository([['aims.yaml', AIMS]]))];
      const env = {
        ...GIT_SETTINGS,
        GIT_DIR: join(other.path, '.git'),
        GIT_WORK_TREE: other.path,
        GIT_INDEX_FILE: 'x',
      };
      const { status, stderr } = runCommand(['diff', 'v1.0', '--folder', repository.path, ...DAY], { env });
      equal(status, 0, stderr);
    });

    it('works for work trees and bare repositories, and asks for two revisions of one without files', () => {
      const repository = kept(smallRepository());
      repository.write('soa.yaml', statement([{ ...decision, justification: '' }]));
      repository.commit();
      const around = kept(new TestFolder());
      repository.git('worktree', 'add', '--quiet', '--detach', join(around.path, 'tree'));
      equal(diff(join(around.path, 'tree'), 'v1.0').status, 1);
      repository.git('clone', '--quiet', '--bare', repository.path, join(around.path, 'bare.git'));
      equal(diff(join(around.path, 'bare.git'), 'v1.0', 'main').status, 1);
      fails(join(around.path, 'bare.git'), /without files \(bare\): name two revisions/, 'v1.0');
      repository.git('clone', '--quiet', '--depth=1', `file://${repository.path}`, join(around.path, 'shallow'));
      fails(join(around.path, 'shallow'), /git fetch --unshallow/, 'v1.0');
      // A link to the folder leads to the same repository.
      symlinkSync(repository.path, join(around.path, 'link'));
      equal(diff(join(around.path, 'link'), 'v1.0', 'main').status, 1);
    });

    it('works in the middle of a merge: the marks of the conflict are findings', () => {
      const repository = kept(smallRepository());
      repository.git('switch', '--quiet', '--create', 'topic');
      repository.write('policies/ai-policy.md', POLICY.replace('with care', 'with great care'));
      repository.commit();
      repository.git('switch', '--quiet', 'main');
      repository.write('policies/ai-policy.md', POLICY.replace('with care', 'rarely'));
      repository.commit();
      try {
        repository.git('merge', '--quiet', 'topic');
      } catch {
        // that is the point
      }
      const before = filesBelow(join(repository.path, '.git'));
      const { findings, status } = diff(repository.path, 'HEAD');
      ok(names(findings.new).includes('syntax/conflict-marker policies/ai-policy.md'));
      equal(status, 1);
      equal(diff(repository.path, 'HEAD', 'MERGE_HEAD').documents.changed.length, 1);
      deepEqual(filesBelow(join(repository.path, '.git')), before);
    });

    it('compares nothing with a file that cannot be read', () => {
      const repository = kept(smallRepository());
      const id = repository.git('rev-parse', 'HEAD:policies/ai-policy.md');
      const object = join(repository.path, '.git/objects', id.slice(0, 2), id.slice(2));
      repository.write('policies/ai-policy.md', POLICY.replace('with care', 'rarely'));
      rmSync(object);
      writeFileSync(object, 'no object');
      fails(
        repository.path,
        /policies\/ai-policy\.md cannot be read \(missing or damaged in Git.+so the two states cannot be compared/,
        'HEAD',
      );
      const { status, stdout } = runCommand(['check', repository.path, '--at', 'HEAD', '--format', 'json', ...DAY], {
        env: GIT_SETTINGS,
      });
      equal(status, 2);
      match(stdout, /limit\/unreadable/);
    });

    it('reads no link, and passes by 10,000 files that are none of ours', () => {
      const repository = kept(smallRepository());
      symlinkSync('/etc/passwd', join(repository.path, 'secret.md'));
      symlinkSync('policies', join(repository.path, 'again'));
      mkdirSync(join(repository.path, 'data'));
      for (let at = 0; at < 10_000; at++) writeFileSync(join(repository.path, `data/${at}.txt`), '');
      repository.commit();
      const { documents, status } = diff(repository.path, 'v1.0', 'HEAD');
      deepEqual([documents.came, status], [[], 0]);
    });
  });
});
