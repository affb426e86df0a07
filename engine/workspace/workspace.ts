import { createCatalogue } from '../catalogue/catalogue';
import { BASELINE_FILE } from '../configuration/baseline';
import {
  CONFIGURATION_FILE,
  type Configuration,
  DEFAULT_CONFIGURATION,
  onlyControlFramework,
} from '../configuration/configuration';
import { compileGlob } from '../configuration/glob';
import { readConfiguration } from '../configuration/read-configuration';
import { type Language, languageOf, type Reading, readSteps } from '../facts/read-document';
import { sameFacts } from '../facts/same-facts';
import { FieldReader } from '../kinds/field-reader';
import type { KindDefinition } from '../kinds/kind';
import { readRecord } from '../kinds/read-record';
import { Recogniser, type Recognition } from '../kinds/recognise';
import type { DocumentRecord } from '../kinds/record';
import { rereadRows } from '../kinds/reread-rows';
import { Vocabulary } from '../kinds/vocabulary';
import type { ParsedDocument } from '../parse/block';
import { createMarkdownParser, type MarkdownParser } from '../parse/markdown';
import type { Rule } from '../rules/rule';
import { LineIndex } from '../text/lines';
import { Names } from './names';
import { Paths } from './paths';
import type { OutsidePath } from './resolve';
import { RuleRunner } from './rule-runner';
import { Snapshot, type SnapshotText, WorkspaceState } from './snapshot';
import { isExcluded, LIMITS, type ListedFiles, limitReports, unreadDocuments } from './unread-files';
import type { EarlierDocuments } from './versions';
import { type UnreadDocument, WorkspaceView } from './workspace-view';

/** What stands for a text that could not be read. */
const NOTHING_READ: ParsedDocument = {
  blocks: [],
  starts: new Int32Array(),
  problems: [],
  complete: false,
  withProblems: [],
};

/** What the engine is made of. */
export interface EngineParts {
  /** The packs of `frameworks/` by path. */
  readonly packs: unknown;
  readonly kinds: readonly KindDefinition[];
  readonly rules: readonly Rule[];
}

/** A text as a host gives it. */
export interface GivenText {
  readonly text: string;
  /** True where bytes were not valid in the file's encoding. */
  readonly damaged: boolean;
}

interface FileState {
  given: GivenText;
  language: Language;
  stale: boolean;
  reading: Reading | undefined;
  parsed: ParsedDocument | undefined;
  recognition: Recognition | undefined;
  record: DocumentRecord | undefined;
  lines: LineIndex | undefined;
}

/**
 * One root: the only object that changes. A host tells it paths and texts; `update` makes the next snapshot of them, a
 * step at a time, so that requests are answered in between.
 */
export class Workspace {
  readonly #parts: EngineParts;
  readonly #parse: MarkdownParser = createMarkdownParser();
  readonly #runner: RuleRunner;
  readonly #rules: ReadonlyMap<string, Rule>;
  readonly #files = new Map<string, FileState>();
  #sizes: ReadonlyMap<string, number> = new Map();
  #unreadable = new Map<string, string>();
  #unlisted: ReadonlyMap<string, string> = new Map();
  #paths = new Paths(new Set());
  #outside: ReadonlyMap<string, OutsidePath> | undefined;
  readonly #asked = new Set<string>();
  readonly #ruleIds: ReadonlySet<string>;
  #today: string;
  #configuration: Configuration = DEFAULT_CONFIGURATION;
  #reader = new FieldReader(new Vocabulary({}));
  #recogniser: Recogniser;
  #catalogue: ReturnType<typeof createCatalogue>;
  #included: (path: string) => boolean = () => true;
  #number = 0;
  /** Rules that failed when they ran last. */
  #failed: ReadonlySet<string> = new Set();
  #asOf: string | undefined;
  #last: { documents: readonly DocumentRecord[]; names: Names } | undefined;

  constructor(parts: EngineParts, today: string) {
    this.#parts = parts;
    this.#today = today;
    this.#runner = new RuleRunner(parts.rules);
    this.#rules = new Map(parts.rules.map((rule) => [rule.id, rule]));
    this.#ruleIds = new Set(parts.rules.map((rule) => rule.id));
    this.#recogniser = new Recogniser(parts.kinds, () => undefined);
    this.#catalogue = createCatalogue(parts.packs);
  }

  /** How many times a rule was run so far. */
  get ruleRuns(): number {
    return this.#runner.runs;
  }

  /** Sets the day that counts as today (ISO date). */
  setToday(today: string): void {
    this.#today = today;
  }

