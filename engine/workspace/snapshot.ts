import type { DocumentRecord } from '../kinds/record';
import type { ParsedDocument } from '../parse/block';
import type { Rule } from '../rules/rule';
import type { LineIndex } from '../text/lines';
import type { Span } from '../text/span';
import type { Exception } from './exceptions';
import type { Finding, Place } from './finding';
import { lastingPlaces } from './lasting-places';
import { type Location, locate } from './locate';
import { push } from './names';
import type { WorkspaceView } from './workspace-view';

/** A text the engine has read: a recognised document, `aims.yaml`, or the baseline. */
export interface SnapshotText {
  readonly path: string;
  readonly text: string;
  readonly parsed: ParsedDocument;
  /** Undefined for `aims.yaml` and the baseline. */
  readonly record: DocumentRecord | undefined;
  readonly damaged: boolean;
  readonly lines: LineIndex;
}

/** What was read of a root at one moment, numbered. Nothing in it changes. Findings follow in a `Snapshot`. */
export class WorkspaceState {
  readonly number: number;
  readonly view: WorkspaceView;
  readonly texts: ReadonlyMap<string, SnapshotText>;
  readonly rules: ReadonlyMap<string, Rule>;
  /** Rules that could not be run. While a state is not checked yet, those of the check before are taken for it. */
  readonly failedRules: ReadonlySet<string>;
  readonly #memory = new Map<unknown, unknown>();

  constructor(parts: Pick<WorkspaceState, 'number' | 'view' | 'texts' | 'rules' | 'failedRules'>) {
    this.number = parts.number;
    this.view = parts.view;
    this.texts = parts.texts;
    this.rules = parts.rules;
    this.failedRules = parts.failedRules;
  }

  /** Where a place is in the text as it is now. */
  locate(place: Place): Location {
    return locate(place, (path) => this.texts.get(path)?.parsed);
  }

  /** The range of a place. */
  spanOf(place: Place): Span {
    return this.locate(place).span;
  }

  /** Computes something about this state once. `key` is unique to what is computed. */
  remember<Value>(key: unknown, compute: () => Value): Value {
    if (!this.#memory.has(key)) this.#memory.set(key, compute());
    return this.#memory.get(key) as Value;
  }
}

function partsOf({ number, view, texts, rules }: WorkspaceState) {
  return { number, view, texts, rules };
}

/** A state with everything the rules found in it: what all faces show. */
export class Snapshot extends WorkspaceState {
  readonly findings: readonly Finding[];
  /** The same with what exceptions and the baseline silence. */
  readonly found: readonly Finding[];
  /** What silences each of those that are silenced. */
  readonly silencedBy: ReadonlyMap<Finding, Exception>;
  /** True where something could not be checked: exit 2. */
  readonly uncheckable: boolean;

  constructor(
    state: WorkspaceState,
    parts: Pick<Snapshot, 'findings' | 'found' | 'silencedBy' | 'failedRules' | 'uncheckable'>,
  ) {
    super({ ...partsOf(state), failedRules: parts.failedRules });
    this.findings = parts.findings;
    this.found = parts.found;
    this.silencedBy = parts.silencedBy;
    this.uncheckable = parts.uncheckable;
  }

  /** Where each finding stands, in words that survive edits elsewhere: with rule and path the same in every run. */
  get lastingPlaces(): ReadonlyMap<Finding, string> {
    return this.remember(lastingPlaces, () =>
      lastingPlaces(this.found, {
        parsedOf: (path) => this.texts.get(path)?.parsed,
        document: (path) => this.view.document(path),
      }),
    );
  }

  /** The findings of each path; paths without findings are left out. */
  get findingsByPath(): ReadonlyMap<string, readonly Finding[]> {
    return this.remember(Snapshot, () => {
      const byPath = new Map<string, Finding[]>();
      for (const finding of this.findings) push(byPath, finding.path, finding);
      return byPath;
    });
  }
}
