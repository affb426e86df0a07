import type { Severity } from '../configuration/configuration';
import type { DocumentRecord, Item, Row, Section } from '../kinds/record';

/** Where a finding stands, said logically; the engine computes the range and falls back to the nearest parent. */
export type Place =
  | { readonly on: 'file'; readonly path: string }
  | { readonly on: 'span'; readonly path: string; readonly start: number; readonly end: number }
  | { readonly on: 'row'; readonly row: Row }
  | { readonly on: 'field'; readonly row: Row; readonly field: string; readonly item?: Item; readonly key?: boolean }
  | { readonly on: 'section'; readonly document: DocumentRecord; readonly section: Section }
  | { readonly on: 'list'; readonly document: DocumentRecord; readonly list: string }
  | { readonly on: 'fact'; readonly path: string; readonly block: number; readonly fact: number }
  | { readonly on: 'configuration'; readonly keys: readonly (string | number)[]; readonly key?: boolean };

/** Values that fill the named places of a message. */
export type MessageData = Readonly<Record<string, string | number>>;

/** What a rule reports. */
export interface Report {
  readonly at: Place;
  /** Key of one of the rule's messages. */
  readonly message: string;
  readonly data?: MessageData;
  /** Another severity than the rule's, where the rule's page says so. */
  readonly severity?: Severity;
  /** True where the two levels are the rule's own: a draft does not soften them again. */
  readonly final?: boolean;
  readonly related?: readonly { readonly at: Place; readonly message: string; readonly data?: MessageData }[];
  /** Clauses and controls beside the rule's own, such as the control of the row. */
  readonly references?: readonly string[];
}

/** A report after the severity policy: what every face shows. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly data: MessageData;
  readonly at: Place;
  /** The document it stands in. */
  readonly path: string;
  readonly references: readonly string[];
  readonly related: readonly { readonly at: Place; readonly message: string; readonly data: MessageData }[];
  /** Row id and field, for exceptions and fingerprints; never a line. */
  readonly where: string;
}
