import type { DocumentRecord } from '../kinds/record';
import type { DocumentRule } from '../rules/rule';
import { type Changes, Comparison, type Landmarks } from './changed-keys';
import { isLive } from './document-status';
import type { Report } from './finding';
import { keysIn, type Seen } from './looking';
import { inRowOrder, mergeReports, type RowChange, rowChange } from './row-by-row';
import type { WorkspaceView } from './workspace-view';

/** What a rule found, or that it failed. */
export interface Outcome {
  readonly reports: readonly Report[];
  readonly error: string | undefined;
}

/** What a rule found in one document. */
export interface PathOutcome extends Outcome {
  readonly path: string;
}

interface Remembered {
  readonly landmarks: Landmarks;
  readonly surroundings: readonly unknown[];
  /** Documents with something to tell, by path. */
  readonly byPath: ReadonlyMap<string, PathOutcome>;
  readonly outcomes: readonly PathOutcome[];
}

/** What changed between two states, and the documents whose rules had looked at something of it. */
interface Between {
  readonly changes: Changes;
  readonly around: ReadonlySet<string>;
}

/** A document that was edited, and what a rule had found in it. */
interface Edited {
  readonly old: DocumentRecord;
  readonly document: DocumentRecord;
  readonly before: PathOutcome | undefined;
}

/**
 * Runs rules that look at one document. A rule runs again for a document that was read otherwise, and, if it looks around,
 * for each document whose rules looked at something that changed; for no other.
 */
export class DocumentRuleRunner {
  readonly #remembered = new Map<DocumentRule, Remembered>();
  /** Paths of the documents whose rules looked at a key. It may name some that no longer do: these run once too often. */
  #lookers = new Map<string, Set<string>>();
  /** What rules looked at since `#lookers` was brought up to date, by the path of the document: most runs have no next one. */
  #seen = new Map<string, Seen>();
  #surroundings: readonly unknown[] = [];
  readonly #comparison = new Comparison();
  readonly #changes = new WeakMap<Landmarks, WeakMap<Landmarks, Between>>();
  readonly #rowChanges = new WeakMap<DocumentRecord, { before: DocumentRecord; change: RowChange | undefined }>();
  readonly #call: (check: () => Iterable<Report>) => Outcome;

  /** `call` runs a check, counts it, and turns what it throws into an outcome. */
  constructor(call: (check: () => Iterable<Report>) => Outcome) {
    this.#call = call;
  }

  /** What a rule finds in the documents of a state. */
  outcomes(rule: DocumentRule, view: WorkspaceView): readonly PathOutcome[] {
    const { landmarks } = view;
    const around = [view.paths, view.outsideAnswers];
    const surroundings = [view.today, view.configuration, view.catalogue, ...(rule.looksAround ? around : [])];
    this.#forgetLookers(view);
    const known = this.#remembered.get(rule);
    const same = known !== undefined && sameList(known.surroundings, surroundings);
    const byPath = new Map(same ? known.byPath : []);
    if (same) {
      const { changes, around: lookers } = this.#between(known.landmarks, landmarks);
      const paths = new Set(rule.looksAround ? [...changes.paths, ...lookers] : changes.paths);
      if (paths.size === 0) return known.outcomes;
      for (const path of paths) {
        const before = byPath.get(path);
        byPath.delete(path);
        const document = documentAt(landmarks, path);
        if (!document || !concerning(rule)(document)) continue;
        const old =
          rule.rowByRow && !(rule.looksAround && lookers.has(path)) ? documentAt(known.landmarks, path) : undefined;
        if (old) this.#runOnRows(rule, { old, document, before }, view, byPath);
        else this.#run(rule, document, view, byPath);
      }
    } else {
      const documents = rule.kinds ? view.everyOf(rule.kinds) : landmarks.documents;
      const concerned = concerning(rule);
      for (const document of documents) if (concerned(document)) this.#run(rule, document, view, byPath);
    }
    const outcomes = [...byPath.values()];
    this.#remembered.set(rule, { landmarks, surroundings, byPath, outcomes });
    return outcomes;
  }

