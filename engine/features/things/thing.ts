import type { Topic } from '../../catalogue/catalogue';
import type { FieldDefinition, KindDefinition, RowDefinition, SectionDefinition } from '../../kinds/kind';
import type { DocumentRecord, Row } from '../../kinds/record';
import type { Span } from '../../text/span';
import type { Basis } from '../../workspace/ai-act-basis';
import type { Named } from '../../workspace/names';

/** What a stretch of a document means. */
export type Meaning =
  | { readonly is: 'control' | 'clause' | 'group'; readonly id: string; readonly row: Row | undefined }
  /** A register row or document, by its id or name; `defines` where it is this very row. */
  | { readonly is: 'named'; readonly named: Named; readonly defines: boolean }
  /** A file of the root (or beside it), with the place in it that is meant. */
  | {
      readonly is: 'path';
      readonly path: string;
      readonly fragment: string;
      readonly document: DocumentRecord | undefined;
      readonly row: Row | undefined;
    }
  | { readonly is: 'address'; readonly url: string }
  /** The name of a field: a key, a label or a column. */
  | { readonly is: 'field'; readonly field: FieldDefinition; readonly rows: RowDefinition | undefined }
  /** The key of a list of rows. */
  | { readonly is: 'list'; readonly rows: RowDefinition }
  /** One of a field's values; `value` is empty where it is none of them. */
  | { readonly is: 'value'; readonly field: FieldDefinition; readonly value: string; readonly text: string }
  | { readonly is: 'date'; readonly field: string; readonly iso: string; readonly row: Row | undefined }
  | { readonly is: 'section'; readonly section: SectionDefinition }
  | { readonly is: 'kind'; readonly kind: KindDefinition }
  | { readonly is: 'framework'; readonly id: string }
  /** An objective or risk source of Annex C. */
  | { readonly is: 'topic'; readonly topic: Topic }
  /** Articles and points of the AI Act. */
  | { readonly is: 'law'; readonly basis: Basis }
  | { readonly is: 'rule'; readonly rule: string }
  /** A key or value of `aims.yaml`. */
  | { readonly is: 'setting'; readonly name: string; readonly help: string; readonly values: readonly string[] }
  | { readonly is: 'placeholder' };

/** Something that stands somewhere, with what it means. Offsets count from the start of the file. */
export interface Thing {
  readonly span: Span;
  readonly meaning: Meaning;
}
