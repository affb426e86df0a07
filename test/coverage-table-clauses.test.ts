// What each grade of a clause and each state of a document means, line by line, and what the passing of time does to them.
import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict';
import { coverageOf } from '../engine/coverage/coverage';
import { documentState } from '../engine/coverage/document-state';
import { isOpen } from '../engine/coverage/grade';
import { textsBelow } from './support/folders';
import { rowsOf, workspaceOf } from './support/memory-workspace';
import {
  allGrades,
  assessment,
  type Given,
  gradeOf,
  IN_FORCE,
  inventory,
  markdownText,
  procedure,
  record,
  type SmallFiles,
  snapshotOf,
  statement,
  system,
  yamlText,
} from './support/small-system';
import { AIMS } from './support/small-texts';

const policy = (changed: Given = {}, body?: string) =>
  markdownText({ kind: 'ai-policy', id: 'POL-1', title: 'AI policy', ...IN_FORCE, ...changed }, body);
const report = (changed: Given = {}) =>
  markdownText({ kind: 'audit-report', id: 'AUD-1', title: 'Audit', auditor: 'J. Roth', ...changed });
const programme = (changed: Given = {}) =>
  markdownText({ kind: 'audit-programme', id: 'PRG-1', title: 'Audit programme', ...IN_FORCE, ...changed });
const register = (kind: string, list: string, rows: readonly Given[], changed: Given = {}) =>
  yamlText({ kind, id: 'REG-1', title: 'Register', owner: 'Quality lead', ...changed, [list]: rows });
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
    { title: 'the record has no date', clause: '9.2.2', files: { 'audit.md': report() } },
    {
      title: 'the record of this year is a draft',
      clause: '9.2.2',
      files: { 'audit.md': report({ held_on: '2026-09-01', status: 'draft' }) },
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
    { title: 'a record of this year', clause: '9.2.2', files: { 'audit.md': report({ held_on: '2026-09-01' }) } },
    {
      title: 'a record of this year beside a plan in draft',
      clause: '9.2.2',
      files: { 'audit.md': report({ held_on: '2026-09-01' }), 'p.md': programme({ status: 'draft' }) },
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
      files: { 'audit.md': report({ held_on: '2025-11-19' }) },
    },
    {
      title: 'the newest record is older than aims.yaml allows',
      clause: '9.2.2',
      files: {
        'aims.yaml': `${AIMS}review: { audit-report: P3M }\n`,
        'audit.md': report({ held_on: '2026-08-01' }),
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

const STATES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  unknown: { 'a part of it cannot be read': 'kind: risk-register\nid: RR-1\nrisks:\n  - id: R-1\n    title: [\n' },
  template: { 'it says so': policy({ status: 'template' }) },
  draft: {
    'it says so': policy({ status: 'draft' }),
    'it says nothing': policy({ status: undefined, approved_by: undefined, approved_on: undefined }),
    'it says it is approved, and not by whom': policy({ approved_by: undefined }),
    'it says it is approved, and not when': policy({ approved_on: undefined }),
    'it is approved from tomorrow on': policy({ approved_on: '2026-11-21' }),
    'it is approved with a placeholder': policy({}, 'We want {{what}} of AI.'),
  },
  'in review': { 'it says so': policy({ status: 'in_review' }) },
  'in force': {
    'it is approved': policy(),
    'it is approved, and due today': policy({ next_review: '2026-11-20' }),
    'name and date stand for the word': policy({ status: undefined }),
    'an approved assessment': assessment(),
  },
  overdue: {
    'its review date has passed': policy({ next_review: '2026-11-19' }),
    'it was approved more than a year ago': policy({ next_review: undefined, approved_on: '2025-11-19' }),
    'a register past its review date': risks({ next_review: '2026-11-19' }),
  },
  superseded: { 'another one in force replaces it': policy() },
  retired: { 'it says so': policy({ status: 'retired', next_review: '2020-01-01' }) },
};

describe('the state of a document', () => {
  for (const [state, documents] of Object.entries(STATES)) {
    for (const [title, text] of Object.entries(documents)) {
      it(`${state}: ${title}`, () => {
        const path = text.startsWith('---') ? 'subject.md' : 'subject.yaml';
        const newer = policy({ id: 'POL-2', supersedes: 'POL-1', approved_on: '2026-06-01' });
        const { view } = snapshotOf({ [path]: text, 'newer.md': state === 'superseded' ? newer : null });
        const document = view.document(path);
        ok(document);
        equal(documentState(view, document), state);
      });
    }
  }

  it('in force: the draft of a next version does not replace it', () => {
    const { view } = snapshotOf({
      'a.md': policy(),
      'b.md': policy({ id: 'POL-2', supersedes: 'POL-1', status: 'draft' }),
    });
    const document = view.document('a.md');
    equal(document && documentState(view, document), 'in force');
  });
});

const ORDER: SmallFiles = {
  'soa.yaml': statement([
    {
      id: 'A.6.2.4',
      applicable: true,
      justification: 'Our triage model can miss urgent letters.',
      status: 'implemented',
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
  'audit.md': report({ held_on: '2026-09-01' }),
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
