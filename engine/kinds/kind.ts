import type { Phrase } from '../facts/phrases';

/** What a row is about. A document that is one entry (`ai-system`) has the same entity as a row of its register. */
export type Entity =
  | 'system'
  | 'risk'
  | 'control-decision'
  | 'treatment'
  | 'model'
  | 'dataset'
  | 'resource'
  | 'supplier'
  | 'commitment'
  | 'objective'
  | 'competence'
  | 'party'
  | 'role'
  | 'incident'
  | 'concern'
  | 'nonconformity'
  | 'improvement'
  | 'change'
  | 'document-entry'
  | 'external-document'
  | 'metric'
  | 'result'
  | 'event'
  | 'audit'
  | 'finding'
  | 'decision'
  | 'process'
  | 'obligation'
  | 'issue'
  | 'awareness'
  | 'communication'
  | 'assessment'
  | 'document';

/** What a reference may lead to: a row, a document, a control or clause of a framework, or a file. */
export type Target = Entity | 'control' | 'clause' | 'path';

/** Governing documents are approved, registers are kept, records show what happened (design: format, classes). */
export type DocumentClass = 'governing' | 'register' | 'record';

/** A value a field may have, with what it means and how else people write it. */
export interface AllowedValue {
  readonly value: string;
  readonly meaning: string;
  readonly synonyms?: readonly string[];
}

/** One field of a document or row. This is the only place where it stands. */
export interface FieldDefinition {
  /** The canonical name; a dot leads into a map (`ai_act.tier`). */
  readonly name: string;
  readonly type: 'text' | 'id' | 'date' | 'enum' | 'boolean' | 'map';
  /** True where several values may stand. */
  readonly list?: boolean;
  readonly values?: readonly AllowedValue[];
  /** What the values refer to. `path` also means links and file names. */
  readonly refersTo?: readonly Target[];
  /** Of a list of maps: the keys that an item has. */
  readonly parts?: readonly FieldDefinition[];
  /** Other names people use for it, in any language; compared without case, spaces, `_` and `-`. */
  readonly synonyms?: readonly string[];
  /** From when on the field has to be filled: always, or once the document is approved. */
  readonly requiredFrom?: 'draft' | 'approved';
  /** What to write there, for a governance lead. One or two sentences. */
  readonly help: string;
}

/** A section a document of the kind is expected to have. */
export interface SectionDefinition {
  readonly id: string;
  readonly title: string;
  /** Other headings that mean it, in any language; a heading that contains one of them counts. */
  readonly synonyms: readonly string[];
  /** The question the section answers. */
  readonly help: string;
}

/** The rows that a document of a kind holds. */
export interface RowDefinition {
  readonly entity: Entity;
  /** The key of the list in YAML, such as `systems`. */
  readonly list: string;
  /** Other keys for the list. `entries` is always read. */
  readonly listSynonyms?: readonly string[];
  /** What one row is called, such as `AI system`. */
  readonly title: string;
  /** The field that names the row: its id, or for rows without ids what stands for it. */
  readonly identity: string;
  readonly fields: readonly FieldDefinition[];
}

/** One kind of document. */
export interface KindDefinition {
  readonly kind: string;
  readonly title: string;
  readonly class: DocumentClass;
  /** What it is for, one sentence for a governance lead. */
  readonly purpose: string;
  readonly clauses: readonly string[];
  readonly controls: readonly string[];
  /** Fields beyond those of its class. */
  readonly fields: readonly FieldDefinition[];
  /** All metadata fields: its own, then those of its class. Filled in by `defineKind`. */
  readonly metadata: readonly FieldDefinition[];
  readonly rows: readonly RowDefinition[];
  readonly sections: readonly SectionDefinition[];
  /** What rules look for in its prose; reading others for it would be in vain. */
  readonly phrases?: readonly Phrase[];
  /** Set where the whole document is one entry. */
  readonly single?: Entity;
  /** True where a root has only one of them in force. */
  readonly oneOf?: boolean;
  /** How a document that does not say its kind is recognised. */
  readonly shape: {
    /** Words of the first heading or the `title`. */
    readonly titles: readonly RegExp[];
    /** The file's name without folders and ending. */
    readonly fileNames: readonly RegExp[];
  };
}
