// Cases of a control for the tables of coverage: a decision with everything in order, and what differs from it.
import { equal, match } from 'node:assert/strict';
import {
  CARRIED_OUT,
  type Given,
  gradeOf,
  procedure,
  record,
  type SmallFiles,
  snapshotOf,
  statement,
} from './small-system';

/** A control for which a documented result is expected. */
export const CONTROL = 'A.6.2.4';

/** A decision with everything in order. */
export const ROW: Given = {
  id: CONTROL,
  ...CARRIED_OUT,
  owner: 'Head of ML',
  implementation: '[Release of models](procedures/release.md)',
  evidence: [{ ref: 'records/validation.md' }],
};
/** The same control, excluded with a reason. */
export const EXCLUDED: Given = { id: CONTROL, applicable: false, justification: 'We develop no models.' };
/** What the decision links to, and the statement with it. */
export const FILES: SmallFiles = {
  'soa.yaml': statement([ROW]),
  'procedures/release.md': procedure(),
  'records/validation.md': record(),
};
/** Where the document lies that governs it, and the record that shows it. */
export const PROCEDURE = 'procedures/release.md';
export const RECORD = 'records/validation.md';

/** What differs from a decision in order, and what it is called. */
export interface ControlCase {
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

/** The grade that a case gives, and all words about it. */
function gradeOfCase({ row, rows, head, files, control = CONTROL, today }: ControlCase): {
  grade: string;
  words: string;
} {
  const soa = statement(rows ?? [{ ...ROW, ...row }], head);
  return gradeOf(snapshotOf({ ...FILES, 'soa.yaml': soa, ...files }, today), control);
}

const BROKEN_STATEMENT = `${statement([{ ...ROW, id: 'A.2.2' }])}  - id: [\n`;
/** A risk register of which the end cannot be read. */
export const BROKEN_RISKS = 'kind: risk-register\nid: RR-1\nrisks:\n  - id: R-1\n    title: [\n';
/** A decision without evidence. */
export const NO_EVIDENCE: Given = { evidence: undefined };

/** One case of each grade, the plainest. */
export const TYPICAL = {
  unknown: {
    title: 'the statement cannot be read in full and no row of it is about the control',
    files: { 'soa.yaml': BROKEN_STATEMENT },
    names: /soa\.yaml/,
  },
  none: { title: 'there is no row', rows: [{ ...ROW, id: 'A.2.2' }] },
  excluded: { title: 'it is excluded with a reason', rows: [EXCLUDED] },
  stale: {
    title: 'the document that governs it is past its review date',
    files: { [PROCEDURE]: procedure({ next_review: '2026-11-19' }) },
    names: /2026-11-19/,
  },
  evidenced: { title: 'a record of this year' },
  approved: { title: 'a policy alone, which shows intention', row: NO_EVIDENCE },
  drafted: { title: 'the statement is a draft', head: { status: 'draft' } },
  template: {
    title: 'what is linked says it is a template',
    row: NO_EVIDENCE,
    files: { [PROCEDURE]: procedure({ status: 'template' }) },
  },
} satisfies Readonly<Record<string, ControlCase>>;

/** Inside `describe`: holds each case to the grade under which it stands. */
export function itGrades(cases: Readonly<Record<string, readonly ControlCase[]>>): void {
  for (const [grade, lines] of Object.entries(cases)) {
    describe(grade, () => {
      for (const line of lines) {
        it(line.title, () => {
          const found = gradeOfCase(line);
          equal(found.grade, grade, found.words);
          if (line.names) match(found.words, line.names);
        });
      }
    });
  }
}
