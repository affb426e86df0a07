// Accepted findings: what they are known by, what they silence, and that nothing else changes.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { createWorkspace, type Snapshot } from '../engine/engine';
import { planBaseline } from '../engine/features/baseline';
import { gapsJson } from '../engine/reports/gaps-json';
import {
  AIMS,
  accepted,
  baseline,
  entry,
  type Files,
  GAPS,
  places,
  REASON,
  REQUEST,
  replaced,
  SMALL,
  shown,
  snapshotOf,
} from './support/accepted-findings';
import { everything, giveFiles, rowsOf, TODAY, workspaceOf } from './support/memory-workspace';
import { MISSING_JUSTIFICATION, statementOf } from './support/small-texts';

describe('the baseline', () => {
  describe('knows a finding', () => {
    const withSoa = (text: string) => snapshotOf(replaced(accepted(SMALL), 'soa.yaml', text));

    it('when all of it is accepted: nothing is shown but what is said about the baseline itself', () => {
      const { findings } = snapshotOf(accepted(SMALL));
      deepEqual([...new Set(findings.map(({ path }) => path))], ['aims-baseline.yaml']);
      deepEqual(
        findings.map(({ rule }) => rule),
        ['exception/open-ended'],
      );
    });

    it('when its line moved', () => {
      const moved = withSoa(
        `# A comment.\n\n\n${statementOf('A.2.3', 'A.2.2').replace('title: SoA\n', 'title: SoA\n\n')}`,
      );
      deepEqual(shown(moved, MISSING_JUSTIFICATION), []);
      deepEqual(shown(moved, 'exception/unused'), []);
    });

    it('when another row was put in above, whose own findings are shown', () => {
      const more = withSoa(statementOf('A.2.4', 'A.2.2', 'A.2.3'));
      deepEqual(shown(more, MISSING_JUSTIFICATION), ['A.2.4.justification']);
      deepEqual(shown(more, 'exception/unused').length, 1, 'A.2.4 is no longer missing');
    });

    it('by what is missing, not by how much is missing', () => {
      const { catalogue } = snapshotOf(SMALL).view;
      const soaWithout = (...ids: string[]) =>
        replaced(SMALL, 'soa.yaml', statementOf(...[...catalogue.controls.keys()].filter((id) => !ids.includes(id))));
      const files = accepted(soaWithout('A.2.4', 'A.3.3'));
      const other = snapshotOf(replaced(files, 'soa.yaml', soaWithout('A.2.4', 'A.5.2')[1]?.[1] ?? ''));
      deepEqual(shown(other, 'soa/missing-control'), ['controls.A.5.2']);
    });

    it('a second one of the same rule in the same row by its number', () => {
      const text = (links: string) => `---\nkind: policy\nid: POL-1\n---\n\n# Policy\n\n## Use\n\n${links}\n`;
      const broken = text('[a](none.md) and [b](none.md)');
      const files: Files = [
        ['aims.yaml', AIMS],
        ['policy.md', broken],
      ];
      deepEqual(places(snapshotOf(files), 'reference/broken-link'), ['#use.none.md', '#use.none.md (2)']);
      const change = (links: string) => snapshotOf(replaced(accepted(files), 'policy.md', text(links)));
      deepEqual(shown(change('[a](none.md) and [b](none.md)\n\nand [c](none.md)'), 'reference/broken-link'), [
        '#use.none.md (3)',
      ]);
      deepEqual(shown(change('[x](other.md), [a](none.md) and [b](none.md)'), 'reference/broken-link'), [
        '#use.other.md',
      ]);
      const settled = change('[a](none.md)');
      deepEqual(shown(settled, 'reference/broken-link'), []);
      equal(shown(settled, 'exception/unused').length, 1);
    });

    it('in two rows that share an id, and in rows without one', () => {
      const twice = snapshotOf([
        ['aims.yaml', AIMS],
        ['soa.yaml', `${statementOf('A.2.2', 'A.2.2')}  - applicable: true\n  - applicable: true\n`],
      ]);
      const found = places(twice, MISSING_JUSTIFICATION);
      deepEqual(found.slice(0, 2), ['A.2.2.justification', 'A.2.2.justification (2)']);
      equal(new Set(found).size, found.length);
    });

    it('by one key for one rule in one file, on everything we have', () => {
      const { snapshot } = workspaceOf(GAPS);
      const keys = snapshot.found.map(({ rule, path }, index) => {
        const finding = snapshot.found[index];
        return `${rule} ${path} ${finding && snapshot.lastingPlaces.get(finding)}`;
      });
      equal(new Set(keys).size, keys.length);
      ok(keys.length > 100);
    });

    it('by a key that does not depend on what is silenced already', () => {
      const plain = snapshotOf([...GAPS]);
      const silenced = snapshotOf(accepted([...GAPS]));
      const keys = (snapshot: Snapshot) =>
        snapshot.found
          .filter(({ rule }) => !rule.startsWith('exception/'))
          .map((finding) => `${finding.rule} ${finding.path} ${snapshot.lastingPlaces.get(finding)}`);
      deepEqual(keys(silenced), keys(plain));
    });
  });

  describe('silences as exceptions do', () => {
    const A22 = 'A.2.2.justification';

    it('until its last day', () => {
      const files: Files = [
        ...SMALL,
        baseline(entry(MISSING_JUSTIFICATION, A22, `, reason: ${REASON}, until: 2026-11-20`)),
      ];
      deepEqual(shown(snapshotOf(files), MISSING_JUSTIFICATION), ['A.2.3.justification']);
      const later = snapshotOf(files, '2026-11-21');
      equal(shown(later, MISSING_JUSTIFICATION).length, 2);
      const [expired] = rowsOf(later).filter(({ rule }) => rule === 'exception/expired');
      deepEqual(
        [expired?.path, expired?.line, expired?.column, expired?.severity],
        ['aims-baseline.yaml', 2, 5, 'warning'],
      );
    });

    it('not at all without a reason, or with one that is still to be written', () => {
      for (const reason of ['', ', reason: ""', ', reason: "TODO"', ', reason: "{{why}}"']) {
        const snapshot = snapshotOf([...SMALL, baseline(entry(MISSING_JUSTIFICATION, A22, reason))]);
        equal(shown(snapshot, MISSING_JUSTIFICATION).length, 2, reason);
        deepEqual(
          rowsOf(snapshot)
            .filter(({ path }) => path === 'aims-baseline.yaml')
            .map(({ rule, severity }) => [rule, severity]),
          [['exception/no-reason', 'warning']],
        );
      }
    });

    it('and says what meets nothing, unless a document cannot be read', () => {
      const unused = baseline(entry('soa/no-such-rule', A22), entry(MISSING_JUSTIFICATION, 'A.9.9'));
      equal(shown(snapshotOf([...SMALL, unused]), 'exception/unused').length, 2);
      const broken = snapshotOf([...SMALL, unused, ['risks.yaml', 'kind: risk-register\nrisks:\n  - id: [R-1\n']]);
      equal(shown(broken, 'exception/unused').length, 0);
    });

    it('but nothing that nobody can accept', () => {
      const files: Files = [
        ['aims.yaml', AIMS],
        ['soa.yaml', `${statementOf('A.2.2')}    x: [\n`],
      ];
      const plan = planBaseline(snapshotOf(files), REQUEST);
      ok((plan.refused.get('syntax/yaml') ?? 0) > 0);
      ok(!plan.text?.includes('syntax/'));
      const forced = snapshotOf([...files, baseline(entry('syntax/yaml', '""'), entry('syntax/yaml', 'controls'))]);
      ok(shown(forced, 'syntax/yaml').length > 0);
    });

    it('and improves no grade and closes no gap', () => {
      const before = snapshotOf([...GAPS]);
      const after = snapshotOf(accepted([...GAPS]));
      ok(after.findings.length < before.findings.length / 4);
      equal(everything(after).coverage, everything(before).coverage);
      equal(everything(after).list, everything(before).list);
      const gaps = (snapshot: Snapshot) => gapsJson(TODAY, [{ snapshot, prefix: '' }]);
      equal(gaps(after), gaps(before));
    });

    it('at once when it is written, edited and removed', () => {
      const workspace = createWorkspace(TODAY);
      workspace.setOutside(new Map());
      for (const files of [
        SMALL,
        [...SMALL, baseline(entry(MISSING_JUSTIFICATION, A22))],
        [...SMALL, baseline(entry(MISSING_JUSTIFICATION, A22), entry(MISSING_JUSTIFICATION, 'A.2.3.justification'))],
        [...SMALL, baseline(entry(MISSING_JUSTIFICATION, A22, ''))],
        [...SMALL, baseline('  - [\n', entry(MISSING_JUSTIFICATION, A22))],
        SMALL,
      ] satisfies Files[]) {
        giveFiles(workspace, new Map(files));
        deepEqual(everything(workspace.updateNow()), everything(snapshotOf(files)));
      }
    });
  });
});
