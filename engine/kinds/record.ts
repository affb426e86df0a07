import type { Language } from '../facts/read-document';
import type { Entity, FieldDefinition, KindDefinition, RowDefinition } from './kind';

/** Where a value stands: a block counted from the row's first block, a fact in it. */
export interface FactPlace {
  readonly block: number;
  readonly fact: number;
}

/** One of the values of a field. */
export interface Item {
  /** As written, without markup. */
  readonly text: string;
  /** Canonical: an enum value, an ISO date, an id without decoration; else the text. */
  readonly value: string;
  readonly at: FactPlace;
  /** The address, where the item is a link; the path, where it stands in backticks. */
  readonly link: string | undefined;
  /** The keys of an item that is a map, such as `{ ref, date }`. */
  readonly parts: ReadonlyMap<string, { readonly text: string; readonly at: FactPlace }>;
}

/** The content of a map field; a list has its indexes as keys. */
export interface MapValue {
  readonly [key: string]: string | MapValue;
}

/** A field of a row or document as it was read. */
export interface FieldValue {
  readonly definition: FieldDefinition;
  readonly at: FactPlace;
  /** The whole value as written, without markup. */
  readonly text: string;
  /** The canonical value of a single one; empty where it is not filled or cannot be read. */
  readonly value: string;
  readonly items: readonly Item[];
  readonly state: 'filled' | 'empty' | 'placeholder';
  /** What stands in a field of type `map`; undefined for others. */
  readonly map: MapValue | undefined;
  /** Why a filled value could not be read. */
  readonly problem: 'invalid-date' | 'ambiguous-date' | 'unknown-value' | undefined;
}

/** A typed set of fields: a row of a register, or the metadata of a document. */
export interface Row {
  readonly entity: Entity;
  /** Root-relative path of the document. */
  readonly path: string;
  /** Index of the row's first block in its document. */
  readonly block: number;
  /** The id as written (a control id in canonical form); empty where the row has none. */
  readonly id: string;
  readonly fields: ReadonlyMap<string, FieldValue>;
  /** Row fields in the form's own order; undefined for the metadata of a document. */
  readonly definition: RowDefinition | undefined;
  /** The framework of a control decision; `undecided` where nothing says it. */
  readonly framework: string;
  /** True where every field but the identity is empty. */
  readonly unfilled: boolean;
}

/** A field with a value, and whose it is. */
export interface FilledField {
  readonly row: Row;
  readonly field: FieldValue;
}

/** A heading with what stands under it. */
export interface Section {
  readonly title: string;
  readonly level: number;
  /** The anchor GitHub gives it. */
  readonly slug: string;
  readonly block: number;
  readonly fact: number;
  /** First block after the section and its subsections. */
  readonly endBlock: number;
  /** The expected section of the kind that it is, if any. */
  readonly expected: string | undefined;
  readonly content: 'filled' | 'placeholder' | 'empty';
  /** True where it holds a list item or a table row. */
  readonly enumerates: boolean;
}

/** Something written somewhere in a document: a link, an id, a placeholder, a comment. */
export interface Place {
  readonly value: string;
  readonly block: number;
  readonly fact: number;
}

/** A table as the document has it: its heading cells and the rows' first blocks. */
export interface TablePlace {
  readonly headBlock: number;
  readonly columns: readonly { readonly title: string; readonly field: string | undefined }[];
  readonly rowBlocks: readonly number[];
  readonly definition: RowDefinition | undefined;
}

/** A fact of the document itself that stands twice with different values; the first form wins (design: format, metadata). */
export interface MetadataConflict {
  readonly field: string;
  /** The value that was not taken. Its place counts from the start of the document. */
  readonly other: FieldValue;
}

/** One line of a document's change log. */
export interface HistoryEntry {
  readonly version: string;
  /** ISO date; empty where it cannot be read. */
  readonly date: string;
  readonly block: number;
  /** The cell of the date. */
  readonly fact: number;
}

/** Everything the engine knows of one document, without positions. */
export interface DocumentRecord {
  readonly path: string;
  readonly language: Language;
  readonly kind: KindDefinition;
  readonly recognised: 'declared' | 'configured' | 'shape';
  /** Why it was taken for this kind, in words a user sees. */
  readonly why: string;
  readonly metadata: Row;
  readonly rows: readonly Row[];
  /** What its rows are about, and what it is itself. */
  readonly entities: ReadonlySet<Entity>;
  /** Every field with a value, of the document and of its filled rows, in order. */
  readonly filled: readonly FilledField[];
  /** Those of them that are a date, or whose items may hold one. */
  readonly dated: readonly FilledField[];
  readonly sections: readonly Section[];
  readonly tables: readonly TablePlace[];
  readonly links: readonly Place[];
  /** Labels of `[text][label]` that nothing in the document defines. */
  readonly undefinedLabels: readonly Place[];
  readonly mentions: readonly Place[];
  readonly placeholders: readonly Place[];
  readonly comments: readonly Place[];
  readonly phrases: ReadonlySet<string>;
  readonly conflicts: readonly MetadataConflict[];
  /** The change log, where the document has one. */
  readonly history: readonly HistoryEntry[];
  /** Names that HTML in the document gives to places, for links to them. */
  readonly anchors: ReadonlySet<string>;
  /** `template` and `retired` documents count for nothing. Governing documents and assessments are draft until approved. */
  readonly status: 'template' | 'draft' | 'in_review' | 'approved' | 'retired' | 'none';
  /** The document's id as written, else its path without ending. */
  readonly id: string;
  readonly title: string;
  /** False where some of it could not be read. */
  readonly complete: boolean;
  /** False where something that the document says about itself may be among it: its id, status or controls. */
  readonly headComplete: boolean;
}
