// Two snapshots of one workspace are what two fresh starts give.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { createWorkspace, finish } from '../engine/engine';
import type { FileSource } from '../host/file-source';
import { loadCompared } from '../host/load-compared';
import { decision, POLICY } from './support/compared-revisions';
import { everything } from './support/memory-workspace';
import { inventory, record, statement, system } from './support/small-system';
import { AIMS } from './support/small-texts';

describe('what changed between two revisions', () => {
  describe('as two snapshots of one workspace', () => {
    /** Files in memory that lie beside others. */
    const source = (files: Record<string, string>, outside: readonly string[]): FileSource => ({
      list: async () => ({
        sizes: new Map(Object.entries(files).map(([path, text]) => [path, text.length])),
        unlisted: new Map(),
      }),
      read: async (paths) =>
        new Map(paths.map((path) => [path, { ok: true, given: { text: files[path] ?? '', damaged: false } }])),
      lookOutside: async (paths) => new Map(paths.map((path) => [path, outside.includes(path) ? 'exists' : 'missing'])),
    });

    it('is what two fresh starts give, and the earlier one does not change when the later one is made', async () => {
      const evidence = {
        ...decision,
        status: 'implemented',
        evidence: ['../outside.txt', 'records/test.md', 'large.bin'],
      };
      const before = {
        'aims.yaml': AIMS,
        'soa.yaml': statement([evidence]),
        'records/test.md': record(),
        'large.bin': 'x',
      };
      const after = {
        'aims.yaml': `${AIMS}rules:\n  soa/no-status: off\n`,
        'soa.yaml': statement([evidence, { id: 'A.2.3', applicable: false }]),
        'policies/ai-policy.md': POLICY,
        'systems.yaml': inventory(system()),
      };
      const fresh = async (files: Record<string, string>, outside: readonly string[]) => {
        const workspace = createWorkspace('2026-11-20');
        workspace.setOutside(new Map(outside.map((path) => [path, 'exists'])));
        if (outside.length === 0) workspace.setOutside(new Map([['../outside.txt', 'missing']]));
        const given = source(files, outside);
        workspace.setFiles((await given.list(1)).sizes);
        for (const [path, text] of Object.entries(files))
          if (workspace.wants(path)) workspace.setText(path, { text, damaged: false });
        return everything(finish(workspace.check(finish(workspace.read()))));
      };
      const place = { prefix: '', within: '' };
      const { earlier, later } = await loadCompared(
        [{ ...place, files: source(before, ['../outside.txt']) }],
        [{ ...place, files: source(after, []) }],
        '2026-11-20',
      );
      const [old, now] = [earlier[0]?.snapshot, later[0]?.snapshot];
      ok(old && now);
      const compared = everything(now);
      const alone = compared.findings.filter((row) => !row.includes('document/changed-after-approval'));
      equal(alone.length, compared.findings.length - 1);
      deepEqual({ ...compared, findings: alone }, await fresh(after, []));
      deepEqual(everything(old), await fresh(before, ['../outside.txt']));
    });
  });
});
