// What each grade of a control means, line by line.
import { equal, match, ok } from 'node:assert/strict';
import { coverageOf } from '../engine/coverage/coverage';
import { isOpen } from '../engine/coverage/grade';
import {
  assessment,
  type Given,
  gradeOf,
  inventory,
  procedure,
  record,
  type SmallFiles,
  snapshotOf,
  statement,
  system,
  yamlText,
} from './support/small-system';
import { AIMS } from './support/small-texts';

/** A control for which a documented result is expected, and one for which none is. */
const CONTROL = 'A.6.2.4';
const WITHOUT_DOCUMENT = 'A.8.2';

/** A decision with everything in order. */
const ROW: Given = {
  id: CONTROL,
  applicable: true,
  justification: 'Our triage model can miss urgent letters.',
  status: 'implemented',
  owner: 'Head of ML',
  implementation: '[Release of models](procedures/release.md)',
  evidence: [{ ref: 'records/validation.md' }],
};
const EXCLUDED: Given = { id: CONTROL, applicable: false, justification: 'We develop no models.' };
const FILES: SmallFiles = {
  'soa.yaml': statement([ROW]),
  'procedures/release.md': procedure(),
  'records/validation.md': record(),
};
const PROCEDURE = 'procedures/release.md';
const RECORD = 'records/validation.md';

interface Line {
  readonly title: string;
  /** What differs from a decision in order; a list gives several rows. */
  readonly row?: Given;
  readonly rows?: readonly Given[];
  /** What differs in the statement's own fields. */
  readonly head?: Given;
  readonly files?: SmallFiles;
  readonly control?: string;
  readonly today?: string;
  /** What the reason or the next action has to name. */
  readonly names?: RegExp;
}

function gradeOfLine({ row, rows, head, files, control = CONTROL, today }: Line): { grade: string; words: string } {
  const soa = statement(rows ?? [{ ...ROW, ...row }], head);
  return gradeOf(snapshotOf({ ...FILES, 'soa.yaml': soa, ...files }, today), control);
}

const BROKEN_STATEMENT = `${statement([{ ...ROW, id: 'A.2.2' }])}  - id: [\n`;
const BROKEN_RISKS = 'kind: risk-register\nid: RR-1\nrisks:\n  - id: R-1\n    title: [\n';
const risks = (fields: Given) =>
  yamlText({ kind: 'risk-register', id: 'RR-1', risks: [{ id: 'R-1', title: 'Missed letters', ...fields }] });
const plan = (fields: Given) =>
  yamlText({ kind: 'risk-treatment-plan', id: 'RTP-1', treatments: [{ id: 'T-1', risk: 'R-1', ...fields }] });
const UNFILLED = '## What was done\n\n{{activity}}\n\n## Result\n\n{{result}}';
const NO_EVIDENCE: Given = { evidence: undefined };
const LATE_SYSTEM: SmallFiles = {
  'systems.yaml': inventory(system(), system({ id: 'AIS-002', lifecycle: 'concept' })),
  'assessments/aia.md': assessment({ assessed_on: '2025-06-01', approved_on: '2025-06-10' }),
};
const SUSPECT_SYSTEM: SmallFiles = {
  'systems.yaml': inventory(system({ last_change: '2026-10-01' })),
  'assessments/aia.md': assessment(),
};

