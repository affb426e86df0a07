import type { Catalogue } from '../catalogue/catalogue';
import type { Configuration } from '../configuration/configuration';
import type { Entity, FieldDefinition, KindDefinition } from '../kinds/kind';
import type { DocumentRecord, Item, Row } from '../kinds/record';
import { type AssessmentState, assessmentState, namesSystem, stateWithout } from './assessment-state';
import {
  ALL_DOCUMENTS,
  entityKey,
  INCOMPLETE,
  idKey,
  kindKey,
  type Landmarks,
  nameKey,
  PREFIXES,
  pathKey,
  SUPERSEDED,
  servingKey,
} from './changed-keys';
import { documentsByKind, holds, servingDocuments } from './document-lists';
import { isLive } from './document-status';
import { Looking, type Seen } from './looking';
import { Memory } from './memory';
import { foldId, type Names } from './names';
import { folderOf, type Paths } from './paths';
import { type OutsidePath, type Resolution, type ResolveContext, resolveItem, resolveLink } from './resolve';
import { supersededDocuments } from './superseded';

/** A document that is there and could not be read at all. */
export interface UnreadDocument {
  /** What is known without its text: its path and, where that tells, its kind. */
  readonly record: DocumentRecord;
  /** True where nothing tells its kind. */
  readonly mayBeAnything: boolean;
}

/** What a view is made of. */
export interface ViewParts {
  /** ISO date. */
  readonly today: string;
  readonly configuration: Configuration;
  readonly catalogue: Catalogue;
  readonly kinds: readonly KindDefinition[];
  /** Every recognised document, sorted by path. */
  readonly documents: readonly DocumentRecord[];
  readonly unread: readonly UnreadDocument[];
  readonly names: Names;
  readonly paths: Paths;
  readonly outside: (path: string) => OutsidePath;
  /** Changes identity whenever the host has answered for paths outside the root. */
  readonly outsideAnswers: unknown;
  /** The ids of all rules. */
  readonly ruleIds: ReadonlySet<string>;
  /** Sizes in bytes of files that are listed and not read. */
  readonly sizeOf: (path: string) => number | undefined;
}

/** Everything rules, coverage and features ask of one state of a root. Answers are remembered; nothing changes. */
export class WorkspaceView {
  readonly today: string;
  readonly configuration: Configuration;
  readonly catalogue: Catalogue;
  readonly kinds: readonly KindDefinition[];
  readonly names: Names;
  readonly paths: Paths;
  readonly sizeOf: (path: string) => number | undefined;
  readonly ruleIds: ReadonlySet<string>;
  readonly outsideAnswers: unknown;
  readonly #documents: readonly DocumentRecord[];
  readonly #unread: readonly UnreadDocument[];
  readonly #looking = new Looking();
  readonly #prefixes = new Set<string>();
  readonly #byPath: ReadonlyMap<string, DocumentRecord>;
  readonly #context: ResolveContext;
  readonly #rows = new Map<Entity, readonly Row[]>();
  readonly #kindDocuments = new Map<string, readonly DocumentRecord[]>();
  readonly #memory = new Memory(this.#looking);
  #byKind: ReadonlyMap<string, readonly DocumentRecord[]> | undefined;
  #partly: readonly DocumentRecord[] | undefined;
  #serving: ReadonlyMap<string, readonly DocumentRecord[]> | undefined;
  #superseded: ReadonlySet<DocumentRecord> | undefined;
  #landmarks: Landmarks | undefined;

  constructor(parts: ViewParts) {
    this.today = parts.today;
    this.configuration = parts.configuration;
    this.catalogue = parts.catalogue;
    this.kinds = parts.kinds;
    this.#documents = parts.documents;
    this.#unread = parts.unread;
    this.names = parts.names.telling((about, text) => {
      this.#looking.note(about === 'id' ? idKey(text) : about === 'name' ? nameKey(text) : ALL_DOCUMENTS);
    });
    this.paths = parts.paths;
    this.sizeOf = parts.sizeOf;
    this.ruleIds = parts.ruleIds;
    this.outsideAnswers = parts.outsideAnswers;
    this.#byPath = new Map(parts.documents.map((document) => [document.path, document]));
    for (const named of parts.names.all())
      if (/\d/.test(named.id)) this.#prefixes.add(foldId(named.id).replace(/\d[\s\S]*$/, ''));
    this.#context = {
      names: this.names,
      paths: parts.paths,
      outside: parts.outside,
      hasPrefix: (prefix) => {
        this.#looking.note(PREFIXES);
        return this.#prefixes.has(prefix);
      },
      document: (path) => this.document(path),
      row: (document, id) => (document.rows.length === 0 ? undefined : this.#rowsById(document).get(foldId(id))),
    };
  }

