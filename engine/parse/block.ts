/** What a piece of text is. `entry` and `item` are YAML (a top-level key; an item of a top-level list). */
export type BlockKind =
  | 'entry'
  | 'item'
  | 'yaml'
  | 'heading'
  | 'paragraph'
  | 'list'
  | 'table-head'
  | 'table-row'
  | 'code'
  | 'html'
  | 'other'
  | 'csv-head'
  | 'csv-row';

/** Where a piece of a document starts and what it is, before it is parsed. */
export interface Piece {
  readonly kind: BlockKind;
  readonly start: number;
  readonly text: string;
  /** The top-level YAML list an item belongs to; the header line of a table row; else empty. */
  readonly context: string;
  /** True for YAML that stands in the front matter of a Markdown document. */
  readonly frontMatter: boolean;
}

/** Why a piece of text could not be read. Offsets are relative to the piece (or to the file, in a document's list). */
export interface Problem {
  readonly code:
    | 'yaml'
    | 'duplicate-key'
    | 'front-matter'
    | 'conflict-marker'
    | 'csv'
    | 'encoding'
    | 'markdown'
    | 'size';
  readonly start: number;
  readonly end: number;
  /** The parser's own words, or what stands there; filled into the message. */
  readonly detail: string;
  /** False where everything could be read all the same. */
  readonly hides: boolean;
}

/** Position-free. `facts[i]` owns `spans[4i … 4i+3]`: key start and end, value start and end, relative to the block. */
export interface Fact {
  /** Index of the fact this one belongs to, or -1. */
  readonly parent: number;
  /** A YAML key, a column number, an index in a list, or one of the names that start with `#`. */
  readonly key: string | number;
  /** Null for a map or a list. Scalars are kept as written: `1.10` stays `1.10`. */
  readonly value: string | null;
}

/** What a block of simple prose holds, before its facts are made. It says something, and has no other facts that count. */
export interface Outline {
  readonly heading: { readonly title: string; readonly level: number } | undefined;
  readonly isList: boolean;
  /** Its links and ids in order, with the index that each has among the facts. */
  readonly found: readonly { readonly key: '#link' | '#mention'; readonly value: string; readonly fact: number }[];
}

/** One piece of text parsed on its own. Unchanged text keeps this very object. */
export interface Block {
  readonly kind: BlockKind;
  readonly context: string;
  readonly frontMatter: boolean;
  readonly text: string;
  readonly facts: readonly Fact[];
  readonly spans: readonly number[];
  readonly problems: readonly Problem[];
  /** True where it holds keys, cells and their values only: no heading, link, id in prose, placeholder or comment. */
  readonly isData: boolean;
  /** Undefined where only the facts say it. */
  readonly outline: Outline | undefined;
}

/** A document as blocks. `starts[i]` is where `blocks[i]` starts in the file. */
export interface ParsedDocument {
  readonly blocks: readonly Block[];
  readonly starts: Int32Array;
  /** Problems of the file as a whole, with offsets in the file. */
  readonly problems: readonly Problem[];
  /** False where some of the text could not be read, so that nothing may be called missing because of it. */
  readonly complete: boolean;
  /** Indexes of the blocks with problems. */
  readonly withProblems: readonly number[];
}
