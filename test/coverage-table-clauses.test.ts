// What each grade of a clause means, line by line.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { coverageOf } from '../engine/coverage/coverage';
import { isOpen } from '../engine/coverage/grade';
import {
  assessment,
  auditReport,
  type Given,
  gradeOf,
  IN_FORCE,
  markdownText,
  policy,
  procedure,
  record,
  register,
  type SmallFiles,
  snapshotOf,
} from './support/small-system';
import { AIMS } from './support/small-texts';

const programme = (changed: Given = {}) =>
  markdownText({ kind: 'audit-programme', id: 'PRG-1', title: 'Audit programme', ...IN_FORCE, ...changed });
const nonconformities = (rows: readonly Given[], changed: Given = {}) =>
  register('nonconformity-register', 'nonconformities', rows, changed);
const risks = (changed: Given) => register('risk-register', 'risks', [{ id: 'R-1', title: 'Missed letters' }], changed);

interface Line {
  readonly title: string;
  readonly clause: string;
  readonly files: SmallFiles;
  readonly names?: RegExp;
}

const CLAUSES: Readonly<Record<string, readonly Line[]>> = {
  unknown: [
    {
      title: 'the document of its kind cannot be read in full',
      clause: '4.2',
      files: { 'parties.yaml': 'kind: interested-parties\nid: IP-1\nparties:\n  - id: P-1\n    name: [\n' },
      names: /parties\.yaml/,
    },
    {
      title: 'a document whose own fields cannot be read may serve it',
      clause: '5.2',
      files: { 'odd.md': '---\nkind: procedure\nid: PRO-9\nclauses: [5.2\n---\n\n# Odd\n' },
      names: /odd\.md/,
    },
  ],
  none: [
    { title: 'nothing is there, and a document is asked for', clause: '5.2', files: {} },
    { title: 'nothing is there, and one is usually expected', clause: '4.4', files: {} },
    { title: 'the only document is retired', clause: '5.2', files: { 'policy.md': policy({ status: 'retired' }) } },
    { title: 'the only document is a record of another clause', clause: '5.2', files: { 'a.md': record() } },
    {
      title: 'a document only mentions it in its text',
      clause: '4.4',
      files: { 'a.md': procedure({}, 'This serves clause 4.4.') },
    },
  ],
  template: [
    { title: 'the document is a template', clause: '5.2', files: { 'policy.md': policy({ status: 'template' }) } },
    {
      title: 'a dated record in which nothing is filled in yet',
      clause: '9.2.2',
      files: {
        'audit.md': markdownText({ kind: 'audit-report', id: 'A', held_on: '2026-09-01' }, '## Scope\n\n{{scope}}'),
      },
    },
  ],
  drafted: [
    { title: 'the document is a draft', clause: '5.2', files: { 'policy.md': policy({ status: 'draft' }) } },
    { title: 'it is in review', clause: '5.2', files: { 'policy.md': policy({ status: 'in_review' }) } },
    {
      title: 'it counts from tomorrow on',
      clause: '5.2',
      files: { 'policy.md': policy({ approved_on: '2026-11-21' }) },
    },
    { title: 'nobody approved it', clause: '5.2', files: { 'policy.md': policy({ approved_by: undefined }) } },
    {
      title: 'it still has a placeholder',
      clause: '5.2',
      files: { 'policy.md': policy({}, 'We want {{what}} of AI.') },
    },
    { title: 'the record has no date', clause: '9.2.2', files: { 'audit.md': auditReport() } },
    {
      title: 'the record of this year is a draft',
      clause: '9.2.2',
      files: { 'audit.md': auditReport({ held_on: '2026-09-01', status: 'draft' }) },
    },
    { title: 'the plan for it is not approved', clause: '9.2.2', files: { 'p.md': programme({ status: 'draft' }) } },
    {
      title: 'an assessment that nobody has approved',
      clause: '8.4',
      files: { 'aia.md': assessment({ status: 'draft' }) },
    },
    {
      title: 'an assessment without a decision',
      clause: '8.4',
      files: { 'aia.md': assessment({ decision: undefined }) },
    },
    {
      title: 'a register of nonconformities that nobody has gone through',
      clause: '10.2',
      files: { 'nc.yaml': nonconformities([]) },
    },
  ],
  approved: [
    { title: 'the document is in force', clause: '5.2', files: { 'policy.md': policy() } },
    {
      title: 'another kind of document in force names it',
      clause: '4.4',
      files: { 'a.md': procedure({ clauses: ['4.4'] }) },
    },
    {
      title: 'the document is in force and the record has no date',
      clause: '5.2',
      files: { 'policy.md': policy(), 'a.md': record({ clauses: ['5.2'], date: undefined }) },
    },
    { title: 'the plan is in force and nothing was done yet', clause: '9.2.2', files: { 'p.md': programme() } },
    {
      title: 'no nonconformity, and the empty register was gone through',
      clause: '10.2',
      files: { 'nc.yaml': nonconformities([], { reviewed: '2026-10-01' }) },
    },
  ],
  evidenced: [
    {
      title: 'the document is in force and a record shows it at work',
      clause: '5.2',
      files: { 'policy.md': policy(), 'a.md': record({ clauses: ['5.2'] }) },
    },
    { title: 'a record of this year', clause: '9.2.2', files: { 'audit.md': auditReport({ held_on: '2026-09-01' }) } },
    {
      title: 'a record of this year beside a plan in draft',
      clause: '9.2.2',
      files: { 'audit.md': auditReport({ held_on: '2026-09-01' }), 'p.md': programme({ status: 'draft' }) },
    },
    {
      title: 'a register that was gone through',
      clause: '8.2',
      files: { 'risks.yaml': risks({ reviewed: '2026-10-01' }) },
    },
    {
      title: 'nonconformities that were gone through',
      clause: '10.2',
      files: { 'nc.yaml': nonconformities([{ id: 'NC-1', finding: 'No minutes' }], { reviewed: '2026-10-01' }) },
    },
    { title: 'an approved assessment', clause: '8.4', files: { 'aia.md': assessment() } },
    {
      title: 'an older assessment that names a later day for the next',
      clause: '8.4',
      files: {
        'aia.md': assessment({ assessed_on: '2025-06-01', approved_on: '2025-06-10', next_review: '2027-06-01' }),
      },
    },
    { title: 'a record that names the clause', clause: '7.2', files: { 'a.md': record({ clauses: ['7.2'] }) } },
  ],
  stale: [
    {
      title: 'the document is past its review date',
      clause: '5.2',
      files: { 'policy.md': policy({ next_review: '2026-11-19' }) },
      names: /2026-11-19/,
    },
    {
      title: 'the document is in force and every record is old',
      clause: '5.2',
      files: { 'policy.md': policy(), 'a.md': record({ clauses: ['5.2'], date: '2025-01-10' }) },
    },
    {
      title: 'the newest record is too old',
      clause: '9.2.2',
      files: { 'audit.md': auditReport({ held_on: '2025-11-19' }) },
    },
    {
      title: 'the newest record is older than aims.yaml allows',
      clause: '9.2.2',
      files: {
        'aims.yaml': `${AIMS}review: { audit-report: P3M }\n`,
        'audit.md': auditReport({ held_on: '2026-08-01' }),
      },
    },
    {
      title: 'the assessment names an earlier day for the next',
      clause: '8.4',
      files: { 'aia.md': assessment({ next_review: '2026-10-01' }) },
    },
    {
      title: 'the register was not gone through for a year',
      clause: '4.2',
      files: {
        'p.yaml': register('interested-parties', 'parties', [{ id: 'P-1', name: 'Patients' }], {
          reviewed: '2025-01-01',
        }),
      },
    },
    {
      title: 'the empty register of nonconformities was not gone through for a year',
      clause: '10.2',
      files: { 'nc.yaml': nonconformities([], { reviewed: '2025-01-01' }) },
    },
    {
      title: 'nothing was done yet, and the plan is past its review date',
      clause: '9.2.2',
      files: { 'p.md': programme({ next_review: '2026-11-19' }) },
    },
  ],
};

