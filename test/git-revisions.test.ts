// Which revision is meant, and what is said where it is none, damaged, or not there in full.
import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GitRepository } from '../host/git';
import { GitError } from '../host/git-process';
import { TestRepository } from './support/git-repository';
import { contentsAt, failure, opened } from './support/revision-files';
import { AIMS } from './support/small-texts';
import { keptFolders, TestFolder } from './support/test-folder';

describe('files of a Git revision', () => {
  const kept = keptFolders();
  const repositoryOf = (...files: readonly (readonly [string, string | Uint8Array])[]) =>
    kept(new TestRepository(files));

  it('are never fetched: a clone without all objects is said to be one', async () => {
    const repository = repositoryOf(['aims.yaml', AIMS], ['policy.md', '# Policy\n']);
    repository.commit();
    repository.git('config', 'uploadpack.allowFilter', 'true');
    const around = kept(new TestFolder());
    const clone = join(around.path, 'clone');
    repository.git('clone', '--quiet', '--no-checkout', '--filter=blob:none', `file://${repository.path}`, clone);
    const spy = join(around.path, 'spied');
    repository.git('-C', clone, 'config', 'remote.origin.uploadpack', `touch '${spy}'; git-upload-pack`);
    repository.git('-C', clone, 'config', 'protocol.file.allow', 'always');
    match(await failure(clone), /a partial clone.*--filter/);
    ok(!existsSync(spy), 'something was fetched');
  });

  it('that are damaged are said to be, and all others are read', async () => {
    const repository = repositoryOf(
      ...Array.from({ length: 9 }, (_, at) => [`${at}.md`, `# ${at}\n`.repeat(20)] as const),
    );
    repository.commit();
    for (const name of ['3.md', '7.md']) {
      const id = repository.git('rev-parse', `HEAD:${name}`);
      const path = join(repository.path, '.git/objects', id.slice(0, 2), id.slice(2));
      rmSync(path);
      writeFileSync(path, name === '3.md' ? 'no object' : '');
    }
    const read = await contentsAt(repository.path).catch((error: Error) => error.message);
    ok(typeof read !== 'string', String(read));
    for (const [path, text] of Object.entries(read))
      if (path === '3.md' || path === '7.md') match(text, /^! .+/);
      else equal(text, `# ${path[0]}\n`.repeat(20));
    equal(Object.keys(read).length, 9);
  });

  it('name what is wrong with a revision or a folder in one line', async () => {
    const repository = repositoryOf(['aims.yaml', AIMS], ['docs/a.md', '# A\n']);
    match(await failure(repository.path), /no commit in this repository yet/);
    match(await failure(repository.path, '2026-06-01'), /no commit in this repository yet/);
    repository.commit('2026-06-01T12:00:00Z');
    repository.git('branch', 'topic');
    repository.git('update-ref', 'refs/remotes/origin/far', 'HEAD');
    match(await failure(repository.path, 'no-such'), /no revision "no-such" in this repository/);
    match(await failure(repository.path, 'far'), /perhaps "origin\/far" is meant/);
    match(await failure(repository.path, 'HEAD:aims.yaml'), /names a file, not a revision/);
    match(await failure(repository.path, 'HEAD:docs'), /names a folder, not a revision/);
    match(await failure(repository.path, '2020-01-01'), /no commit of 2020-01-01 or before/);
    const proof = join(repository.path, 'written');
    for (const nasty of [
      `--output=${proof}`,
      '--help',
      '-z',
      '--all',
      '',
      ' ',
      'a\nb',
      'HEAD\nHEAD',
      '\u202e',
      'HEAD; touch x',
    ])
      match(await failure(repository.path, nasty), /no revision/);
    ok(!existsSync(proof));
    deepEqual(readdirSync(repository.path).sort(), ['.git', 'aims.yaml', 'docs']);
    const nowhere = kept(new TestFolder());
    await rejects(GitRepository.open(nowhere.path), /lies in no Git repository/);
    const broken = kept(new TestFolder([['.git', 'gitdir: nowhere\n']]));
    await rejects(GitRepository.open(broken.path), GitError);
  });

  it('are those of the last commit of a day, by the clock of who committed, on the branch itself', async () => {
    const repository = repositoryOf(['aims.yaml', '1']);
    const first = repository.commit('2026-05-01T23:30:00-0800');
    repository.git('switch', '--quiet', '--create', 'side');
    repository.write('aims.yaml', 'side');
    repository.commit('2026-05-10T12:00:00Z');
    repository.git('switch', '--quiet', 'main');
    repository.write('other.md', '# Other\n');
    const second = repository.commit('2026-05-20T00:30:00+1400');
    repository.gitAt('2026-06-05T12:00:00Z', 'merge', '--quiet', '--no-ff', '--message', 'Merge', 'side');
    const merge = repository.git('rev-parse', 'HEAD');
    const days = ['2026-05-01', '2026-05-10', '2026-05-19', '2026-05-20', '2026-06-04', '2026-06-05', '2030-01-01'];
    const found = await opened(repository.path, async (git) => {
      const ids: string[] = [];
      for (const day of days) ids.push((await git.commit(day)).id);
      return ids;
    });
    deepEqual(found, [first, first, first, second, second, merge, merge]);
    await rejects(
      opened(repository.path, (git) => git.commit('2026-04-30')),
      /no commit of 2026-04-30/,
    );
  });
});
