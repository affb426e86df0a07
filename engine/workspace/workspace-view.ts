import type { Catalogue } from '../catalogue/catalogue';
import type { Configuration } from '../configuration/configuration';
import type { Entity, FieldDefinition, KindDefinition } from '../kinds/kind';
import type { DocumentRecord, Item, Row } from '../kinds/record';
import { type AssessmentState, assessmentState, namesSystem } from './assessment-state';
import { foldId, type Names, valueOf, valuesOf } from './names';
import type { Paths } from './paths';
import { type OutsidePath, type Resolution, type ResolveContext, resolveItem, resolveLink } from './resolve';

/** What a view is made of. */
export interface ViewParts {
  /** ISO date. */
  readonly today: string;
  readonly configuration: Configuration;
  readonly catalogue: Catalogue;
  readonly kinds: readonly KindDefinition[];
  /** Every recognised document, sorted by path. */
  readonly documents: readonly DocumentRecord[];
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
  readonly documents: readonly DocumentRecord[];
  readonly names: Names;
  readonly paths: Paths;
  readonly sizeOf: (path: string) => number | undefined;
  readonly ruleIds: ReadonlySet<string>;
  readonly outsideAnswers: unknown;
  readonly #byPath: ReadonlyMap<string, DocumentRecord>;
  readonly #context: ResolveContext;
  readonly #links = new Map<string, Resolution>();
  readonly #rows = new Map<Entity, readonly Row[]>();
  readonly #kindDocuments = new Map<string, readonly DocumentRecord[]>();
  readonly #states = new Map<Row, AssessmentState>();
  readonly #memory = new Map<unknown, unknown>();
  #superseded: ReadonlySet<DocumentRecord> | undefined;

  constructor(parts: ViewParts) {
    this.today = parts.today;
    this.configuration = parts.configuration;
    this.catalogue = parts.catalogue;
    this.kinds = parts.kinds;
    this.documents = parts.documents;
    this.names = parts.names;
    this.paths = parts.paths;
    this.sizeOf = parts.sizeOf;
    this.ruleIds = parts.ruleIds;
    this.outsideAnswers = parts.outsideAnswers;
    this.#byPath = new Map(parts.documents.map((document) => [document.path, document]));
    const prefixes = new Set<string>();
    for (const named of parts.names.all())
      if (/\d/.test(named.id)) prefixes.add(foldId(named.id).replace(/\d[\s\S]*$/, ''));
    this.#context = {
      names: parts.names,
      paths: parts.paths,
      outside: parts.outside,
      prefixes,
      document: (path) => this.#byPath.get(path),
    };
  }

  /** The recognised document at a path. */
  document(path: string): DocumentRecord | undefined {
    return this.#byPath.get(path);
  }

  /** Live documents of a kind: templates and retired ones count for nothing. */
  documentsOf(...kinds: readonly string[]): readonly DocumentRecord[] {
    const key = kinds.join(' ');
    let found = this.#kindDocuments.get(key);
    if (!found) {
      found = this.documents.filter((document) => kinds.includes(document.kind.kind) && isLive(document));
      this.#kindDocuments.set(key, found);
    }
    return found;
  }

  /** Filled rows of live documents about something; documents that are one entry are rows too. */
  rows(entity: Entity): readonly Row[] {
    let found = this.#rows.get(entity);
    if (!found) {
      found = this.documents
        .filter(isLive)
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
    return this.documents.find(
      (document) => !document.complete && document.status !== 'retired' && holds(document.kind, entity),
    );
  }

  /** An incomplete document of one of these kinds. */
  incompleteOf(...kinds: readonly string[]): DocumentRecord | undefined {
    return this.documents.find((document) => !document.complete && kinds.includes(document.kind.kind));
  }

  /** A document that may say more about itself than could be read: then nothing may be said about what no document serves. */
  get incompleteHead(): DocumentRecord | undefined {
    return this.documents.find((document) => !document.headComplete);
  }

  /** Any document that could not be read in full. */
  get incomplete(): DocumentRecord | undefined {
    return this.documents.find((document) => !document.complete);
  }

  /** Where an item of a field leads. */
  resolve(from: string, item: Item, field: FieldDefinition): Resolution {
    return resolveItem(this.#context, from, item, field);
  }

  /** Where the address of a link leads. */
  resolveLink(from: string, address: string): Resolution {
    const key = `${from}\u0000${address}`;
    const known = this.#links.get(key) ?? resolveLink(this.#context, from, address);
    this.#links.set(key, known);
    return known;
  }

  /** Live impact assessments that name a system. */
  assessmentsOf(system: Row): readonly DocumentRecord[] {
    return this.documentsOf('ai-impact-assessment').filter((assessment) =>
      namesSystem(this, assessment.metadata, system),
    );
  }

  /** The state of a system's impact assessment. */
  assessmentState(system: Row): AssessmentState {
    let state = this.#states.get(system);
    if (!state) {
      state = assessmentState(this, system);
      this.#states.set(system, state);
    }
    return state;
  }

  /** Computes something about this state once; several rules ask the same. `key` is unique to what is computed. */
  remember<Value>(key: unknown, compute: () => Value): Value {
    if (!this.#memory.has(key)) this.#memory.set(key, compute());
    return this.#memory.get(key) as Value;
  }

  /** True where another live document says it replaces this one. */
  isSuperseded(document: DocumentRecord): boolean {
    this.#superseded ??= this.#findSuperseded();
    return this.#superseded.has(document);
  }

  /** Live documents that name a control or clause in their metadata. */
  documentsServing(field: 'controls' | 'clauses', id: string): readonly DocumentRecord[] {
    const byId = this.remember(`serving ${field}`, () => {
      const found = new Map<string, DocumentRecord[]>();
      for (const document of this.documents) {
        if (document.status === 'retired') continue;
        for (const value of new Set(valuesOf(document.metadata, field).map(foldId))) {
          const list = found.get(value);
          if (list) list.push(document);
          else found.set(value, [document]);
        }
      }
      return found;
    });
    return byId.get(foldId(id)) ?? [];
  }

  /** The register row or document with an id, where it is exactly one. */
  named(id: string): { readonly row: Row; readonly document: DocumentRecord } | undefined {
    const found = this.names.byId(id);
    return found.length === 1 ? found[0] : undefined;
  }

  #findSuperseded(): ReadonlySet<DocumentRecord> {
    const found = new Set<DocumentRecord>();
    for (const document of this.documents.filter(isLive)) {
      const field = document.metadata.fields.get('supersedes');
      // A draft of the next version does not yet put the one in force out of it.
      if (field?.state !== 'filled' || document.status === 'draft' || document.status === 'in_review') continue;
      for (const item of field.items) {
        const target = this.resolve(document.path, item, field.definition);
        const other =
          target.type === 'named' ? target.named.document : target.type === 'file' ? target.document : undefined;
        if (
          other &&
          other !== document &&
          valueOf(other.metadata, 'approved_on') <= (valueOf(document.metadata, 'approved_on') || '9999')
        )
          found.add(other);
      }
    }
    return found;
  }
}

/** True for documents that count: templates and retired ones do not. */
export function isLive(document: DocumentRecord): boolean {
  return document.status !== 'template' && document.status !== 'retired';
}

function holds(kind: KindDefinition, entity: Entity): boolean {
  if (kind.single === entity || kind.rows.some((row) => row.entity === entity)) return true;
  return entity === 'assessment' && kind.kind === 'ai-impact-assessment';
}
