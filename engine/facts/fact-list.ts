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
    spans: readonly [number, number, number, number],
  ): number {
    this.#facts.push({ parent, key, value });
    this.#spans.push(...spans);
    if (typeof key === 'string' && key.startsWith('#')) this.#isData = false;
    return this.#facts.length - 1;
  }

  /** The block of `piece` with what was collected. */
  block(piece: Piece, kind: BlockKind, problems: readonly Problem[]): Block {
    const { context, frontMatter, text } = piece;
    return {
      kind,
      context,
      frontMatter,
      text,
      facts: this.#facts,
      spans: new Int32Array(this.#spans),
      problems,
      isData: this.#isData,
    };
  }
}
