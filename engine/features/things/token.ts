import type { Block } from '../../parse/block';
import type { Span } from '../../text/span';

/** Where the key and the value of a fact stand, relative to its block. */
export function keySpan(block: Block, fact: number): Span {
  return { start: block.spans[4 * fact] ?? 0, end: block.spans[4 * fact + 1] ?? 0 };
}

/** Where the value of a fact stands, relative to its block, without white space and quotes around it. */
export function valueSpan(block: Block, fact: number): Span {
  let start = block.spans[4 * fact + 2] ?? 0;
  let end = block.spans[4 * fact + 3] ?? 0;
  while (end > start && /\s/.test(block.text[end - 1] ?? '')) end--;
  const quote = block.text[start];
  if ((quote === '"' || quote === "'") && end > start + 1 && block.text[end - 1] === quote) {
    start++;
    end--;
  }
  return { start, end };
}

/** The first place from `from` on where a text stands as a word of its own, within `[from, to)` of `source`. */
export function findToken(source: string, text: string, from: number, to: number): Span | undefined {
  if (text === '') return undefined;
  for (let at = source.indexOf(text, from); at >= 0 && at + text.length <= to; at = source.indexOf(text, at + 1)) {
    const before = at > from ? (source[at - 1] ?? '') : '';
    const after = at + text.length < to ? (source[at + text.length] ?? '') : '';
    if (!joins(before, text[0] ?? '') && !joins(text.at(-1) ?? '', after)) return { start: at, end: at + text.length };
  }
  return undefined;
}

function joins(one: string, other: string): boolean {
  return /[\p{L}\p{N}]/u.test(one) && /[\p{L}\p{N}]/u.test(other);
}
