// Several management systems in one folder: each is read alone, and nothing crosses from one to the other.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { join } from 'node:path';
import { coverageOf } from '../engine/coverage/coverage';
import type { Snapshot } from '../engine/engine';
import { DiskFiles } from '../host/disk-files';
import { loadWorkspace } from '../host/load-workspace';
import { findRoots, rootsBelow } from '../host/roots';
import { runCommand } from './support/command-line';
import { rowsOf, TODAY } from './support/memory-workspace';
import {
  allGrades,
  assessment,
  CARRIED_OUT,
  type Given,
  inventory,
  procedure,
  record,
  riskRegister,
  statement,
  system,
} from './support/small-system';
import { AIMS } from './support/small-texts';
import { keptFolders, TestFolder } from './support/test-folder';

const ROW: Given = {
  id: 'A.6.2.4',
  ...CARRIED_OUT,
  implementation: '[Release](release.md)',
  evidence: ['validation.md'],
};
/** A whole system with the same ids wherever it stands. */
const wholeBelow = (folder: string): [string, string][] =>
  Object.entries({
    'aims.yaml': AIMS,
    'soa.yaml': statement([ROW]),
    'release.md': procedure(),
    'validation.md': record(),
    'systems.yaml': inventory(system()),
    'aia.md': assessment(),
    'risks.yaml': riskRegister({ owner: 'Head', systems: ['AIS-001'], controls: ['A.6.2.4'] }),
  }).map(([path, text]) => [`${folder}${path}`, text]);

