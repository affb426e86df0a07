// What was changed after its approval, which only `aims diff` can find.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DAY, runCommand } from './support/command-line';
import { diff, POLICY, runDiff, smallRepository } from './support/compared-revisions';
import { filesBelow } from './support/folders';
import type { TestRepository } from './support/git-repository';
import { AIMS } from './support/small-texts';
import { keptFolders } from './support/test-folder';

describe('what changed between two revisions', () => {
  const kept = keptFolders();

  describe('after an approval', () => {
    const changed = (repository: TestRepository, ...args: string[]) =>
      diff(repository.path, ...args).findings.new.filter(({ rule }) => rule === 'document/changed-after-approval');

    it('is found by the comparison alone, under a new name too, and not where line ends are those of this machine', () => {
      const repository = kept(smallRepository(['.gitattributes', '*.md text eol=crlf\n']));
      repository.git('config', 'core.autocrlf', 'true');
      rmSync(join(repository.path, 'policies'), { recursive: true });
      repository.git('checkout', '--quiet', '--', 'policies');
      match(filesBelow(repository.path).get('policies/ai-policy.md')?.toString() ?? '', /\r\n/);
      deepEqual([changed(repository, 'HEAD'), diff(repository.path, 'HEAD').documents.changed], [[], []]);
      repository.rename('policies/ai-policy.md', 'policies/policy.md');
      deepEqual(changed(repository, 'HEAD'), []);
      repository.write('policies/policy.md', POLICY.replace('with care', 'with great care'));
      const [row, ...more] = changed(repository, 'HEAD');
      const line = POLICY.split('\n').findIndex((each) => each.startsWith('approved_on:')) + 1;
      deepEqual([row?.severity, row?.path, row?.line, more], ['warning', 'policies/policy.md', line, []]);
      repository.commit();
      equal(changed(repository, 'v1.0', 'HEAD').length, 1);
      equal(changed(repository, 'HEAD~1', 'HEAD').length, 1);
      deepEqual(changed(repository, 'HEAD'), []);
      const check = runCommand(['check', repository.path, '--format', 'json', ...DAY]).stdout;
      ok(!check.includes('changed-after-approval'));
      equal(runDiff(repository.path, 'v1.0', '--fail-on', 'warning').status, 1);
    });

    it('can be turned off, made an error, or silenced with a reason, and an exception for it is never "unused"', () => {
      const repository = kept(smallRepository());
      repository.write('policies/ai-policy.md', POLICY.replace('with care', 'with great care'));
      repository.write('aims.yaml', `${AIMS}rules:\n  document/changed-after-approval: error\n`);
      deepEqual(
        changed(repository, 'HEAD').map(({ severity }) => severity),
        ['error'],
      );
      equal(runDiff(repository.path, 'HEAD').status, 1);
      repository.write('aims.yaml', `${AIMS}rules:\n  document/changed-after-approval: off\n`);
      deepEqual(changed(repository, 'HEAD'), []);
      repository.write(
        'aims.yaml',
        `${AIMS}exceptions:\n  - rule: document/changed-after-approval\n    at: policies/ai-policy.md\n    reason: A spelling mistake.\n    until: 2026-12-31\n`,
      );
      deepEqual(changed(repository, 'HEAD'), []);
      const check = () => runCommand(['check', repository.path, '--format', 'json', ...DAY]).stdout;
      ok(!check().includes('exception/unused'), check());
      repository.write('aims.yaml', AIMS);
      repository.write(
        'aims-baseline.yaml',
        'findings:\n  - { rule: document/changed-after-approval, path: policies/ai-policy.md, where: POL-1.approved_on, reason: "A spelling mistake.", until: 2026-12-31 }\n',
      );
      deepEqual(changed(repository, 'HEAD'), []);
      ok(!check().includes('exception/unused'), check());
      // Writing the baseline anew does not drop what only a comparison can meet.
      const baseline = runCommand(['baseline', repository.path, '--reason', 'Adopted.', ...DAY]);
      equal(baseline.status, 0, baseline.stderr);
      match(filesBelow(repository.path).get('aims-baseline.yaml')?.toString() ?? '', /changed-after-approval/);
    });
  });
});
