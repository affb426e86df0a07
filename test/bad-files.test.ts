// Files and folders on disk that cannot be read, or lead in a circle: said, and nothing they could hold is called missing.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DiskFiles } from '../host/disk-files';
import { loadWorkspace } from '../host/load-workspace';
import { type Files, rowsOf, TODAY } from './support/memory-workspace';
import { gradesOf } from './support/small-system';
import { AIMS, MISSING_JUSTIFICATION, UNAPPROVED_STATEMENT } from './support/small-texts';
import { keptFolders, TestFolder } from './support/test-folder';

const GOOD: Files = new Map([
  ['aims.yaml', AIMS],
  ['soa.yaml', UNAPPROVED_STATEMENT],
]);

const YAML = 'kind: risk-register\nid: RR-001\ntitle: Risks\nrisks:\n  - id: R-1\n    title: One\n';

describe('files on disk that cannot be read', () => {
  let folder = '';
  const kept = keptFolders();
  beforeEach(() => {
    folder = kept(new TestFolder(GOOD)).path;
  });

  it('a loop of symbolic links is not followed', async () => {
    mkdirSync(join(folder, 'a'));
    symlinkSync('..', join(folder, 'a', 'up'), 'dir');
    symlinkSync('self.yaml', join(folder, 'self.yaml'));
    symlinkSync('missing.yaml', join(folder, 'dangling.yaml'));
    const { snapshot } = await loadWorkspace(new DiskFiles(folder), TODAY);
    ok(rowsOf(snapshot).some((row) => row.rule === MISSING_JUSTIFICATION));
    equal(rowsOf(snapshot).filter((row) => row.path !== 'soa.yaml' && row.path !== 'aims.yaml').length, 0);
  });

  it('a file that may not be read is one finding, and the check says that something was not checked', async () => {
    const source = new DiskFiles(folder);
    writeFileSync(join(folder, 'risks.yaml'), YAML);
    // A superuser may read everything, so that the failure is put between as well.
    chmodSync(join(folder, 'risks.yaml'), 0);
    const { snapshot } = await loadWorkspace(
      {
        list: (most) => source.list(most),
        lookOutside: (paths) => source.lookOutside(paths),
        read: async (paths) =>
          new Map(
            [...(await source.read(paths))].map(([path, read]) => [
              path,
              path === 'risks.yaml' ? { ok: false, why: 'EACCES' } : read,
            ]),
          ),
      },
      TODAY,
    );
    deepEqual(
      rowsOf(snapshot)
        .filter((row) => row.path === 'risks.yaml')
        .map((row) => row.rule),
      ['limit/unreadable'],
    );
    ok(rowsOf(snapshot).some((row) => row.rule === MISSING_JUSTIFICATION));
    ok(snapshot.uncheckable);
  });

  it('what an unread file or folder could hold is not called missing', async () => {
    const source = new DiskFiles(folder);
    const missing = async (more: { unlisted?: string; large?: string }) => {
      const { snapshot } = await loadWorkspace(
        {
          list: async (most) => {
            const { sizes } = await source.list(most);
            const large = more.large === undefined ? [] : ([[more.large, 9_000_000]] as const);
            const unlisted = new Map(more.unlisted === undefined ? [] : [[more.unlisted, 'EACCES']]);
            return { sizes: new Map([...sizes, ...large]), unlisted };
          },
          lookOutside: (paths) => source.lookOutside(paths),
          read: (paths) => source.read(paths),
        },
        TODAY,
      );
      const rules = rowsOf(snapshot).map(({ rule }) => rule);
      const unknown = [...gradesOf(snapshot).values()].filter((grade) => grade === 'unknown').length;
      return { without: rules.filter((rule) => rule === 'clause/no-document').length, rules, unknown };
    };
    const usual = await missing({});
    ok(usual.without > 3, usual.rules.join(', '));
    equal(usual.unknown, 0);
    const folderShut = await missing({ unlisted: 'policies' });
    equal(folderShut.without, 0);
    ok(folderShut.rules.includes('limit/unreadable'));
    ok(folderShut.unknown > 0);
    // Its name says what a large file is: only that is not called missing. One that is nothing of ours hides nothing.
    const named = await missing({ large: 'ai-policy.md' });
    equal(named.without, usual.without - 1);
    equal((await missing({ large: 'training-data.csv' })).without, usual.without);
  });
});