const CONTROLS: Readonly<Record<string, readonly Line[]>> = {
  unknown: [
    {
      title: 'the statement cannot be read in full and no row of it is about the control',
      files: { 'soa.yaml': BROKEN_STATEMENT },
      names: /soa\.yaml/,
    },
    {
      title: 'nothing decides the framework',
      head: { framework: undefined },
      files: { 'aims.yaml': 'organization: Example\n' },
    },
    {
      title: 'two control frameworks are in use and nothing says which',
      head: { framework: undefined },
      files: { 'aims.yaml': 'frameworks: [iso-42001, iso-27001]\n' },
    },
    { title: 'the decision is neither yes nor no', row: { applicable: 'perhaps' }, names: /perhaps/ },
    {
      title: 'the row itself cannot be read',
      files: {
        'soa.yaml': `${statement([])}`.replace('controls: []', `controls:\n  - id: ${CONTROL}\n    owner: [\n`),
      },
      names: /soa\.yaml/,
    },
    { title: 'it is excluded and yet implemented', rows: [{ ...EXCLUDED, status: 'implemented' }] },
    { title: 'it is excluded and yet has evidence', rows: [{ ...EXCLUDED, evidence: [RECORD] }] },
    { title: 'two rows decide for all systems', rows: [ROW, { ...ROW, applicable: false, justification: 'No.' }] },
    {
      title: 'two rows decide for the same system',
      rows: [
        { ...ROW, systems: ['AIS-001', 'AIS-002'] },
        { ...EXCLUDED, systems: ['AIS-002'] },
      ],
    },
    {
      title: 'a document given as evidence cannot be read in full',
      files: { [RECORD]: `---\nkind: record\nid: REC-1\ndate: 2026-08-14\ntitle: "Validation\n---\n\n# Validation\n` },
      names: /records\/validation\.md/,
    },
    {
      title: 'a register given as evidence cannot be read in full',
      row: { evidence: [{ ref: 'risks.yaml' }] },
      files: { 'risks.yaml': BROKEN_RISKS },
      names: /risks\.yaml/,
    },
    {
      title: 'it is excluded and the risk register, which may name it, cannot be read in full',
      rows: [EXCLUDED],
      files: { 'risks.yaml': BROKEN_RISKS },
      names: /risks\.yaml/,
    },
  ],
  none: [
    { title: 'there is no row', rows: [{ ...ROW, id: 'A.2.2' }] },
    { title: 'there is no statement', files: { 'soa.yaml': null } },
    { title: 'nobody has decided', row: { applicable: undefined } },
    { title: 'the decision is a placeholder', row: { applicable: '{{true or false}}' } },
    { title: 'it is excluded without a reason', rows: [{ ...EXCLUDED, justification: undefined }] },
    { title: 'it is excluded with a placeholder', rows: [{ ...EXCLUDED, justification: '{{why it does not apply}}' }] },
    { title: 'it is excluded with a stock phrase', rows: [{ ...EXCLUDED, justification: 'Not applicable' }] },
    {
      title: 'it applies, but nothing is linked and nothing says how',
      row: { implementation: undefined, evidence: undefined },
    },
    { title: 'it applies, and how is a placeholder', row: { implementation: 'TBD', evidence: [] } },
    {
      title: 'a document only mentions it in its text',
      row: { implementation: undefined, evidence: undefined },
      files: { [PROCEDURE]: procedure({}, `This serves ${CONTROL}.`) },
    },
    {
      title: 'it is excluded and an open risk names it',
      rows: [EXCLUDED],
      files: { 'risks.yaml': risks({ controls: [CONTROL] }) },
      names: /R-1/,
    },
    {
      title: 'it is excluded and a risk names it in a range',
      rows: [EXCLUDED],
      files: { 'risks.yaml': risks({ controls: 'A.6.2.2–A.6.2.8' }) },
      names: /R-1/,
    },
    {
      title: 'it is excluded and a treatment names it',
      rows: [EXCLUDED],
      files: { 'plan.yaml': plan({ controls: [CONTROL], status: 'planned' }) },
      names: /R-1/,
    },
    {
      title: 'all links lead nowhere',
      row: { implementation: '[Release](procedures/gone.md)', evidence: ['records/gone.md'] },
      names: /does not exist/,
    },
    {
      title: 'all that is linked is retired',
      row: NO_EVIDENCE,
      files: { [PROCEDURE]: procedure({ status: 'retired' }) },
    },
    {
      title: 'all that is linked is replaced',
      row: NO_EVIDENCE,
      files: {
        'procedures/new.md': procedure({ id: 'PRO-2', supersedes: 'PRO-1', approved_on: '2026-06-01' }),
      },
    },
    { title: 'the only statement is retired', head: { status: 'retired' } },
    { title: 'the only statement is a template', head: { status: 'template' } },
  ],
  excluded: [
    { title: 'it is excluded with a reason', rows: [EXCLUDED] },
    { title: 'it is excluded in a statement that is still a draft', rows: [EXCLUDED], head: { status: 'draft' } },
    {
      title: 'only a closed risk names it',
      rows: [EXCLUDED],
      files: { 'risks.yaml': risks({ controls: [CONTROL], status: 'closed' }) },
    },
    {
      title: 'an open risk names another control',
      rows: [EXCLUDED],
      files: { 'risks.yaml': risks({ controls: ['A.6.2.5'] }) },
    },
    {
      title: 'only a cancelled treatment names it',
      rows: [EXCLUDED],
      files: { 'plan.yaml': plan({ controls: [CONTROL], status: 'cancelled' }) },
    },
    {
      title: 'a risk relies on the control of the same number in ISO/IEC 27001',
      control: 'A.5.2',
      rows: [{ ...EXCLUDED, id: 'A.5.2' }],
      files: { 'risks.yaml': risks({ controls: ['27001:A.5.2'] }) },
    },
    {
      title: 'the row of another control cannot be read',
      files: { 'soa.yaml': `${statement([EXCLUDED])}  - id: [\n` },
    },
  ],
  stale: [
    {
      title: 'the document that governs it is past its review date',
      files: { [PROCEDURE]: procedure({ next_review: '2026-11-19' }) },
      names: /2026-11-19/,
    },
    {
      title: 'without a review date, the document that governs it is past the usual period',
      files: { [PROCEDURE]: procedure({ approved_on: '2025-11-19', next_review: undefined }) },
    },
    {
      title: 'it is past the period that aims.yaml sets',
      files: {
        'aims.yaml': `${AIMS}review: { procedure: P3M }\n`,
        [PROCEDURE]: procedure({ next_review: undefined }),
      },
    },
    {
      title: 'all evidence is older than a year',
      files: { [RECORD]: record({ date: '2025-11-19' }) },
      names: /evidence/i,
    },
    {
      title: 'all evidence is older than the period that aims.yaml sets',
      files: { 'aims.yaml': `${AIMS}review: { evidence: P3M }\n` },
    },
    {
      title: 'the date given with the evidence comes before that of the document',
      row: { evidence: [{ ref: RECORD, date: '2025-03-01' }] },
    },
    {
      title: 'the evidence was valid until yesterday',
      row: { evidence: [{ ref: RECORD, valid_until: '2026-11-19' }] },
    },
    ...['A.5.2', 'A.5.3', 'A.5.4', 'A.5.5'].flatMap((control): Line[] => [
      {
        title: `${control}: the assessment of a system is overdue`,
        control,
        row: { id: control },
        files: LATE_SYSTEM,
        names: /AIS-001/,
      },
      {
        title: `${control}: the assessment of a system is suspect`,
        control,
        row: { id: control, systems: ['AIS-001'] },
        files: SUSPECT_SYSTEM,
        names: /AIS-001/,
      },
    ]),
  ],
  evidenced: [
    { title: 'a record of this year' },
    { title: 'the state is verified', row: { status: 'verified' } },
    { title: 'a record named by its id', row: { evidence: ['REC-1'] } },
    { title: 'a record of exactly one year ago', files: { [RECORD]: record({ date: '2025-11-20' }) } },
    {
      title: 'a document that is due for review today',
      files: { [PROCEDURE]: procedure({ next_review: '2026-11-20' }) },
    },
    {
      title: 'a register that was gone through this year',
      row: { evidence: ['changes.yaml'] },
      files: {
        'changes.yaml': yamlText({
          kind: 'risk-register',
          id: 'RR-1',
          reviewed: '2026-09-01',
          risks: [{ id: 'R-1', title: 'Missed letters' }],
        }),
      },
    },
    {
      title: 'a file with its day in its name',
      row: { evidence: ['records/2026-08-14-validation.pdf'] },
      files: { 'records/2026-08-14-validation.pdf': '%PDF' },
    },
    {
      title: 'a file with its month in its name',
      row: { evidence: ['records/2026-08-validation.pdf'] },
      files: { 'records/2026-08-validation.pdf': '%PDF' },
    },
    { title: 'an address with a date', row: { evidence: [{ ref: 'https://example.org/run/7', date: '2026-08-14' }] } },
    {
      title: 'an address that is valid until today',
      row: { evidence: [{ ref: 'https://example.org/certificate', valid_until: '2026-11-20' }] },
    },
    {
      title: 'a record that names the control itself',
      row: NO_EVIDENCE,
      files: { [RECORD]: record({ controls: [CONTROL] }) },
    },
    {
      title: 'a record named where the implementation is described',
      row: { implementation: `[Release](${PROCEDURE}), [last validation](${RECORD})`, evidence: undefined },
    },
    {
      title: 'a policy that names the control itself',
      row: { implementation: undefined },
      files: { [PROCEDURE]: procedure({ controls: [CONTROL] }) },
    },
    { title: 'old evidence beside newer', row: { evidence: [RECORD, { ref: RECORD, date: '2024-01-01' }] } },
    { title: 'the statement has an owner, the row none', row: { owner: undefined } },
    {
      title: 'no document is expected, and words say how',
      control: WITHOUT_DOCUMENT,
      row: { id: WITHOUT_DOCUMENT, implementation: 'The start page tells users what the system does.' },
    },
    {
      title: 'another control than A.5.2 to A.5.5, though an assessment is overdue',
      files: LATE_SYSTEM,
    },
    {
      title: 'A.5.3, for a system whose assessment is not the overdue one',
      control: 'A.5.3',
      row: { id: 'A.5.3', systems: ['AIS-002'] },
      files: LATE_SYSTEM,
    },
    {
      title: 'the row of another control cannot be read',
      files: { 'soa.yaml': `${statement([ROW])}  - id: [\n` },
    },
    {
      title: 'another document, which it does not need, cannot be read in full',
      files: { 'risks.yaml': BROKEN_RISKS },
    },
    {
      title: 'it is excluded for one system and in order for the other',
      rows: [
        { ...EXCLUDED, systems: ['AIS-002'] },
        { ...ROW, systems: ['AIS-001'] },
      ],
    },
  ],
  approved: [
    { title: 'a policy alone, which shows intention', row: NO_EVIDENCE },
    { title: 'a policy given as evidence', row: { evidence: [PROCEDURE] } },
    { title: 'evidence without a date', files: { [RECORD]: record({ date: undefined }) } },
    { title: 'an address without a date', row: { evidence: ['https://example.org/run/7'] } },
    { title: 'evidence, but the state is partial', row: { status: 'partial' } },
    { title: 'evidence, but no state', row: { status: undefined } },
    { title: 'only a draft is given as evidence', files: { [RECORD]: record({ status: 'draft' }) } },
    { title: 'only a template is given as evidence', files: { [RECORD]: record({ status: 'template' }) } },
    {
      title: 'a dated record in which nothing is filled in yet',
      files: { [RECORD]: record({}, UNFILLED) },
    },
    { title: 'the evidence does not exist', row: { evidence: ['records/gone.md'] } },
    { title: 'the only evidence is a folder', row: { evidence: ['records/'] } },
    { title: 'the statement is its own evidence', row: { evidence: ['soa.yaml'] } },
    {
      title: 'no document is expected, and words say how',
      control: WITHOUT_DOCUMENT,
      row: { id: WITHOUT_DOCUMENT, implementation: 'The start page tells users.', evidence: undefined },
    },
    {
      title: 'one of two documents that govern it is past its review date',
      row: { ...NO_EVIDENCE, implementation: `[Release](${PROCEDURE}), [Old](procedures/old.md)` },
      files: { 'procedures/old.md': procedure({ id: 'PRO-2', next_review: '2026-01-01' }) },
    },
    {
      title: 'in order for one system, without evidence for the other',
      rows: [
        { ...ROW, systems: ['AIS-001'] },
        { ...ROW, systems: ['AIS-002'], evidence: undefined },
      ],
    },
  ],
  drafted: [
    { title: 'the statement is a draft', head: { status: 'draft' } },
    { title: 'the statement is in review', head: { status: 'in_review' } },
    { title: 'the statement is approved from tomorrow on', head: { approved_on: '2026-11-21' } },
    { title: 'nobody approved the statement', head: { approved_by: undefined } },
    { title: 'the inclusion has no reason', row: { justification: undefined } },
    { title: 'the reason of the inclusion is a placeholder', row: { justification: '{{why}}' } },
    { title: 'nobody owns the control or the statement', row: { owner: undefined }, head: { owner: undefined } },
    { title: 'the document that governs it is a draft', files: { [PROCEDURE]: procedure({ status: 'draft' }) } },
    { title: 'it is approved from tomorrow on', files: { [PROCEDURE]: procedure({ approved_on: '2026-11-21' }) } },
    { title: 'it still has a placeholder', files: { [PROCEDURE]: procedure({}, 'We release once {{who}} agrees.') } },
    {
      title: 'a documented result is expected, and there are only words',
      row: { implementation: 'We test before we release.', evidence: undefined },
    },
    {
      title: 'a file that we do not read, and nothing that governs it',
      row: { implementation: undefined, evidence: ['records/validation.pdf'] },
      files: { 'records/validation.pdf': '%PDF' },
    },
    { title: 'a record, and nothing that governs it', row: { implementation: undefined } },
    {
      title: 'old evidence does not make stale what is not approved',
      row: { justification: undefined },
      files: { [RECORD]: record({ date: '2024-01-01' }) },
    },
    { title: 'words beside a link that leads nowhere', row: { implementation: 'We test.', evidence: ['gone.md'] } },
    {
      title: 'in order for one system, without a reason for the other',
      rows: [
        { ...ROW, systems: ['AIS-001'] },
        { ...ROW, systems: ['AIS-002'], justification: undefined },
      ],
    },
  ],
  template: [
    {
      title: 'what is linked says it is a template',
      row: NO_EVIDENCE,
      files: { [PROCEDURE]: procedure({ status: 'template' }) },
    },
    {
      title: 'what is linked has nothing but placeholders',
      row: NO_EVIDENCE,
      files: { [PROCEDURE]: procedure({ status: 'draft' }, UNFILLED) },
    },
    {
      title: 'a dated record in which nothing is filled in yet, and nothing that governs it',
      row: { implementation: undefined },
      files: { [RECORD]: record({}, UNFILLED) },
    },
  ],
};

describe('the grade of a control', () => {
  for (const [grade, lines] of Object.entries(CONTROLS)) {
    describe(grade, () => {
      for (const line of lines) {
        it(line.title, () => {
          const found = gradeOfLine(line);
          equal(found.grade, grade, found.words);
          if (line.names) match(found.words, line.names);
        });
      }
    });
  }

  it('every grade but evidenced and excluded is open, says why and what to do', () => {
    for (const [grade, lines] of Object.entries(CONTROLS)) {
      const found = coverageOf(
        snapshotOf({
          ...FILES,
          'soa.yaml': statement(lines[0]?.rows ?? [{ ...ROW, ...lines[0]?.row }]),
          ...lines[0]?.files,
        }),
      ).controls;
      equal(found.length, 38);
      for (const control of found) {
        equal(isOpen(control), control.grade !== 'evidenced' && control.grade !== 'excluded', grade);
        ok(control.reason !== '', control.id);
        equal(control.next !== '', isOpen(control), control.id);
      }
    }
  });
});
