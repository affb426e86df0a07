// What the passing of time does to grades and states, and that nothing is better for being silenced.
import { deepEqual, equal, notEqual, ok } from 'node:assert/strict';
import { documentState } from '../engine/coverage/document-state';
import { textsBelow } from './support/folders';
import { rowsOf, workspaceOf } from './support/memory-workspace';
import {
  allGrades,
  assessment,
  auditReport,
  CARRIED_OUT,
  gradeOf,
  inventory,
  policy,
  procedure,
  record,
  type SmallFiles,
  statement,
  system,
} from './support/small-system';
import { AIMS } from './support/small-texts';

const ORDER: SmallFiles = {
  'soa.yaml': statement([
    {
      id: 'A.6.2.4',
      ...CARRIED_OUT,
      implementation: '[Release](release.md)',
      evidence: ['validation.md'],
    },
    {
      id: 'A.6.2.5',
      applicable: true,
      justification: 'We release twice a year.',
      implementation: '[Release](release.md)',
    },
  ]),
  'policy.md': policy(),
  'release.md': procedure(),
  'validation.md': record(),
  'audit.md': auditReport({ held_on: '2026-09-01' }),
  'systems.yaml': inventory(system()),
  'aia.md': assessment(),
};

describe('the same files, later', () => {
  const { workspace, snapshot } = workspaceOf(
    new Map(
      Object.entries({ 'aims.yaml': AIMS, ...ORDER }).flatMap(([path, text]) => (text === null ? [] : [[path, text]])),
    ),
  );
  const IDS = ['A.6.2.4', 'A.6.2.5', '5.2', '9.2.2', '8.4', 'AIS-001'];
  const stateOf = (shown: typeof snapshot, path: string) => {
    const document = shown.view.document(path);
    return document && documentState(shown.view, document);
  };

  it('first everything is in order', () => {
    deepEqual(
      IDS.map((id) => gradeOf(snapshot, id).grade),
      ['evidenced', 'approved', 'approved', 'evidenced', 'evidenced', 'current'],
    );
    equal(stateOf(snapshot, 'policy.md'), 'in force');
  });

  it('then what has a date is out of date, each on its own day', () => {
    const LATER: Readonly<Record<string, readonly string[]>> = {
      '2027-05-01': ['evidenced', 'approved', 'approved', 'evidenced', 'evidenced', 'current'],
      '2027-05-02': ['stale', 'stale', 'stale', 'evidenced', 'evidenced', 'current'],
      '2027-06-02': ['stale', 'stale', 'stale', 'evidenced', 'stale', 'overdue'],
      '2027-09-02': ['stale', 'stale', 'stale', 'stale', 'stale', 'overdue'],
    };
    for (const [today, grades] of Object.entries(LATER)) {
      workspace.setToday(today);
      const later = workspace.updateNow();
      deepEqual(
        IDS.map((id) => gradeOf(later, id).grade),
        grades,
        today,
      );
      equal(stateOf(later, 'policy.md'), today === '2027-05-01' ? 'in force' : 'overdue');
    }
  });

  it('and no grade of the example ever gets better by waiting', () => {
    const files = textsBelow('examples/meridian');
    const worth = (line: string) =>
      /(?:evidenced|current)$/.test(line)
        ? 3
        : /approved$/.test(line)
          ? 2
          : /(?:stale|suspect|overdue)$/.test(line)
            ? 1
            : 0;
    const { workspace: example, snapshot: first } = workspaceOf(files);
    let before = allGrades(first);
    for (const today of ['2027-03-01', '2027-09-01', '2028-12-31']) {
      example.setToday(today);
      const now = allGrades(example.updateNow());
      deepEqual(
        now.filter((line, index) => worth(line) > worth(before[index] ?? '')),
        [],
        today,
      );
      notEqual(now.join(), before.join());
      before = now;
    }
  });
});

describe('silenced findings', () => {
  const GAPS = textsBelow('examples/meridian-gaps');

  it('improve no grade, whether silenced in aims.yaml, turned off, or accepted beside the text', () => {
    const { snapshot } = workspaceOf(GAPS);
    const grades = allGrades(snapshot);
    const aims = (GAPS.get('aims.yaml') ?? '').replace(/^(?:rules|exceptions):.*\n(?:[ #].*\n)*/gm, '');
    const rows = rowsOf(snapshot);
    const off = [...new Set(rows.map(({ rule }) => rule))].filter(
      (rule) => !/^(?:syntax|engine|limit|exception)\//.test(rule),
    );
    ok(off.length > 40, `${off.length} rules`);
    const rules = `rules:\n${off.map((rule) => `  ${rule}: off\n`).join('')}`;
    const exceptions = `exceptions:\n${rows.map(({ rule, path }) => `  - { rule: ${rule}, at: "${path}", reason: agreed with the auditor, until: 2027-06-30 }\n`).join('')}`;
    for (const more of [rules, exceptions]) {
      const silent = workspaceOf(new Map([...GAPS, ['aims.yaml', `${aims}${more}`]])).snapshot;
      const left = silent.findings.filter(({ rule }) => !rule.startsWith('exception/')).length;
      ok(left < rows.length / 2, `${left} of ${rows.length} findings are left`);
      deepEqual(allGrades(silent), grades);
    }
    const beside = new Map(
      [...GAPS].map(([path, text]) => [
        path,
        path.endsWith('.yaml') && path !== 'aims.yaml'
          ? text.replace(/^(\w+:)/gm, `# aims-ignore ${off.join(', ')}: agreed with the auditor; until 2027-06-30\n$1`)
          : text,
      ]),
    );
    const silent = workspaceOf(beside).snapshot;
    ok(silent.findings.filter(({ rule }) => !rule.startsWith('exception/')).length < rows.length);
    deepEqual(allGrades(silent), grades);
  });
});
