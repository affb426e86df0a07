// What changed between two revisions of a real Git repository: `aims diff`.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { DAY, runCommand } from './support/command-line';
import {
  committedRepository,
  decision,
  diff,
  names,
  POLICY,
  practised,
  type Row,
  runDiff,
  smallRepository,
} from './support/compared-revisions';
import { GIT_SETTINGS, TestRepository } from './support/git-repository';
import { inventory, procedure, statement, system, yamlText } from './support/small-system';
import { AIMS } from './support/small-texts';
import { keptFolders } from './support/test-folder';

describe('what changed between two revisions', () => {
  const kept = keptFolders();

  describe('of findings, grades and documents', () => {
    it('is nothing where nothing changed, and ends with 0', () => {
      const repository = kept(smallRepository());
      for (const revisions of [['HEAD'], ['v1.0..main'], ['v1.0...'], ['2026-05-01', 'HEAD']]) {
        const { status, findings, coverage, documents, summary } = diff(repository.path, ...revisions);
        equal(status, 0);
        deepEqual([findings.new, findings.settled, coverage.changes], [[], [], []]);
        deepEqual(Object.values(documents), [[], [], [], []]);
        ok(summary.remaining > 0);
      }
    });

    it('names what is new and what is settled, with places in the state they belong to', () => {
      const repository = kept(
        smallRepository(['roles.yaml', yamlText({ kind: 'roles', id: 'ROL-1', title: 'Roles' })]),
      );
      repository.write(
        'soa.yaml',
        statement([{ ...decision, justification: '', status: 'implemented', evidence: ['gone.md'] }]),
      );
      repository.commit();
      repository.git('rm', '--quiet', 'records/test.md');
      repository.write('systems.yaml', inventory(system()));
      const there = diff(repository.path, 'v1.0');
      deepEqual(
        names(there.findings.new)
          .filter((name) => /missing-justification|evidence\/missing|unassessed/.test(name))
          .sort(),
        ['evidence/missing soa.yaml', 'soa/missing-justification soa.yaml', 'system/unassessed systems.yaml'],
      );
      equal(there.status, 1);
      deepEqual(there.documents.came, [{ path: 'systems.yaml', kind: 'ai-system-inventory' }]);
      deepEqual(there.documents.went, [{ path: 'records/test.md', kind: 'record' }]);
      deepEqual(
        there.documents.changed.map(({ path }) => path),
        ['soa.yaml'],
      );
      deepEqual(there.from, { revision: 'v1.0', commit: repository.git('rev-parse', 'v1.0'), date: '2026-05-01' });
      deepEqual(there.to, { revision: null, commit: null, date: null });
      const grades = there.coverage.changes.filter(({ id }) => id === 'A.2.2' || id === 'AIS-001');
      deepEqual(
        grades.map(({ id, from, to, direction }) => [id, from, to, direction]),
        [
          ['A.2.2', 'evidenced', 'none', 'down'],
          ['AIS-001', null, 'missing', 'other'],
        ],
      );
      // The way back: what was new is settled and the other way round, whatever finds only by comparing.
      repository.commit();
      const back = diff(repository.path, 'HEAD', 'v1.0');
      const comparing = (rows: readonly Row[]) =>
        names(rows.filter(({ rule }) => rule !== 'document/changed-after-approval'));
      deepEqual(comparing(back.findings.new), comparing(there.findings.settled));
      deepEqual(comparing(back.findings.settled), comparing(there.findings.new));
      const line = there.findings.new.find(({ rule }) => rule === 'soa/missing-justification')?.line;
      equal(back.findings.settled.find(({ rule }) => rule === 'soa/missing-justification')?.line, line);
      deepEqual([back.coverage.before, back.coverage.after], [there.coverage.after, there.coverage.before]);
    });

    it('counts each side as "aims check" and "aims coverage" do at that revision', () => {
      const repository = kept(new TestRepository());
      cpSync('examples/meridian-gaps', repository.path, { recursive: true });
      repository.commit('2026-05-01T12:00:00Z');
      repository.git('rm', '--quiet', '-r', 'records');
      repository.write('soa.yaml', statement([decision]));
      repository.commit('2026-06-01T12:00:00Z');
      const { findings, summary, coverage } = diff(repository.path, 'HEAD~1', 'HEAD');
      const at = (command: string, revision: string) =>
        JSON.parse(
          runCommand([command, repository.path, '--at', revision, '--format', 'json', ...DAY], { env: GIT_SETTINGS })
            .stdout,
        );
      const [before, after] = [at('check', 'HEAD~1').findings.length, at('check', 'HEAD').findings.length];
      const added = findings.new.filter(({ rule }) => rule !== 'document/changed-after-approval').length;
      const same = summary.remaining + findings.severity.length;
      deepEqual([before - findings.settled.length, after - added], [same, same]);
      ok(added > 10 && findings.settled.length > 10, `${added} ${findings.settled.length}`);
      deepEqual(coverage.after, at('coverage', 'HEAD').frameworks[0].totals);
    });

    it('shows no finding as new because lines were added, a file or folder was renamed, or a row moved to another file', () => {
      const risks = (...ids: string[]) =>
        yamlText({
          kind: 'risk-register',
          id: '',
          title: 'Risks',
          risks: ids.map((id) => ({ id, risk: `What ${id} does` })),
        }).replace('id: ""\n', '');
      const repository = kept(
        smallRepository(
          ['risks.yaml', risks('R-1', 'R-2')],
          [
            'drafts/plan.md',
            '---\nkind: procedure\n---\n\n# Plan of tests\n\nEvery model is tested by two people before it is used.\n',
          ],
        ),
      );
      const quiet = (...args: string[]) =>
        names(diff(repository.path, ...args).findings.new).filter((name) => !name.includes('changed-after'));
      repository.write('soa.yaml', `# A comment\n\n${statement([practised])}`);
      deepEqual(quiet('HEAD'), []);
      repository.rename('policies/ai-policy.md', 'rules/the-policy.md');
      repository.rename('drafts/plan.md', 'procedures/test-plan.md');
      const moved = diff(repository.path, 'HEAD');
      deepEqual(
        moved.documents.moved.map(({ from, path }) => [from, path]),
        [
          ['drafts/plan.md', 'procedures/test-plan.md'],
          ['policies/ai-policy.md', 'rules/the-policy.md'],
        ],
      );
      deepEqual([names(moved.findings.new), names(moved.findings.settled), moved.status], [[], [], 0]);
      repository.commit();
      repository.write('risks.yaml', risks('R-1'));
      repository.write('more-risks.yaml', risks('R-2'));
      const split = diff(repository.path, 'HEAD');
      deepEqual(
        split.findings.new.filter(({ message }) => message.includes('R-2 ')),
        [],
      );
      deepEqual(
        split.findings.settled.filter(({ message }) => message.includes('R-2 ')),
        [],
      );
      // The register as a whole is another thing: what is said of it is new.
      ok(diff(repository.path, 'v1.0').summary.remaining > 5);
    });

    it('counts as new what became graver, and says what an exception silences instead of calling it settled', () => {
      const draft = { status: 'draft', approved_by: undefined, approved_on: undefined };
      const repository = kept(
        committedRepository(
          ['aims.yaml', AIMS],
          ['soa.yaml', statement([{ ...decision, justification: undefined }], draft)],
        ),
      );
      repository.write('soa.yaml', statement([{ ...decision, justification: undefined }]));
      const graver = diff(repository.path, 'HEAD');
      const row = graver.findings.severity.find(({ rule }) => rule === 'soa/missing-justification');
      deepEqual([row?.was, row?.severity], ['warning', 'error']);
      deepEqual(
        graver.findings.new.filter(({ rule }) => rule === 'soa/missing-justification'),
        [],
      );
      equal(graver.status, 1);
      equal(runDiff(repository.path, 'HEAD', '--fail-on', 'error').status, 1);
      repository.commit();
      equal(diff(repository.path, 'HEAD', 'v1.0').status, 0);
      repository.write(
        'aims.yaml',
        `${AIMS}exceptions:\n  - rule: soa/missing-justification\n    at: soa.yaml#A.2.2\n    reason: The board decides in December.\n    until: 2026-12-31\n`,
      );
      const silenced = diff(repository.path, 'HEAD');
      deepEqual(names(silenced.findings.silenced), ['soa/missing-justification soa.yaml']);
      ok(!names(silenced.findings.settled).includes('soa/missing-justification soa.yaml'));
      repository.commit();
      // Taken away again, it is new again.
      ok(names(diff(repository.path, 'HEAD', 'HEAD~1').findings.new).includes('soa/missing-justification soa.yaml'));
    });

    it('knows roots below the folder, a folder inside a root, and a system that was not there before', () => {
      const repository = kept(committedRepository(['readme.md', '# A product\n']));
      repository.write('a/aims.yaml', AIMS);
      repository.write('a/policy.md', POLICY);
      repository.write('b/aims.yaml', AIMS);
      repository.write('b/deep/soa.yaml', statement([{ ...decision, justification: '' }]));
      repository.commit();
      const all = diff(repository.path, 'v1.0', 'HEAD');
      ok(names(all.findings.new).includes('soa/missing-justification b/deep/soa.yaml'));
      deepEqual(
        all.documents.came.map(({ path }) => path),
        ['a/policy.md', 'b/deep/soa.yaml'],
      );
      deepEqual(new Set(all.coverage.changes.map(({ from }) => from)), new Set([null]));
      const deep = diff(join(repository.path, 'b/deep'), 'v1.0', 'HEAD');
      match(deep.stderr, /There is no folder ".*deep" in v1\.0/);
      deepEqual(new Set(deep.findings.new.map(({ path }) => path)), new Set(['soa.yaml']));
      match(
        runDiff(repository.path, 'v1.0', 'v1.0').stderr,
        /There is no AI management system in ".+", in neither state/,
      );
      // One root that has another name now is the same root.
      repository.git('rm', '--quiet', '-r', 'b');
      repository.commit();
      repository.git('mv', 'a', 'governance');
      const moved = diff(repository.path, 'HEAD');
      deepEqual([moved.findings.new, moved.findings.settled, moved.coverage.changes], [[], [], []]);
      deepEqual(
        moved.documents.moved.map(({ from, path }) => [from, path]),
        [['a/policy.md', 'governance/policy.md']],
      );
    });

    it('looks at paths outside the root as each revision has them', () => {
      const repository = kept(
        committedRepository(
          ['governance/aims.yaml', AIMS],
          [
            'governance/soa.yaml',
            statement([{ ...decision, status: 'implemented', evidence: ['../tests/report.txt'] }]),
          ],
          ['tests/report.txt', 'passed'],
        ),
      );
      repository.git('rm', '--quiet', 'tests/report.txt');
      repository.commit();
      const missing = (rows: readonly Row[]) => rows.filter(({ rule }) => rule === 'evidence/missing').length;
      const folder = join(repository.path, 'governance');
      equal(missing(diff(folder, 'v1.0', 'HEAD').findings.new), 1);
      equal(missing(diff(folder, 'HEAD', 'v1.0').findings.settled), 1);
      equal(missing(diff(folder, 'v1.0').findings.new), 1);
    });

    it('takes the point where two branches parted for "a...b"', () => {
      const repository = kept(smallRepository());
      repository.git('switch', '--quiet', '--create', 'topic');
      repository.write('topic.md', procedure({ id: 'PRO-7', title: 'Topic' }));
      repository.commit();
      repository.git('switch', '--quiet', 'main');
      repository.write('main.md', procedure({ id: 'PRO-8', title: 'Main' }));
      repository.commit();
      const came = (...revisions: string[]) => diff(repository.path, ...revisions).documents;
      deepEqual(
        came('main...topic').came.map(({ path }) => path),
        ['topic.md'],
      );
      deepEqual(came('main...topic').went, []);
      deepEqual(
        came('main..topic').went.map(({ path }) => path),
        ['main.md'],
      );
    });
  });
});
