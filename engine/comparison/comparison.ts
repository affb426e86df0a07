import { type ComparedRoot, isShown } from './compared-root';
import { compareFindings, type FindingChanges } from './findings';
import { compareGrades, type GradeChanges } from './grades';
import { type ComparedDocument, type Pairs, pairDocuments } from './pairs';

/** A document in both states. */
export interface KeptDocument {
  readonly now: ComparedDocument;
  readonly before: ComparedDocument;
}

/** What became of the documents. Only what lies in the folder, before or now, is in it. */
export interface DocumentChanges {
  readonly came: readonly ComparedDocument[];
  readonly went: readonly ComparedDocument[];
  /** Those with another path. */
  readonly moved: readonly KeptDocument[];
  /** Those with another text, moved or not. */
  readonly changed: readonly KeptDocument[];
}

/** Everything in which two states of a management system differ. */
export interface Comparison {
  readonly grades: GradeChanges;
  readonly findings: FindingChanges;
  readonly documents: DocumentChanges;
}

/** Compares two states; both have to be of the same day, so that only what was written makes a difference. */
export function compareStates(earlier: readonly ComparedRoot[], later: readonly ComparedRoot[]): Comparison {
  const pairs = pairDocuments(earlier, later);
  return {
    grades: compareGrades(earlier, later),
    findings: compareFindings(earlier, later, pairs),
    documents: compareDocuments(pairs),
  };
}

function compareDocuments({ earlier, later, before }: Pairs): DocumentChanges {
  const kept = [...before].flatMap(([to, from]): KeptDocument[] => {
    const [now, old] = [later.get(to), earlier.get(from)];
    return now && old && (isShown(to) || isShown(from)) ? [{ now, before: old }] : [];
  });
  kept.sort((a, b) => (a.now.path < b.now.path ? -1 : 1));
  const gone = new Set(before.values());
  return {
    came: sorted([...later.values()].filter(({ path }) => isShown(path) && !before.has(path))),
    went: sorted([...earlier.values()].filter(({ path }) => isShown(path) && !gone.has(path))),
    moved: kept.filter((each) => each.now.path !== each.before.path),
    changed: kept.filter((each) => plain(each.now) !== plain(each.before)),
  };
}

/** The text without the line ends that a system chose when it wrote the file. */
function plain({ text }: ComparedDocument): string {
  return text.text.replace(/\r\n/g, '\n');
}

function sorted(documents: readonly ComparedDocument[]): ComparedDocument[] {
  return [...documents].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
