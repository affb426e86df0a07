/** A zero-based line and character (UTF-16 units), as the Language Server Protocol counts. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Knows where each line of a text starts. Lines end at LF, CRLF or a lone CR. */
export class LineIndex {
  readonly #text: string;
  /** Found when somebody asks first: most texts are read and nothing in them is pointed at. */
  #found: readonly number[] | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  get #starts(): readonly number[] {
    this.#found ??= lineStarts(this.#text);
    return this.#found;
  }

  /** How many lines there are; an empty text has one. */
  get count(): number {
    return this.#starts.length;
  }

  /** The position of an offset; offsets outside the text are moved to its nearest end. */
  positionAt(offset: number): Position {
    const wanted = Math.max(0, Math.min(offset, this.#text.length));
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= wanted) low = middle;
      else high = middle;
    }
    return { line: low, character: wanted - (this.#starts[low] ?? 0) };
  }

  /** The offset of a position; a line past the end gives the end of the text. */
  offsetAt(position: Position): number {
    const start = this.#starts[position.line];
    if (start === undefined) return position.line < 0 ? 0 : this.#text.length;
    const next = this.#starts[position.line + 1] ?? this.#text.length + 1;
    return Math.max(start, Math.min(start + position.character, next - 1, this.#text.length));
  }

  /** The offset where the line of `offset` starts. */
  lineStart(offset: number): number {
    return this.#starts[this.positionAt(offset).line] ?? 0;
  }
}

function lineStarts(text: string): number[] {
  // Looking for one character is much faster than looking at each; few texts have a CR that stands alone.
  if (text.includes('\r') && /\r(?!\n)/.test(text))
    return [0, ...Array.from(text.matchAll(/\r\n?|\n/g), (match) => match.index + match[0].length)];
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