  #run(rule: DocumentRule, document: DocumentRecord, view: WorkspaceView, byPath: Map<string, PathOutcome>): void {
    keep(rule, document.path, this.#look(rule, document, view), byPath);
  }

  /** Runs a rule on the rows that changed; what it found in others stands. */
  #runOnRows(
    rule: DocumentRule,
    { old, document, before }: Edited,
    view: WorkspaceView,
    byPath: Map<string, PathOutcome>,
  ): void {
    const change = before?.error === undefined ? this.#rowChange(old, document) : undefined;
    if (!change) {
      this.#run(rule, document, view, byPath);
      return;
    }
    const { reports, error } = this.#look(rule, change.changed, view);
    const all = error === undefined ? mergeReports(before?.reports ?? [], reports, change.kept) : [];
    keep(rule, document.path, { reports: all, error }, byPath);
  }

  /** Runs a rule and notes what it looked at. */
  #look(rule: DocumentRule, document: DocumentRecord, view: WorkspaceView): Outcome {
    if (!rule.looksAround) return this.#call(() => rule.check(document, view));
    let seen = this.#seen.get(document.path);
    if (!seen) {
      seen = new Set();
      this.#seen.set(document.path, seen);
    }
    return view.lookingAt(seen, () => this.#call(() => rule.check(document, view)));
  }

  /** What changed in the rows of a document: the same for every rule. */
  #rowChange(before: DocumentRecord, after: DocumentRecord): RowChange | undefined {
    const known = this.#rowChanges.get(after);
    if (known?.before === before) return known.change;
    const change = rowChange(before, after);
    this.#rowChanges.set(after, { before, change });
    return change;
  }

  /** Where everything runs again, who looked at what is found out again. */
  #forgetLookers(view: WorkspaceView): void {
    const surroundings = [view.today, view.configuration, view.catalogue, view.paths, view.outsideAnswers];
    if (sameList(this.#surroundings, surroundings)) return;
    this.#surroundings = surroundings;
    this.#lookers = new Map();
    this.#seen = new Map();
  }

  /** The paths of the documents whose rules looked at some keys. */
  #lookersAt(keys: Iterable<string>): ReadonlySet<string> {
    for (const [path, seen] of this.#seen) {
      for (const key of keysIn(seen)) {
        const lookers = this.#lookers.get(key);
        if (lookers) lookers.add(path);
        else this.#lookers.set(key, new Set([path]));
      }
    }
    this.#seen = new Map();
    const found = new Set<string>();
    for (const key of keys) for (const path of this.#lookers.get(key) ?? []) found.add(path);
    return found;
  }

  /** What changed since a rule ran last; most rules ran last on the same state, so it is found out once for them. */
  #between(before: Landmarks, after: Landmarks): Between {
    let known = this.#changes.get(after);
    if (!known) {
      known = new WeakMap();
      this.#changes.set(after, known);
    }
    let found = known.get(before);
    if (!found) {
      const changes = this.#comparison.changes(before, after);
      found = { changes, around: this.#lookersAt(changes.keys) };
      known.set(before, found);
    }
    return found;
  }
}

function keep(
  { rowByRow }: DocumentRule,
  path: string,
  { reports, error }: Outcome,
  byPath: Map<string, PathOutcome>,
): void {
  if (reports.length === 0 && error === undefined) return;
  byPath.set(path, { reports: rowByRow ? inRowOrder(reports) : reports, error, path });
}

/** Tells which documents a rule looks at. */
export function concerning({
  everyDocument,
  kinds,
  about,
  where,
}: DocumentRule): (document: DocumentRecord) => boolean {
  return (document) => {
    if (everyDocument !== true && !isLive(document)) return false;
    if (kinds && !kinds.includes(document.kind.kind)) return false;
    if (about !== undefined && !document.entities.has(about)) return false;
    return where === undefined || where(document);
  };
}

/** The document at a path, found by halves: documents are sorted by path. */
function documentAt({ documents }: Landmarks, path: string): DocumentRecord | undefined {
  let [low, high] = [0, documents.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((documents[middle]?.path ?? '') < path) low = middle + 1;
    else high = middle;
  }
  return documents[low]?.path === path ? documents[low] : undefined;
}

/** True where two lists hold the same things. */
export function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
