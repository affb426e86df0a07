// A state of then: `--at` reads a revision as a checkout of it would be read.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DAY, runCommand } from './support/command-line';
import { committedRepository, practised, smallRepository } from './support/compared-revisions';
import { GIT_SETTINGS } from './support/git-repository';
import { inventory, record, statement, system } from './support/small-system';
import { AIMS } from './support/small-texts';
import { keptFolders } from './support/test-folder';

describe('what changed between two revisions', () => {
  const kept = keptFolders();

  describe('as a state of then', () => {
    it('is what the folder was: check, list, coverage and gaps read a revision as they read a checkout of it', () => {
      const repository = kept(
        committedRepository(
          ['governance/aims.yaml', AIMS],
          ['governance/soa.yaml', statement([{ ...practised, evidence: ['records/test.md', '../tests/report.txt'] }])],
          ['governance/records/test.md', record()],
          ['governance/systems.yaml', inventory(system())],
          ['tests/report.txt', 'passed'],
        ),
      );
      const id = repository.git('rev-parse', 'HEAD');
      const folder = join(repository.path, 'governance');
      const commands = [
        ['check', 'json'],
        ['list', 'json'],
        ['coverage', 'text'],
        ['gaps', 'text'],
      ] as const;
      const outputs = (...at: string[]) =>
        commands.map(([command, format]) => {
          const result = runCommand([command, folder, '--format', format, ...DAY, ...at], { env: GIT_SETTINGS });
          return { command, status: result.status, stdout: result.stdout };
        });
      const before = outputs();
      repository.git('rm', '--quiet', '-r', 'governance', 'tests');
      repository.commit('2026-06-01T12:00:00Z');
      // The folder is gone by now, which makes no difference.
      ok(!existsSync(folder));
      deepEqual(outputs('--at', id), before);
      match(
        runCommand(['list', folder, '--at', 'main~1', ...DAY], { env: GIT_SETTINGS }).stderr,
        /^As of main~1 \([0-9a-f]{10} of 2026-05-01\)\.\n$/,
      );
    });

    it('is judged as of the day that is asked for, unless another is given', () => {
      const repository = kept(smallRepository());
      const today = (...args: string[]) =>
        JSON.parse(runCommand(['coverage', repository.path, '--format', 'json', ...args], { env: GIT_SETTINGS }).stdout)
          .today;
      equal(today('--at', '2026-05-02'), '2026-05-02');
      equal(today('--at', '2026-05-02', '--today', '2027-01-01'), '2027-01-01');
      equal(today('--at', 'v1.0', ...DAY), '2026-11-20');
      const now = today('--at', 'v1.0');
      ok(now !== '2026-05-01' && /^\d{4}-\d{2}-\d{2}$/.test(now));
      equal(runCommand(['coverage', repository.path, '--at', '2026-02-30'], { env: GIT_SETTINGS }).status, 2);
    });
  });
});
