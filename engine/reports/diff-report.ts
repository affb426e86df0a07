import { type ComparedRoot, isShown, pathFromFolder } from '../comparison/compared-root';
import type { Comparison } from '../comparison/comparison';
import type { ComparedFinding } from '../comparison/findings';
import type { GradeChange } from '../comparison/grades';
import type { ComparedDocument } from '../comparison/pairs';
import type { Severity } from '../configuration/configuration';
import { GRADE_WORDS } from '../coverage/grade';
import { compareRows, type FindingRow, findingRow } from './finding-rows';

/** One of the two states, in words and as a commit. */
export interface StateName {
  /** As the user wrote it; undefined for the files on disk. */
  readonly revision: string | undefined;
  /** The full id of the commit; undefined for the files on disk. */
  readonly commit: string | undefined;
  /** The ISO date of the commit; undefined for the files on disk. */
  readonly date: string | undefined;
}

/** A finding that is as grave as it was not before. */
export type RegradedRow = FindingRow & { readonly was: Severity };

/** A document in a list of changes. */
export interface DocumentRow {
  readonly path: string;
  readonly kind: string;
  readonly title: string;
}

/** What `aims diff` shows, in every form of its output. Paths are as seen from the folder. */
export interface DiffReport {
  /** ISO date of which both states were judged. */
  readonly today: string;
  readonly from: StateName;
  readonly to: StateName;
  readonly grades: Comparison['grades'];
  readonly documents: {
    readonly came: readonly DocumentRow[];
    readonly went: readonly DocumentRow[];
    readonly moved: readonly (DocumentRow & { readonly from: string })[];
    readonly changed: readonly DocumentRow[];
  };
  readonly findings: {
    readonly added: readonly FindingRow[];
    readonly settled: readonly FindingRow[];
    readonly regraded: readonly RegradedRow[];
    readonly silenced: readonly FindingRow[];
    readonly remaining: number;
  };
}

/** Turns a comparison into rows: places in numbers, messages in words. */
export function diffReport(
  comparison: Comparison,
  { today, from, to }: Pick<DiffReport, 'today' | 'from' | 'to'>,
): DiffReport {
  const { grades, findings, documents } = comparison;
  const rows = (all: readonly ComparedFinding[]) => all.flatMap(rowOf).sort(compareRows);
  return {
    today,
    from,
    to,
    grades,
    documents: {
      came: documents.came.map(documentRow),
      went: documents.went.map(documentRow),
      moved: documents.moved.map(({ now, before }) => ({ ...documentRow(now), from: before.path })),
      changed: documents.changed.map(({ now }) => documentRow(now)),
    },
    findings: {
      added: rows(findings.added),
      settled: rows(findings.settled),
      regraded: findings.regraded
        .flatMap(({ was, ...each }) => rowOf(each).map((row) => ({ ...row, was })))
        .sort(compareRows),
      silenced: rows(findings.silenced),
      remaining: findings.remaining,
    },
  };
}

/** The findings that may fail a pipeline: new ones, and those that have become graver. */
export function risen({ findings }: DiffReport): readonly FindingRow[] {
  const order: readonly Severity[] = ['error', 'warning', 'information', 'hint'];
  const graver = findings.regraded.filter(({ severity, was }) => order.indexOf(severity) < order.indexOf(was));
  return [...findings.added, ...graver];
}

/** A state in words: `v1.0 (1a2b3c4d5e of 2026-05-01)`, or the working tree. */
export function stateWords({ revision, commit, date }: StateName): string {
  if (revision === undefined || commit === undefined) return 'the working tree';
  const short = commit.slice(0, 10);
  return commit.startsWith(revision) && revision.length >= 7
    ? `${short} of ${date}`
    : `${revision} (${short} of ${date})`;
}

/** A grade or state in words. */
export function gradeWords(grade: GradeChange['from'], missing: string): string {
  if (grade === undefined) return missing;
  const words: Readonly<Record<string, string>> = GRADE_WORDS;
  return words[grade] ?? grade.replace(/-/g, ' ');
}

/** What a change is about: `A.6.2.4 Title`, `Clause 6.1.3 Title`. */
export function gradeLabel({ kind, id, title }: GradeChange): string {
  return [kind === 'clause' ? `Clause ${id}` : id, title].filter((part) => part !== '').join(' ');
}

function rowOf({ finding, root }: ComparedFinding): FindingRow[] {
  const row = findingRow(root.snapshot, finding, false);
  const path = shownPath(root, row.path);
  if (!isShown(path)) return [];
  const related = row.related.map((other) => ({ ...other, path: shownPath(root, other.path) }));
  return [{ ...row, path, related }];
}

function shownPath(root: ComparedRoot, path: string): string {
  return pathFromFolder(root, path);
}

function documentRow({ path, text: { record } }: ComparedDocument): DocumentRow {
  return { path, kind: record?.kind.kind ?? '', title: record?.kind.title ?? '' };
}
