import type { DocumentRecord } from '../kinds/record';
import type { ParsedDocument } from '../parse/block';

/** A document as one state has it. */
export interface DocumentVersion {
  readonly record: DocumentRecord;
  readonly parsed: ParsedDocument;
}

/** One document in two states. */
export interface DocumentVersions {
  readonly now: DocumentVersion;
  readonly before: DocumentVersion;
}

/** The document of an earlier state that the one at a path (root-relative, of the later state) was; undefined for a new one. */
export type EarlierDocuments = (path: string) => DocumentVersion | undefined;