  /** Every recognised document, sorted by path. Who goes through them all looks at all: ask for less where less will do. */
  get documents(): readonly DocumentRecord[] {
    this.#looking.note(ALL_DOCUMENTS);
    return this.#documents;
  }

  /** The recognised document at a path. */
  document(path: string): DocumentRecord | undefined {
    this.#looking.note(pathKey(path));
    return this.#byPath.get(path);
  }

  /** Computes something and adds to `seen` what of this state it looked at. */
  lookingAt<Value>(seen: Seen, compute: () => Value): Value {
    return this.#looking.during(seen, compute);
  }

  /** What this state is compared with another by. */
  get landmarks(): Landmarks {
    this.#landmarks ??= this.#findLandmarks();
    return this.#landmarks;
  }

  /** Live documents of a kind: templates and retired ones count for nothing. */
  documentsOf(...kinds: readonly string[]): readonly DocumentRecord[] {
    const key = kinds.join(' ');
    for (const kind of kinds) this.#looking.note(kindKey(kind));
    let found = this.#kindDocuments.get(key);
    if (!found) {
      found = this.everyOf(kinds).filter(isLive);
      this.#kindDocuments.set(key, found);
    }
    return found;
  }

  /** Documents of some kinds, whatever their status: what a rule that reads these kinds rests on. */
  everyOf(kinds: readonly string[]): readonly DocumentRecord[] {
    this.#byKind ??= documentsByKind(this.#documents);
    const found = kinds.map((kind) => this.#byKind?.get(kind) ?? []).filter((list) => list.length > 0);
    return found.length < 2 ? (found[0] ?? []) : found.flat().sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** Filled rows of live documents about something; documents that are one entry are rows too. */
  rows(entity: Entity): readonly Row[] {
    this.#looking.note(entityKey(entity));
    let found = this.#rows.get(entity);
    if (!found) {
      found = this.#documents
        .filter((document) => document.entities.has(entity) && isLive(document))
        .flatMap((document) => [
          ...(document.kind.single === entity ? [document.metadata] : []),
          ...document.rows.filter((row) => row.entity === entity && !row.unfilled),
        ]);
      this.#rows.set(entity, found);
    }
    return found;
  }

  /** The AI systems of the root, each once. */
  get systems(): readonly Row[] {
    return this.rows('system');
  }

  /** The control decisions for a framework. */
  decisions(framework: string): readonly Row[] {
    return this.rows('control-decision').filter((row) => row.framework === framework);
  }

  /** An incomplete live document whose kind could hold such rows or documents; then nothing of the sort may be called missing. */
  incompleteWith(entity: Entity): DocumentRecord | undefined {
    return this.remember(`${INCOMPLETE} ${entity}`, () => {
      this.#looking.note(INCOMPLETE);
      const found = this.#incomplete().find(({ status, kind }) => status !== 'retired' && holds(kind, entity));
      return found ?? this.#unreadWhere((kind) => holds(kind, entity));
    });
  }

  /** An incomplete document of one of these kinds. */
  incompleteOf(...kinds: readonly string[]): DocumentRecord | undefined {
    this.#looking.note(INCOMPLETE);
    const found = this.#incomplete().find(({ kind }) => kinds.includes(kind.kind));
    return found ?? this.#unreadWhere(({ kind }) => kinds.includes(kind));
  }

  /** A document that may say more about itself than could be read: then nothing may be said about what no document serves. */
  get incompleteHead(): DocumentRecord | undefined {
    this.#looking.note(INCOMPLETE);
    return this.#incomplete().find((document) => !document.headComplete) ?? this.#unreadWhere(() => true);
  }

  /** Any document that could not be read in full. */
  get incomplete(): DocumentRecord | undefined {
    this.#looking.note(INCOMPLETE);
    return this.#incomplete()[0] ?? this.#unreadWhere(() => true);
  }

  /** Where an item of a field leads. */
  resolve(from: string, item: Item, field: FieldDefinition): Resolution {
    return resolveItem(this.#context, from, item, field);
  }

  /** Where the address of a link leads. */
  resolveLink(from: string, address: string): Resolution {
    return this.linksFrom(from)(address);
  }

  /** The same for many links of one document. Documents of a folder often link to the same. */
  linksFrom(from: string): (address: string) => Resolution {
    const key = `links of ${folderOf(from)}`;
    return (address) => {
      const resolve = () => resolveLink(this.#context, from, address);
      return address.startsWith('#') ? resolve() : this.rememberOf(key, address, resolve);
    };
  }

  /** Live impact assessments that name a system. */
  assessmentsOf(system: Row): readonly DocumentRecord[] {
    return this.documentsOf('ai-impact-assessment').filter((assessment) =>
      namesSystem(this, assessment.metadata, system),
    );
  }

  /** The state of a system's impact assessment. */
  assessmentState(system: Row): AssessmentState {
    // Before the first assessment is written there is nothing to remember, however many systems there are.
    if (this.documentsOf('ai-impact-assessment').length === 0) return stateWithout(this, system);
    return this.rememberOf(assessmentState, system, () => assessmentState(this, system));
  }

  /** The AI systems that some assessment is about, with what that says of them. */
  get assessedSystems(): readonly (AssessmentState & { readonly system: Row; readonly assessment: DocumentRecord })[] {
    return this.remember('assessed systems', () => {
      if (this.documentsOf('ai-impact-assessment').length === 0) return [];
      return this.systems.flatMap((system) => {
        const state = this.assessmentState(system);
        const { assessment } = state;
        return assessment ? [{ ...state, system, assessment }] : [];
      });
    });
  }

  /** Computes something about this state once; several rules ask the same. `key` is unique to what is computed. */
  remember<Value>(key: unknown, compute: () => Value): Value {
    return this.#memory.remember(key, compute);
  }

  /** The same for something about one row, document or address: `key` says what is computed, `about` of which. */
  rememberOf<Value>(key: unknown, about: unknown, compute: () => Value): Value {
    return this.#memory.rememberOf(key, about, compute);
  }

  /** True where another live document says it replaces this one. */
  isSuperseded(document: DocumentRecord): boolean {
    this.#looking.note(SUPERSEDED);
    return this.#replaced().has(document);
  }

  /** Live documents that name a control or clause in their metadata. */
  documentsServing(field: 'controls' | 'clauses', id: string): readonly DocumentRecord[] {
    this.#looking.note(servingKey(field, id));
    this.#serving ??= servingDocuments(this.#documents);
    return this.#serving.get(servingKey(field, id)) ?? [];
  }

  /** The register row or document with an id, where it is exactly one. */
  named(id: string): { readonly row: Row; readonly document: DocumentRecord } | undefined {
    const found = this.names.byId(id);
    return found.length === 1 ? found[0] : undefined;
  }

  /** The rows of a document by folded id; of several with the same, the first. */
  #rowsById(document: DocumentRecord): ReadonlyMap<string, Row> {
    const read = () => new Map([...document.rows].reverse().map((row) => [foldId(row.id), row]));
    return this.rememberOf('rows by id', document, read);
  }

  #findLandmarks(): Landmarks {
    const partly = [...this.#incomplete(), ...this.#unread.map(({ record }) => record)];
    const general = new Map([
      [INCOMPLETE, partly.map(({ path, complete, status }) => `${path} ${complete} ${status}`).join('\n')],
      [SUPERSEDED, [...this.#replaced()].map(({ path }) => path).join('\n')],
      [PREFIXES, [...this.#prefixes].sort().join('\n')],
    ]);
    return { documents: this.#documents, general };
  }

  /** Documents that were read in part; whoever says too little about itself is among them. */
  #incomplete(): readonly DocumentRecord[] {
    this.#partly ??= this.#documents.filter((document) => !document.complete);
    return this.#partly;
  }

  /** A document that could not be read at all and may be of such a kind. */
  #unreadWhere(fits: (kind: KindDefinition) => boolean): DocumentRecord | undefined {
    return this.#unread.find(({ record, mayBeAnything }) => mayBeAnything || fits(record.kind))?.record;
  }

  #replaced(): ReadonlySet<DocumentRecord> {
    this.#superseded ??= this.#looking.apart(() => supersededDocuments(this, this.#documents));
    return this.#superseded;
  }
}
