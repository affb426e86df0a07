import type { ParsedDocument, Piece } from './block';

const KEY = /^(?:"[^"\n]*"|'[^'\n]*'|[^\s#\-"'[\]{},&*!|>%@`:][^:#\n]*?|-[^\s:#][^:#\n]*?)[ \t]*:(?=[ \t\r\n]|$)/;
/** An anchor, alias or tag at the start of a value; a directive; a second document: only the library knows. It sees one line. */
const NEEDS_LIBRARY = /(?:^|[:,[{?-])[ \t]*[&*!][^\s*&!]|^%|^\.\.\.|^[?] /m;

/** Where a piece begins. */
interface Cut {
  readonly at: number;
  readonly kind: 'entry' | 'item';
  readonly context: string;
}

/** What the reading of lines knows at the beginning of a piece. */
interface Beginning {
  readonly at: number;
  /** True at the beginning of the text. */
  readonly first: boolean;
  /** The top-level key above. */
  readonly list: string;
  /** The column of the dashes of that key's list; -1 before the first. */
  readonly indent: number;
}

const TOP: Beginning = { at: 0, first: true, list: '', indent: -1 };

/**
 * Cuts a YAML text at its top-level keys and at the items of its top-level lists. A text that uses anchors, tags,
 * directives or several documents is one piece.
 */
export function splitYaml(text: string, offset: number, frontMatter: boolean): Piece[] {
  const whole: Piece[] = [{ kind: 'yaml', start: offset, text, context: '', frontMatter }];
  if (NEEDS_LIBRARY.test(text)) return whole;
  const cuts: Cut[] = [];
  for (const cut of cutsFrom(text, TOP)) {
    if (!cut) return whole;
    cuts.push(cut);
  }
  return cuts.length === 0 ? whole : piecesOf(cuts, text, text.length, offset, frontMatter);
}

/** What replaces some pieces of a text after one change in it. */
export interface Resplit {
  /** The pieces from `from` up to `until` (exclusive) are replaced; those after it move by `shift`. */
  readonly from: number;
  readonly until: number;
  readonly shift: number;
  readonly pieces: readonly Piece[];
}

/**
 * Cuts a text anew only around a change, where that is certain to be what cutting it as a whole gives: from the piece
 * before the change until the cuts meet the old ones again. Undefined where it is not certain.
 */
export function resplitYaml(
  before: { readonly text: string; readonly parsed: ParsedDocument },
  text: string,
): Resplit | undefined {
  const { blocks, starts } = before.parsed;
  if (blocks.length < 3 || blocks[0]?.kind === 'yaml' || blocks[0]?.frontMatter !== false) return undefined;
  const { prefix, suffix } = sameEnds(before.text, text);
  const changedUntil = text.length - suffix;
  const lineStart = text.lastIndexOf('\n', prefix - 1) + 1;
  const lineEnd = text.indexOf('\n', changedUntil);
  if (NEEDS_LIBRARY.test(text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd))) return undefined;
  // What stands just before a piece may belong to it, so the cutting begins one piece earlier than the change.
  const from = Math.max(0, pieceAt(starts, prefix) - 1);
  const beginning = from === 0 ? TOP : beginningOf(before.parsed, from);
  if (!beginning) return undefined;
  const shift = text.length - before.text.length;
  const cuts: Cut[] = [];
  let until = blocks.length;
  for (const cut of cutsFrom(text, beginning)) {
    if (!cut) return undefined;
    if (cut.at >= changedUntil) {
      const old = pieceAt(starts, cut.at - shift);
      const block = blocks[old];
      if (starts[old] === cut.at - shift && block?.kind === cut.kind && block.context === cut.context && old > from) {
        until = old;
        break;
      }
    }
    cuts.push(cut);
  }
  if (cuts.length === 0 || (from > 0 && cuts[0]?.at !== beginning.at)) return undefined;
  const end = until < blocks.length ? (starts[until] ?? 0) + shift : text.length;
  const pieces = piecesOf(cuts, text, end, 0, false, from > 0);
  return { from, until, shift, pieces };
}

/** The cuts from the beginning of a piece on; undefined for a line that only the library understands. */
function* cutsFrom(text: string, beginning: Beginning): Generator<Cut | undefined, void, void> {
  let { list, indent: itemIndent, first: mayStart } = beginning;
  let mayHoldList = true;
  /** Comment lines just before: they belong to what follows, unless they stand deeper, as the text of a block does. */
  let comments: { at: number; width: number }[] = [];
  let lineStart = beginning.at;
  while (lineStart < text.length) {
    let lineEnd = text.indexOf('\n', lineStart);
    lineEnd = lineEnd < 0 ? text.length : lineEnd + 1;
    let indent = lineStart;
    while (text.charCodeAt(indent) === 32) indent++;
    const first = text.charCodeAt(indent);
    const width = indent - lineStart;
    if (first === 35 /* # */) {
      comments.push({ at: lineStart, width });
    } else if (Number.isNaN(first) || first === 10 || first === 13) {
      // A blank line ends a run of comments only for what follows: the comments stay with the next piece.
    } else {
      const dash = first === 45 && /^-(?:[ \t\r\n]|$)/.test(text.slice(indent, indent + 2));
      let at = lineStart;
      for (let index = comments.length - 1; (comments[index]?.width ?? width + 1) <= width; index--)
        at = comments[index]?.at ?? at;
      if (dash && mayHoldList && (itemIndent < 0 || width === itemIndent)) {
        itemIndent = width;
        mayStart = false;
        yield { at, kind: 'item', context: list };
      } else if (width === 0) {
        const line = text.slice(lineStart, lineEnd);
        if (mayStart && /^---[ \t]*\r?\n?$/.test(line)) {
          lineStart = lineEnd;
          continue;
        }
        const key = KEY.exec(line);
        if (!key) {
          yield undefined;
          return;
        }
        list = key[0]
          .slice(0, -1)
          .trim()
          .replace(/^["']|["']$/g, '');
        mayHoldList = /^[ \t]*(?:#.*)?\r?\n?$/.test(line.slice(key[0].length));
        itemIndent = -1;
        mayStart = false;
        yield { at, kind: 'entry', context: '' };
      } else if (itemIndent < 0) {
        mayHoldList = false;
      }
      if (comments.length > 0) comments = [];
    }
    lineStart = lineEnd;
  }
}

/** Texts between cuts; what stands before the very first belongs to it. */
function piecesOf(
  cuts: readonly Cut[],
  text: string,
  last: number,
  offset: number,
  frontMatter: boolean,
  goesOn = false,
): Piece[] {
  return cuts.map(({ at, kind, context }, index) => {
    const start = index === 0 && !goesOn ? 0 : at;
    const end = cuts[index + 1]?.at ?? last;
    return { kind, start: offset + start, text: text.slice(start, end), context, frontMatter };
  });
}

/** What the reading of lines knew where a piece begins; undefined where the piece does not show it. */
function beginningOf({ blocks, starts }: ParsedDocument, index: number): Beginning | undefined {
  const block = blocks[index];
  const at = starts[index];
  if (!block || at === undefined) return undefined;
  // A key begins anew, whatever stood above it.
  if (block.kind === 'entry') return { at, first: false, list: '', indent: -1 };
  const dash = /^(?:[ ]*(?:#[^\n]*|\r?)\n)*([ ]*)-/.exec(block.text);
  return dash ? { at, first: false, list: block.context, indent: dash[1]?.length ?? 0 } : undefined;
}

/** The piece an offset lies in. */
function pieceAt(starts: Int32Array, offset: number): number {
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}

const STEP = 8_192;

/** How many characters two texts share at their beginnings and, beyond that, at their ends. */
function sameEnds(a: string, b: string): { prefix: number; suffix: number } {
  const most = Math.min(a.length, b.length);
  let prefix = 0;
  // Whole stretches are compared at once, which is much faster than character by character.
  while (prefix + STEP <= most && a.slice(prefix, prefix + STEP) === b.slice(prefix, prefix + STEP)) prefix += STEP;
  while (prefix < most && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix++;
  const rest = most - prefix;
  let suffix = 0;
  while (
    suffix + STEP <= rest &&
    a.slice(a.length - suffix - STEP, a.length - suffix) === b.slice(b.length - suffix - STEP, b.length - suffix)
  )
    suffix += STEP;
  while (suffix < rest && a.charCodeAt(a.length - suffix - 1) === b.charCodeAt(b.length - suffix - 1)) suffix++;
  return { prefix, suffix };
}