  /**
   * Says which files there are, with their sizes in bytes, and which folders could not be listed, with the reason. Texts of
   * files that are gone are forgotten.
   */
  setFiles(sizes: ReadonlyMap<string, number>, unlisted: ReadonlyMap<string, string> = new Map()): void {
    this.#sizes = sizes;
    this.#unlisted = unlisted;
    this.#paths = new Paths(new Set(sizes.keys()));
    for (const path of this.#files.keys()) if (!sizes.has(path)) this.#files.delete(path);
    for (const path of this.#unreadable.keys()) if (!sizes.has(path)) this.#unreadable.delete(path);
  }

  /** Whether the engine wants the text of a file: a language we read, not excluded, not too large. */
  wants(path: string): boolean {
    if (path === CONFIGURATION_FILE) return true;
    return languageOf(path) !== undefined && !isExcluded(path) && (this.#sizes.get(path) ?? 0) <= LIMITS.bytes;
  }

  /** Gives the text of a file, from a buffer or the disk; it has to be one of the files. */
  setText(path: string, given: GivenText): void {
    const language = languageOf(path);
    if (!language) return;
    const known = this.#files.get(path);
    this.#unreadable.delete(path);
    if (known) {
      if (known.given.text === given.text && known.given.damaged === given.damaged) return;
      known.given = given;
      known.stale = true;
      return;
    }
    this.#files.set(path, {
      given,
      language,
      stale: true,
      reading: undefined,
      parsed: undefined,
      recognition: undefined,
      record: undefined,
      lines: undefined,
    });
  }

  /** Says that a file could not be read, and why. */
  setUnreadable(path: string, why: string): void {
    this.#files.delete(path);
    this.#unreadable.set(path, why);
  }

  /** Says what the host found of paths outside the root. Until it is called first, every such path is forbidden. */
  setOutside(outside: ReadonlyMap<string, OutsidePath>): void {
    this.#outside = new Map([...(this.#outside ?? []), ...outside]);
  }

  /** Forgets what was found outside the root: it is asked again for what is read next. */
  forgetOutside(): void {
    this.#outside = new Map();
  }

  /** Reads what changed and makes the next state, yielding after each small step. */
  *read(): Generator<void, WorkspaceState, void> {
    yield* this.#readConfiguration();
    const texts = new Map<string, SnapshotText>();
    const documents: DocumentRecord[] = [];
    for (const path of [...this.#files.keys()].sort()) {
      const file = this.#files.get(path);
      if (!file) continue;
      if (path === CONFIGURATION_FILE) {
        if (file.parsed) texts.set(path, snapshotText(path, file, file.parsed));
        continue;
      }
      if (path === BASELINE_FILE) {
        const parsed = yield* this.#readBaseline(file);
        texts.set(path, snapshotText(path, file, parsed));
        continue;
      }
      if (isExcluded(path) || !this.#included(path)) continue;
      yield* this.#readFile(path, file);
      if (!file.parsed || !file.record) continue;
      texts.set(path, snapshotText(path, file, file.parsed));
      documents.push(file.record);
    }
    const last = this.#last;
    const same =
      last !== undefined &&
      last.documents.length === documents.length &&
      documents.every((document, index) => document === last.documents[index]);
    const names = same ? last.names : new Names(documents);
    // The same list as before where nothing in it changed: rules see by it that they need not look again.
    const known = same ? last.documents : documents;
    this.#last = { documents: known, names };
    yield;
    // A state keeps what it was made of: the next one may have other files around it.
    const [sizes, outside] = [this.#sizes, this.#outside];
    const view = new WorkspaceView({
      today: this.#today,
      configuration: this.#configuration,
      catalogue: this.#catalogue,
      kinds: this.#parts.kinds,
      documents: known,
      unread: this.#unread(),
      names,
      paths: this.#paths,
      outside: (path) => this.#lookOutside(path, outside),
      outsideAnswers: outside,
      sizeOf: (path) => sizes.get(path),
      ruleIds: this.#ruleIds,
    });
    return new WorkspaceState({ number: ++this.#number, view, texts, rules: this.#rules, failedRules: this.#failed });
  }

  /**
   * Runs the rules that have to run on a state, yielding between them. Rules that compare run only where the documents of
   * an earlier state are given.
   */
  *check(state: WorkspaceState, earlier?: EarlierDocuments): Generator<void, Snapshot, void> {
    const { view, texts } = state;
    const { failed, ...result } = yield* this.#runner.run({ view, texts, limits: limitReports(this.#listed), earlier });
    this.#failed = failed;
    return new Snapshot(state, { ...result, failedRules: failed });
  }

  /** Reads and checks at once. */
  updateNow(): Snapshot {
    return finish(this.check(finish(this.read())));
  }

  /** Paths outside the root that documents mention and the host has not answered for. Empty unless it answers at all. */
  get askedOutside(): readonly string[] {
    return [...this.#asked].filter((path) => this.#outside?.has(path) === false);
  }

  #lookOutside(path: string, answers: ReadonlyMap<string, OutsidePath> | undefined): OutsidePath {
    if (!answers) return 'forbidden';
    this.#asked.add(path);
    return answers.get(path) ?? 'unknown';
  }

  *#readConfiguration(): Generator<void, void, void> {
    const file = this.#files.get(CONFIGURATION_FILE);
    let configuration = DEFAULT_CONFIGURATION;
    if (file) {
      if (!file.stale && file.parsed) return;
      const reading = yield* readSteps(file.given.text, 'yaml', { parse: this.#parse }, file.reading);
      const { parsed } = reading;
      const changed = !file.parsed || !sameFacts(file.parsed.blocks, parsed.blocks);
      Object.assign(file, { parsed, reading, stale: false, lines: new LineIndex(file.given.text) });
      if (!changed) return;
      configuration = readConfiguration(parsed);
    } else if (!this.#configuration.present && this.#number > 0) return;
    this.#configure(configuration);
  }

  #configure(configuration: Configuration): void {
    this.#configuration = configuration;
    const globs = Object.entries(configuration.documents).flatMap(([kind, list]) =>
      list.map((glob) => ({ kind, matches: compileGlob(glob) })),
    );
    this.#recogniser = new Recogniser(this.#parts.kinds, (path) => globs.find(({ matches }) => matches(path))?.kind);
    this.#reader = new FieldReader(new Vocabulary(configuration.synonyms));
    const include = configuration.include.map(compileGlob);
    const exclude = configuration.exclude.map(compileGlob);
    this.#included = (path) =>
      (include.length === 0 || include.some((matches) => matches(path))) && !exclude.some((matches) => matches(path));
    const asOf = configuration.asOf['eu-ai-act'];
    if (asOf !== this.#asOf) this.#catalogue = createCatalogue(this.#parts.packs, asOf);
    this.#asOf = asOf;
    for (const [path, file] of this.#files) if (path !== CONFIGURATION_FILE) file.stale = true;
    for (const [path, file] of this.#files) if (path !== CONFIGURATION_FILE) file.record = undefined;
  }

  /** The baseline is no document: nothing in it is recognised, and rules see only what it silences. */
  *#readBaseline(file: FileState): Generator<void, ParsedDocument, void> {
    if (!file.stale && file.parsed) return file.parsed;
    const reading = yield* readSteps(file.given.text, 'yaml', { parse: this.#parse }, file.reading);
    const { parsed } = reading;
    Object.assign(file, { parsed, reading, stale: false, lines: new LineIndex(file.given.text) });
    return parsed;
  }

  /** Whether a file counts: the settings and the baseline always, others by `include` and `exclude`. */
  #counts(path: string): boolean {
    return path === CONFIGURATION_FILE || path === BASELINE_FILE || (!isExcluded(path) && this.#included(path));
  }

  /** What there is and was not read. */
  #unread(): UnreadDocument[] {
    const { kinds } = this.#parts;
    return unreadDocuments(this.#listed, {
      recognise: (path, language) => this.#recogniser.recognise(path, language, ''),
      anyKind: kinds.find(({ kind }) => kind === 'record'),
      read: (path, language, how) => readRecord(path, language, NOTHING_READ, how, this.#reader, undefined),
    });
  }

  get #listed(): ListedFiles {
    return {
      sizes: this.#sizes,
      unreadable: this.#unreadable,
      unlisted: this.#unlisted,
      counts: (path) => this.#counts(path),
    };
  }

  *#readFile(path: string, file: FileState): Generator<void, void, void> {
    if (!file.stale) return;
    const recognition = this.#recogniser.recognise(path, file.language, file.given.text);
    if (!recognition) {
      Object.assign(file, { stale: false, recognition, record: undefined, parsed: undefined, reading: undefined });
      return;
    }
    const means = { parse: this.#parse, phrases: recognition.kind.phrases };
    const reading = yield* readSteps(file.given.text, file.language, means, file.reading);
    const { parsed } = reading;
    const before = file.record;
    const { kind, how } = recognition;
    const old = file.recognition?.kind === kind && file.recognition.how === how ? file.parsed : undefined;
    const record =
      (before && old && this.#readAgain(before, old, parsed)) ??
      readRecord(path, file.language, parsed, recognition, this.#reader, onlyControlFramework(this.#configuration));
    Object.assign(file, { stale: false, parsed, reading, recognition, record, lines: new LineIndex(file.given.text) });
    yield;
  }

  /** The record of a text that was read before: the same where no fact changed. Undefined where it has to be read as a whole. */
  #readAgain(before: DocumentRecord, old: ParsedDocument, parsed: ParsedDocument): DocumentRecord | undefined {
    if (before.complete === parsed.complete && sameFacts(old.blocks, parsed.blocks)) return before;
    return rereadRows(before, old, parsed, this.#reader);
  }
}

/** Runs a generator of steps to its end. */
export function finish<Result>(steps: Generator<void, Result, void>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function snapshotText(path: string, file: FileState, parsed: ParsedDocument): SnapshotText {
  const lines = file.lines ?? new LineIndex(file.given.text);
  return { path, text: file.given.text, parsed, record: file.record, damaged: file.given.damaged, lines };
}
