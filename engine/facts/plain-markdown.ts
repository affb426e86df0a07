import type { Block, BlockKind, Piece } from '../parse/block';
import { FACT, FactList } from './fact-list';
import { addLabels } from './labels';
import type { PlacedBlock } from './markdown-facts';
import { mentionsIn } from './mention';
import { addPhrases, type Phrase } from './phrases';
import { embeddedPlaceholders, isPlaceholder } from './placeholder';
import { type PlainPart, plainWords, readPlainInline } from './plain-inline';
import { rowProblems } from './row-problems';

/** How something starts that is no paragraph, behind the spaces of a line. */
const BLOCK_START = /^(?:[-+=#>|]|\*(?!\*)|\d+[.)])/;
/** How an item of a list starts. */
const MARKER = /^(?:[-*+]|\d{1,9}\.) (?=\S)/;
const INNER_BLOCK = /^(?:[-+=#>|~]|\*(?!\*)|\d+[.)])/;

/** Reads a piece of simple Markdown; undefined where the library is needed. A test holds the two equal. */
export function plainBlocks(piece: Piece, phrases: readonly Phrase[]): readonly PlacedBlock[] | undefined {
  if (piece.kind === 'heading') return placed(plainHeading(piece), 0);
  if (piece.kind === 'table-row' || piece.kind === 'table-head') return placed(plainRow(piece), 0);
  return piece.kind === 'paragraph' ? plainFlow(piece, phrases) : undefined;
}

function placed(block: Block | undefined, offset: number): PlacedBlock[] | undefined {
  return block && [{ block, offset }];
}

function plainHeading(piece: Piece): Block | undefined {
  const line = withoutLineEnds(piece.text);
  let level = 0;
  while (line[level] === '#') level++;
  const raw = line.slice(level).trim();
  const isPlain = raw !== '' && line.endsWith(raw) && (line[level] === ' ' || line[level] === '\t');
  // Marks at the end of a heading may close it.
  if (level > 6 || !isPlain || /[#\r\n]/.test(raw)) return undefined;
  const parts = readPlainInline(raw);
  const words = parts ? plainWords(parts) : '';
  if (!parts || isPlaceholder(words)) return undefined;
  const list = new FactList();
  const start = piece.text.indexOf(raw, level);
  const end = start + raw.length;
  const heading = list.add(-1, FACT.heading, words, [0, end, start, end]);
  list.add(heading, FACT.level, String(level), [0, level, 0, level]);
  addParts(list, parts, heading, start);
  return list.block(piece, 'heading', piece.text.slice(0, end));
}

/** A paragraph, a list of one-line items, or a paragraph and a list after it. */
function plainFlow(piece: Piece, phrases: readonly Phrase[]): readonly PlacedBlock[] | undefined {
  // The library has line ends of its own beside these.
  if (/\r(?!\n)|[\u2028\u2029]/.test(piece.text)) return undefined;
  const offset = leadingLineEnds(piece.text);
  const text = withoutLineEnds(offset === 0 ? piece.text : piece.text.slice(offset));
  const listAt = firstItem(text);
  if (listAt < 0) return placed(plainParagraph(piece, text, phrases), offset);
  const paragraph = withoutLineEnds(text.slice(0, listAt));
  const interrupts = paragraph !== '' && !/\n\r?\n$/.test(text.slice(0, listAt));
  const list = plainList(piece, text.slice(listAt), interrupts, phrases);
  if (!list) return undefined;
  if (paragraph === '') return placed(list, offset + listAt);
  const block = plainParagraph(piece, paragraph, phrases);
  return (
    block && [
      { block, offset },
      { block: list, offset: offset + listAt },
    ]
  );
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

function leadingLineEnds(text: string): number {
  return isLineEnd(text.charCodeAt(0)) ? (/^(?:\r?\n)*/.exec(text)?.[0].length ?? 0) : 0;
}

/** A text without the line ends it ends in. An expression would look at every line end in it. */
function withoutLineEnds(text: string): string {
  let end = text.length;
  while (end > 0 && isLineEnd(text.charCodeAt(end - 1))) end--;
  return end === text.length ? text : text.slice(0, end);
}

/** Where the first line starts that is an item of a list at column 0; -1 where none does. */
function firstItem(text: string): number {
  for (let start = 0; start >= 0 && start < text.length; start = nextLine(text, start)) {
    const code = text.charCodeAt(start);
    const mayBe = code === 42 || code === 43 || code === 45 || (code >= 48 && code <= 57);
    if (mayBe && /^(?:[-*+]|\d{1,9}\.) /.test(text.slice(start, start + 11))) return start;
  }
  return -1;
}

/** Where the line after the one at `start` starts; -1 where there is none. */
function nextLine(text: string, start: number): number {
  return text.indexOf('\n', start) + 1 || -1;
}

/** True where a line could start something else than a paragraph. */
function startsOther(text: string): boolean {
  for (let start = 0; start >= 0; start = nextLine(text, start)) {
    let at = start;
    while (text[at] === ' ' || text[at] === '\t') at++;
    if (!isLetter(text.charCodeAt(at)) && BLOCK_START.test(text.slice(at))) return true;
  }
  return false;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function plainParagraph(piece: Piece, text: string, phrases: readonly Phrase[]): Block | undefined {
  // Spaces at the end belong to the paragraph only sometimes; a blank line inside is more than one paragraph.
  const isSpaced = text.trim() !== text || (text.includes('\n') && / \r?\n|\n[ \t]*\r?\n/.test(text));
  if (isSpaced || text.includes('|') || startsOther(text)) return undefined;
  const parts = readPlainInline(text);
  if (!parts) return undefined;
  const list = new FactList();
  const words = plainWords(parts);
  list.add(-1, FACT.content, isPlaceholder(words) ? 'placeholder' : 'filled', [0, 0, 0, text.length]);
  addLabels(list, text);
  addPlaceholder(list, words, 0, text.length);
  addParts(list, parts, -1, 0);
  return finished(list, piece, text, 'paragraph', words, phrases);
}

interface Item {
  readonly parts: readonly PlainPart[];
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

function plainList(piece: Piece, text: string, interrupts: boolean, phrases: readonly Phrase[]): Block | undefined {
  const items = plainItems(text, interrupts);
  if (!items) return undefined;
  const list = new FactList();
  const said = items.some(({ words }) => !isPlaceholder(words.replace(/^[^:]{1,60}:\s*(?=.)/, '')));
  list.add(-1, FACT.items, String(items.length), [0, 0, 0, text.length]);
  list.add(-1, FACT.content, said ? 'filled' : 'placeholder', [0, 0, 0, text.length]);
  addLabels(list, text);
  items.forEach(({ parts, words, start, end }) => {
    addPlaceholder(list, words, start, end);
    addParts(list, parts, -1, start);
  });
  return finished(list, piece, text, 'list', items.map(({ words }) => words).join('\n'), phrases);
}

/** The items of a list, each on one line; undefined where a line is anything else. */
function plainItems(text: string, interrupts: boolean): Item[] | undefined {
  const items: Item[] = [];
  let sort = '';
  for (let start = 0; start >= 0; start = nextLine(text, start)) {
    const feed = text.indexOf('\n', start);
    const lineEnd = feed < 0 ? text.length : feed;
    const end = lineEnd > start && text.charCodeAt(lineEnd - 1) === 13 ? lineEnd - 1 : lineEnd;
    const line = text.slice(start, end);
    const marker = MARKER.exec(line)?.[0];
    if (marker === undefined) return undefined;
    const own = marker.length > 2 ? '1' : marker;
    if (sort !== '' && own !== sort) return undefined;
    // Only a list that starts with 1 may follow a paragraph without a blank line.
    if (sort === '' && interrupts && own === '1' && marker !== '1. ') return undefined;
    sort = own;
    const raw = line.slice(marker.length);
    const isOther = !isLetter(raw.charCodeAt(0)) && INNER_BLOCK.test(raw);
    if (isOther || raw.trimEnd() !== raw || raw.includes('|')) return undefined;
    const parts = readPlainInline(raw);
    if (!parts) return undefined;
    items.push({ parts, words: plainWords(parts), start: start + marker.length, end });
  }
  return items;
}

function finished(
  list: FactList,
  piece: Piece,
  text: string,
  kind: BlockKind,
  words: string,
  phrases: readonly Phrase[],
): Block {
  addPhrases(list, phrases, words, text.length);
  return list.block(piece, kind, text);
}

function plainRow(piece: Piece): Block | undefined {
  const feed = piece.text.indexOf('\n');
  const line = (piece.kind === 'table-head' && feed >= 0 ? piece.text.slice(0, feed) : piece.text).trimEnd();
  if (!line.startsWith('|') || line.length < 2) return undefined;
  const list = new FactList();
  let at = 1;
  for (let column = 0; at < line.length; column++) {
    const bar = line.indexOf('|', at);
    const end = bar < 0 ? line.length : bar;
    const raw = line.slice(at, end);
    const cell = raw.trim();
    const from = cell === '' ? at + Math.min(raw.length, 1) : at + raw.indexOf(cell);
    const parts = readPlainInline(cell);
    if (!parts) return undefined;
    const fact = list.add(-1, column, plainWords(parts), [from, from, from, from + cell.length]);
    addParts(list, parts, fact, from);
    at = end + 1;
  }
  return list.block(piece, piece.kind, piece.text, rowProblems(piece));
}

function addPlaceholder(list: FactList, words: string, start: number, end: number): void {
  if (isPlaceholder(words) && embeddedPlaceholders(words).length === 0)
    list.add(-1, FACT.placeholder, words, [start, end, start, end]);
}

/** Links, code and ids, in the order and with the places that the library's tree gives. */
function addParts(list: FactList, parts: readonly PlainPart[], parent: number, base: number): void {
  parts.forEach(({ type, start, end, words, wordsStart, address }) => {
    const from = base + start;
    const to = base + end;
    if (type === 'code') {
      if (/[./]/.test(words) && !/\s{2}/.test(words)) list.add(parent, FACT.code, words, [from, to, from + 1, to - 1]);
      return;
    }
    if (type === 'link') list.add(parent, FACT.link, address, [from, to, to - 1 - address.length, to - 1]);
    mentionsIn(words).forEach((mention) => {
      const mentionStart = base + wordsStart + mention.start;
      const mentionEnd = base + wordsStart + mention.end;
      list.add(parent, FACT.mention, mention.id, [mentionStart, mentionEnd, mentionStart, mentionEnd]);
    });
  });
}
