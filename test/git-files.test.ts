// Files of a Git revision: read as objects, with nothing checked out, fetched, run or changed.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createWorkspace } from '../engine/engine';
import { DiskFiles } from '../host/disk-files';
import { GitFiles } from '../host/git-files';
import { findRootsAt } from '../host/git-roots';
import { loadWorkspace } from '../host/load-workspace';
import { findRoots } from '../host/roots';
import { filesBelow } from './support/folders';
import { TestRepository } from './support/git-repository';
import { everything, TODAY } from './support/memory-workspace';
import { contents, contentsAt, failure, MOST, opened } from './support/revision-files';
import { AIMS } from './support/small-texts';
import { keptFolders, TestFolder } from './support/test-folder';

describe('files of a Git revision', () => {
  const kept = keptFolders();
  const repositoryOf = (...files: readonly (readonly [string, string | Uint8Array])[]) =>
    kept(new TestRepository(files));

  it('are what is on disk after a commit: names, sizes, texts, roots, and what lies outside', async () => {
    const strange = [
      'with space.md',
      'ümläut ✓.md',
      'tab\there.md',
      'line\nbreak.md',
      '"quoted".md',
      '-dash.md',
      ':colon.md',
    ];
    const repository = repositoryOf(
      ['top.md', '# Top\n'],
      ['governance/aims.yaml', AIMS],
      ...strange.map((name) => [`governance/deep/${name}`, `# ${name}\n`] as const),
      ['governance/node_modules/package/readme.md', '# Not ours\n'],
      ['governance/other/aims.yaml', AIMS],
      ['governance/other/policy.md', '# Of the other root\n'],
      ['governance/empty.md', ''],
      ['governance/wide.md', Buffer.from('\uFEFF# Wide\n', 'utf16le')],
      ['governance/broken.md', Buffer.from([0x23, 0x20, 0xff, 0xfe, 0x0a])],
    );
    symlinkSync('../top.md', join(repository.path, 'governance/link.md'));
    symlinkSync('/etc', join(repository.path, 'governance/folder-link'));
    repository.commit();
    await opened(join(repository.path, 'governance'), async (git) => {
      equal(git.path, 'governance');
      const { id } = await git.commit('HEAD');
      const [there, here] = [
        new GitFiles(git, id, 'governance'),
        new DiskFiles(join(repository.path, 'governance'), repository.path),
      ];
      const [listed, onDisk] = [await there.list(MOST), await here.list(MOST)];
      deepEqual(new Map([...listed.sizes].sort()), new Map([...onDisk.sizes].sort()));
      equal(listed.sizes.size, strange.length + 4);
      deepEqual(await contents(there), await contents(here));
      const outside = ['../top.md', '../missing.md', '../governance', '../../etc/passwd', '../..', '..', '../a\nb'];
      deepEqual(await there.lookOutside(outside), await here.lookOutside(outside));
      for (const folder of ['governance', '', 'governance/deep', 'governance/other']) {
        const [found, expected] = [await findRootsAt(git, id, folder), await findRoots(join(repository.path, folder))];
        const paths = expected.roots.map((root) => root.slice(repository.path.length + 1));
        deepEqual(found, { ...expected, roots: paths }, folder);
      }
      equal(await findRootsAt(git, id, 'nowhere'), undefined);
      equal(await findRootsAt(git, id, 'top.md'), undefined);
    });
  });

  it('are judged as those on disk are', async () => {
    const repository = kept(new TestRepository());
    cpSync('examples/meridian-gaps', join(repository.path, 'governance'), { recursive: true });
    repository.commit();
    const folder = join(repository.path, 'governance');
    const onDisk = await loadWorkspace(new DiskFiles(folder, repository.path), TODAY);
    const committed = await opened(folder, async (git) => {
      const { id } = await git.commit('main');
      return loadWorkspace(new GitFiles(git, id, 'governance'), TODAY);
    });
    deepEqual(everything(committed.snapshot), everything(onDisk.snapshot));
  });

  it('are listed and read where names are no text, each for itself', async () => {
    const repository = repositoryOf(['plain.md', 'plain']);
    for (const byte of [0xe9, 0xe8])
      writeFileSync(
        Buffer.concat([Buffer.from(`${repository.path}/caf`), Buffer.from([byte]), Buffer.from('.md')]),
        `${byte}`,
      );
    repository.commit();
    deepEqual(Object.values(await contentsAt(repository.path)).sort(), ['232', '233', 'plain']);
  });

  it('stop being listed where there are too many, and large ones are not read', async () => {
    const repository = repositoryOf(...Array.from({ length: 30 }, (_, at) => [`${at}.md`, `${at}`] as const));
    repository.write('large.md', 'x'.repeat(2_000_001));
    repository.commit();
    await opened(repository.path, async (git) => {
      const files = new GitFiles(git, (await git.commit('HEAD')).id, '');
      equal((await files.list(10)).sizes.size, 11);
      const { sizes } = await files.list(MOST);
      const workspace = createWorkspace('2026-11-20');
      workspace.setFiles(sizes);
      equal(sizes.get('large.md'), 2_000_001);
      equal(workspace.wants('large.md'), false);
    });
  });

  it('are never a submodule, and a tree that was made to mislead leads nowhere', async () => {
    const repository = repositoryOf(['aims.yaml', AIMS]);
    const commit = repository.commit();
    repository.git('update-index', '--add', '--cacheinfo', `160000,${commit},module`);
    repository.git('commit', '--quiet', '--message', 'A submodule');
    deepEqual(Object.keys(await contentsAt(repository.path)), ['aims.yaml']);
    // A tree with an entry "..", which Git itself would never write.
    const blob = repository.git('rev-parse', 'HEAD:aims.yaml');
    const entry = Buffer.concat([Buffer.from('100644 evil.md\0'), Buffer.from(blob, 'hex')]);
    writeFileSync(join(repository.path, 'inner'), entry);
    const inner = repository.git('hash-object', '-t', 'tree', '-w', '--literally', 'inner');
    writeFileSync(
      join(repository.path, 'outer'),
      Buffer.concat([Buffer.from('40000 ..\0'), Buffer.from(inner, 'hex')]),
    );
    const outer = repository.git('hash-object', '-t', 'tree', '-w', '--literally', 'outer');
    const evil = repository.git('commit-tree', outer, '-m', 'evil');
    await opened(repository.path, async (git) => {
      const { sizes, unlisted } = await new GitFiles(git, evil, '').list(MOST);
      deepEqual([[...sizes], [...unlisted.keys()]], [[], ['../evil.md']]);
    });
  });

  it('are the bytes that were committed: no filter, no line ends of this machine, nothing replaced', async () => {
    const repository = repositoryOf(['.gitattributes', '*.md filter=spy\n*.yaml text eol=crlf\n']);
    repository.write('policy.md', '# Policy\n');
    repository.write('aims.yaml', AIMS.replace(/\n/g, '\r\n'));
    repository.commit();
    const spy = join(repository.path, '.git/spied');
    for (const way of ['smudge', 'clean', 'process'])
      repository.git('config', `filter.spy.${way}`, `touch '${spy}'; cat`);
    repository.git('config', 'diff.spy.textconv', `touch '${spy}'; cat`);
    repository.git('config', 'core.fsmonitor', `touch '${spy}'`);
    repository.git('config', 'core.pager', `touch '${spy}'`);
    repository.git('config', 'core.autocrlf', 'true');
    repository.git('config', 'log.showSignature', 'true');
    repository.git('config', 'gpg.program', `touch '${spy}'`);
    mkdirSync(join(repository.path, '.git/hooks'), { recursive: true });
    for (const hook of ['post-checkout', 'post-index-change', 'reference-transaction'])
      writeFileSync(join(repository.path, '.git/hooks', hook), `#!/bin/sh\ntouch '${spy}'\n`, { mode: 0o755 });
    rmSync(spy, { force: true });
    repository.git(
      'replace',
      repository.git('rev-parse', 'HEAD:policy.md'),
      repository.git('rev-parse', 'HEAD:aims.yaml'),
    );
    rmSync(spy, { force: true });
    const before = filesBelow(join(repository.path, '.git'));
    const read = await contentsAt(repository.path);
    await opened(repository.path, (git) => git.commit('2026-06-01'));
    equal(read['policy.md'], '# Policy\n');
    equal(read['aims.yaml'], AIMS);
    ok(!existsSync(spy), 'something that the settings name was run');
    deepEqual(filesBelow(join(repository.path, '.git')), before);
    // The filter would have been run by what is not read in this way.
    repository.write('policy.md', '# Other\n');
    repository.git('-c', 'core.fsmonitor=false', 'hash-object', 'policy.md');
    ok(existsSync(spy), 'the trap does not work');
  });

  it('are read of work trees, bare repositories and a shallow clone', async () => {
    const repository = repositoryOf(['aims.yaml', AIMS]);
    repository.commit('2026-05-01T12:00:00Z');
    repository.git('tag', '--annotate', 'v1.0', '--message', 'First');
    repository.write('aims.yaml', AIMS.replace('Example', 'Second'));
    repository.commit('2026-06-01T12:00:00Z');
    const around = kept(new TestFolder());
    repository.git('worktree', 'add', '--quiet', '--detach', join(around.path, 'tree'), 'v1.0');
    deepEqual(await contentsAt(join(around.path, 'tree')), { 'aims.yaml': AIMS });
    repository.git('clone', '--quiet', '--bare', repository.path, join(around.path, 'bare.git'));
    deepEqual(await contentsAt(join(around.path, 'bare.git'), 'v1.0'), { 'aims.yaml': AIMS });
    repository.git('clone', '--quiet', '--depth=1', `file://${repository.path}`, join(around.path, 'shallow'));
    match((await contentsAt(join(around.path, 'shallow')))['aims.yaml'] ?? '', /Second/);
    for (const missing of ['v1.0', 'HEAD~1', '2026-05-15'])
      match(await failure(join(around.path, 'shallow'), missing), /"git fetch --unshallow".*fetch-depth: 0/);
    match(await failure(join(repository.path, '.git')), /inside the folder \.git/);
  });
});