describe('several roots', () => {
  const kept = keptFolders();
  const folderOf = (files: Iterable<readonly [string, string]>) => kept(new TestFolder(files)).path;
  /** Reads a root as the command line does; `boundary` is what links may not leave. */
  const load = async (boundary: string, root = ''): Promise<Snapshot> =>
    (await loadWorkspace(new DiskFiles(join(boundary, root), boundary), TODAY)).snapshot;
  const said = (snapshot: Snapshot) => rowsOf(snapshot).map((row) => JSON.stringify(row));
  const about = (snapshot: Snapshot, rules: RegExp) =>
    rowsOf(snapshot)
      .filter(({ rule }) => rules.test(rule))
      .map(({ rule, path }) => `${path} ${rule}`);

  it('each says the same as where it stands alone, though ids, names and paths are those of the other', async () => {
    const alone = await load(folderOf(wholeBelow('')));
    const beside = folderOf([...wholeBelow('one/'), ...wholeBelow('two/')]);
    const nested = folderOf([...wholeBelow(''), ...wholeBelow('team/'), ...wholeBelow('team/deep/er/')]);
    const roots: readonly (readonly [string, string])[] = [
      [beside, 'one'],
      [beside, 'two'],
      [nested, ''],
      [nested, 'team'],
      [nested, 'team/deep/er'],
    ];
    for (const [folder, root] of roots) {
      const snapshot = await load(folder, root);
      deepEqual([...snapshot.texts.keys()].sort(), [...alone.texts.keys()].sort(), root);
      deepEqual(said(snapshot), said(alone), root);
      deepEqual(allGrades(snapshot), allGrades(alone), root);
    }
    deepEqual(about(alone, /^(?:id|reference)\//), []);
    ok(allGrades(alone).includes('control A.6.2.4 evidenced') && allGrades(alone).includes('system AIS-001 current'));
  });

  it('without its aims.yaml the inner one is part of the outer, and then the ids are there twice', async () => {
    const files = [...wholeBelow(''), ...wholeBelow('team/')].filter(([path]) => path !== 'team/aims.yaml');
    const snapshot = await load(folderOf(files));
    ok(about(snapshot, /^id\/duplicate$/).some((line) => line.startsWith('team/')));
  });

  it('an id of the other is known to nobody here', async () => {
    const folder = folderOf([
      ['aims.yaml', AIMS],
      ['systems.yaml', inventory(system())],
      ['risks.yaml', riskRegister({ owner: 'Head', systems: ['AIS-002'] })],
      ['aia.md', assessment({ systems: ['AIS-001'] })],
      ['team/aims.yaml', AIMS],
      ['team/systems.yaml', inventory(system({ id: 'AIS-002' }))],
      ['team/risks.yaml', riskRegister({ owner: 'Head', systems: ['AIS-001'] })],
    ]);
    for (const root of ['', 'team'])
      deepEqual(
        about(await load(folder, root), /unresolved$|system-unknown$/),
        ['risks.yaml risk/system-unknown'],
        root,
      );
    deepEqual(
      coverageOf(await load(folder)).systems.map(({ id, state }) => `${id} ${state}`),
      ['AIS-001 current'],
    );
    deepEqual(
      coverageOf(await load(folder, 'team')).systems.map(({ id, state }) => `${id} ${state}`),
      ['AIS-002 missing'],
    );
  });

  it('a statement, an approval or a path of the other improves no grade here', async () => {
    const folder = folderOf([
      ...wholeBelow(''),
      ['team/aims.yaml', AIMS],
      ['team/soa.yaml', statement([{ ...ROW, implementation: '[Release](../release.md)', evidence: ['REC-1'] }])],
      ['other/aims.yaml', AIMS],
      ['other/policy.md', procedure()],
    ]);
    const team = await load(folder, 'team');
    // The file is there, but what it says belongs to another root: it is no governing document in force.
    ok(
      allGrades(team).includes('control A.6.2.4 drafted'),
      allGrades(team).find((line) => line.includes('A.6.2.4')),
    );
    ok(allGrades(await load(folder, 'other')).includes('control A.6.2.4 none'));
  });

  it('a path into the other that is there is not called missing', async () => {
    const folder = folderOf([
      ...wholeBelow(''),
      ['notes.md', procedure({ id: 'PRO-7' }, 'See [theirs](team/release.md) and [nothing](team/gone.md).')],
      ...wholeBelow('team/'),
      ['team/notes.md', procedure({ id: 'PRO-7' }, 'See [ours](../release.md) and [nothing](../gone.md).')],
    ]);
    for (const root of ['', 'team'])
      deepEqual(
        rowsOf(await load(folder, root))
          .filter(({ rule, path }) => path === 'notes.md' && rule.startsWith('reference/'))
          .map(({ rule, message }) => `${rule} ${/[\w/.]*(?:release|gone)\.md/.exec(message)?.[0]}`),
        [`reference/broken-link ${root === '' ? 'team' : '..'}/gone.md`],
        root,
      );
  });

  it('are found: all below a folder, the nearest above one', async () => {
    const folder = folderOf([
      ...wholeBelow('one/'),
      ...wholeBelow('one/team/'),
      ...wholeBelow('two/'),
      ['two/a/b.md', '# B\n'],
    ]);
    deepEqual(
      await rootsBelow(folder),
      ['one', 'one/team', 'two'].map((root) => join(folder, root)),
    );
    deepEqual(await findRoots(folder), {
      roots: ['one', 'one/team', 'two'].map((root) => join(folder, root)),
      found: 'below',
    });
    for (const [start, root] of [
      ['one', 'one'],
      ['one/team', 'one/team'],
      ['two/a', 'two'],
    ] as const)
      deepEqual(await findRoots(join(folder, start)), { roots: [join(folder, root)], found: 'above' }, start);
  });

  it('the command line shows each under its own path, and the worst decides the exit status', () => {
    const QUIET = `${AIMS}rules:\n  clause/no-document: off\n  soa/missing-control: off\n  assessment/missing-section: off\n`;
    const folder = folderOf([
      ...wholeBelow('one/'),
      ['one/aims.yaml', QUIET],
      ...wholeBelow('two/'),
      ['two/aims.yaml', QUIET],
      ['two/soa.yaml', statement([{ ...ROW, justification: undefined }])],
    ]);
    const run = (...args: string[]) => runCommand([...args, '--format', 'json', '--today', TODAY]);
    const check = run('check', folder);
    const errors = (
      JSON.parse(check.stdout) as { findings: { severity: string; path: string; rule: string }[] }
    ).findings
      .filter(({ severity }) => severity === 'error')
      .map(({ path, rule }) => `${path} ${rule}`);
    deepEqual(errors, ['two/soa.yaml soa/missing-justification']);
    equal(check.status, 1);
    equal(run('check', join(folder, 'one')).status, 0);
    equal(run('check', join(folder, 'two')).status, 1);
    const list = JSON.parse(run('list', folder).stdout) as { documents: { path: string; kind: string }[] };
    deepEqual(
      list.documents.filter(({ kind }) => kind === 'statement-of-applicability').map(({ path }) => path),
      ['one/soa.yaml', 'two/soa.yaml'],
    );
    match(runCommand(['coverage', folder, '--today', TODAY]).stdout, /A\.6\.2\.4[\s\S]*A\.6\.2\.4/);
  });
});
