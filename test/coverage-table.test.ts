// What each grade means of a control that applies, line by line, from evidenced down to template.
import { equal, ok } from 'node:assert/strict';
import { coverageOf } from '../engine/coverage/coverage';
import { isOpen } from '../engine/coverage/grade';
import {
  BROKEN_RISKS,
  CONTROL,
  type ControlCase,
  EXCLUDED,
  FILES,
  itGrades,
  NO_EVIDENCE,
  PROCEDURE,
  RECORD,
  ROW,
  TYPICAL,
} from './support/control-cases';
import {
  assessment,
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

/** A control for which no documented result is expected. */
const WITHOUT_DOCUMENT = 'A.8.2';
const UNFILLED = '## What was done\n\n{{activity}}\n\n## Result\n\n{{result}}';
const LATE_SYSTEM: SmallFiles = {
  'systems.yaml': inventory(system(), system({ id: 'AIS-002', lifecycle: 'concept' })),
  'assessments/aia.md': assessment({ assessed_on: '2025-06-01', approved_on: '2025-06-10' }),
};
const SUSPECT_SYSTEM: SmallFiles = {
  'systems.yaml': inventory(system({ last_change: '2026-10-01' })),
  'assessments/aia.md': assessment(),
};

describe('the grade of a control', () => {
  itGrades({
    stale: [
      TYPICAL.stale,
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
      ...['A.5.2', 'A.5.3', 'A.5.4', 'A.5.5'].flatMap((control): ControlCase[] => [
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
      TYPICAL.evidenced,
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
      {
        title: 'an address with a date',
        row: { evidence: [{ ref: 'https://example.org/run/7', date: '2026-08-14' }] },
      },
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
      TYPICAL.approved,
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
      TYPICAL.drafted,
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
      TYPICAL.template,
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
  });

  it('every grade but evidenced and excluded is open, says why and what to do', () => {
    for (const [grade, { rows, row, files }] of Object.entries<ControlCase>(TYPICAL)) {
      const found = coverageOf(
        snapshotOf({
          ...FILES,
          'soa.yaml': statement(rows ?? [{ ...ROW, ...row }]),
          ...files,
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