describe('the grade of a clause', () => {
  for (const [grade, lines] of Object.entries(CLAUSES)) {
    describe(grade, () => {
      for (const { title, clause, files, names } of lines) {
        it(`${clause}: ${title}`, () => {
          const found = gradeOf(snapshotOf(files), clause);
          equal(found.grade, grade, found.words);
          if (names) match(found.words, names);
        });
      }
    });
  }

  it('there are 32; where nothing documented is asked for, nothing is no gap', () => {
    const { clauses } = coverageOf(snapshotOf({}));
    equal(clauses.length, 32);
    const silent = clauses.filter((clause) => !clause.counted);
    equal(silent.length, 13);
    for (const clause of silent) {
      equal(isOpen(clause), false);
      match(clause.reason, /may be shown otherwise/);
    }
    ok(clauses.filter((clause) => clause.counted).every(isOpen));
  });

  it('evidence of doing is asked for in nine of them', () => {
    const { catalogue } = snapshotOf({}).view;
    deepEqual(
      [...catalogue.clauses.values()].filter((clause) => clause.records).map((clause) => clause.number),
      ['7.2', '8.1', '8.2', '8.3', '8.4', '9.1', '9.2.2', '9.3.3', '10.2'],
    );
  });

  it('an empty register of nonconformities that was gone through is no gap', () => {
    const { clauses } = coverageOf(snapshotOf({ 'nc.yaml': nonconformities([], { reviewed: '2026-10-01' }) }));
    const clause = clauses.find(({ id }) => id === '10.2');
    ok(clause && !isOpen(clause));
  });
});
