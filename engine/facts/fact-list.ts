import type { Block, BlockKind, Fact, Piece, Problem } from '../parse/block';

/** Names of facts that are no keys of the document: what a Markdown block holds beside labels and cells. */
export const FACT = {
  /** A heading's text; its child `#level` says how deep. */
  heading: '#heading',
  level: '#level',
  /** What a block says: `filled`, `placeholder` or `empty`. Prose gives this and never its words. */
  content: '#content',
  /** The address of a link, image or definition. */
  link: '#link',
  /** The label of `[text][label]` where the piece knows no definition of it. */
  label: '#label',
  /** An id written in prose, a heading or a cell. */
  mention: '#mention',
  /** A placeholder inside prose. */
  placeholder: '#placeholder',
  /** Text in backticks that could be a path. */
  code: '#code',
  /** The text of a comment that speaks to us. */
  comment: '#comment',
  /** A phrase that a kind declares, by its name. */
  phrase: '#phrase',
  /** A list with this many items. */
  items: '#items',
} as const;

const NO_PROBLEMS: readonly Problem[] = [];

/** Collects the facts of one block with their spans. */
export class FactList {
  readonly #facts: Fact[] = [];
  readonly #spans: number[] = [];
  #isData = true;

  /** Adds a fact and returns its index. Offsets are relative to the block. */
  add(
    parent: number,
    key: string | number,
    value: string | null,
    spans: readonly [keyStart: number, keyEnd: number, valueStart: number, valueEnd: number],
  ): number {
    // Taken out one by one: to take a list apart needs an iterator, and this runs for every fact there is.
    this.#spans.push(spans[0], spans[1], spans[2], spans[3]);
    if (typeof key === 'string' && key.charCodeAt(0) === 35) this.#isData = false;
    return this.#facts.push({ parent, key, value }) - 1;
  }

  /** The block of what was collected; `text` is the part of the piece that it stands in. */
  block(
    { context, frontMatter }: Pick<Piece, 'context' | 'frontMatter'>,
    kind: BlockKind,
    text: string,
    problems: readonly Problem[] = NO_PROBLEMS,
  ): Block {
    // Copies have no room for more: what is collected in grows by sixteen at a time, and blocks stay in memory.
    const facts = this.#facts.slice();
    const spans = this.#spans.slice();
    return { kind, context, frontMatter, text, facts, spans, problems, isData: this.#isData, outline: undefined };
  }
}
