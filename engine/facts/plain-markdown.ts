import type { Block, BlockKind, Piece } from '../parse/block';
import { FACT, FactList } from './fact-list';
import { addLabels } from './labels';
import type { PlacedBlock } from './markdown-facts';
import { mentionsIn } from './mention';
import { PHRASES } from './phrases';
import { embeddedPlaceholders, isPlaceholder } from './placeholder';
import { type PlainPart, plainWords, readPlainInline } from './plain-inline';
import { rowProblems } from './row-problems';

/** A line that could start something else than a paragraph. */
const BLOCK_START = /^[ \t]*(?:[-+=#>|]|\*(?!\*)|\d+[.)])/m;
/** An item on one line, and whether its text could start something of its own. */
const ITEM = /^([-*+]|\d{1,9}\.) (\S.*)$/;
const INNER_BLOCK = /^(?:[-+=#>|~]|\*(?!\*)|\d+[.)])/;

/** Reads a piece of simple Markdown; undefined where the library is needed. A test holds the two equal. */
export function plainBlocks(piece: Piece): PlacedBlock[] | undefined {
  if (piece.kind === 'heading') return alone(plainHeading(piece));
  if (piece.kind === 'table-row' || piece.kind === 'table-head') return alone(plainRow(piece));
  return piece.kind === 'paragraph' ? plainFlow(piece) : undefined;
}

function alone(block: Block | undefined): PlacedBlock[] | undefined {
  return block && [{ block, offset: 0 }];
}

function plainHeading(piece: Piece): Block | undefined {
  const match = /^(#{1,6})[ \t]+([^#\r\n]*[^#\s])\r?\n?$/.exec(piece.text);
  if (!match) return undefined;
  const [, marks = '', raw = ''] = match;
  const parts = readPlainInline(raw);
  const words = parts ? plainWords(parts) : '';
  if (!parts || isPlaceholder(words)) return undefined;
  const list = new FactList();
  const start = piece.text.indexOf(raw, marks.length);
  const end = start + raw.length;
  const heading = list.add(-1, FACT.heading, words, [0, end, start, end]);
  list.add(heading, FACT.level, String(marks.length), [0, marks.length, 0, marks.length]);
  addParts(list, parts, heading, start);
  return list.block({ ...piece, text: piece.text.slice(0, end) }, 'heading', []);
}

/** A paragraph, a list of one-line items, or a paragraph and a list after it. */
function plainFlow(piece: Piece): PlacedBlock[] | undefined {
  const offset = /^(?:\r?\n)*/.exec(piece.text)?.[0].length ?? 0;
  const text = withoutLineEnds(piece.text.slice(offset));
  const listAt = text.search(/^(?:[-*+]|\d{1,9}\.) /m);
  if (listAt < 0) return placed(plainParagraph(piece, text), offset);
  const paragraph = withoutLineEnds(text.slice(0, listAt));
  const list = plainList(piece, text.slice(listAt), paragraph !== '' && !/\n\r?\n$/.test(text.slice(0, listAt)));
  if (!list) return undefined;
  if (paragraph === '') return placed(list, offset + listAt);
  const block = plainParagraph(piece, paragraph);
  return (
    block && [
      { block, offset },
      { block: list, offset: offset + listAt },
    ]
  );
}

/** A text without the line ends it ends in. An expression would look at every line end in it. */
function withoutLineEnds(text: string): string {
  let end = text.length;
  while (end > 0 && (text.charCodeAt(end - 1) === 10 || text.charCodeAt(end - 1) === 13)) end--;
  return text.slice(0, end);
}

function placed(block: Block | undefined, offset: number): PlacedBlock[] | undefined {
  return block && [{ block, offset }];
}

function plainParagraph(piece: Piece, text: string): Block | undefined {
  // Spaces at the end belong to the paragraph only sometimes; a blank line inside is more than one paragraph.
  if (/^\s|\s$| \r?\n|\n[ \t]*\r?\n|\|/.test(text) || BLOCK_START.test(text)) return undefined;
  const parts = readPlainInline(text);
  if (!parts) return undefined;
  const list = new FactList();
  const words = plainWords(parts);
  list.add(-1, FACT.content, isPlaceholder(words) ? 'placeholder' : 'filled', [0, 0, 0, text.length]);
  addLabels(list, text);
  addPlaceholder(list, words, 0, text.length);
  addParts(list, parts, -1, 0);
  return finished(list, piece, text, 'paragraph', words);
}

function plainList(piece: Piece, text: string, interrupts: boolean): Block | undefined {
  const items: { parts: PlainPart[]; words: string; start: number; end: number }[] = [];
  let sort = '';
  let start = 0;
  for (const line of text.split('\n')) {
    const match = ITEM.exec(line.replace(/\r$/, ''));
    const [, marker = '', raw = ''] = match ?? [];
    const own = marker.length > 1 ? '1' : marker;
    if (!match || (sort !== '' && own !== sort) || /\s$|\|/.test(raw) || INNER_BLOCK.test(raw)) return undefined;
    // Only a list that starts with 1 may follow a paragraph without a blank line.
    if (sort === '' && interrupts && own === '1' && marker !== '1.') return undefined;
    sort = own;
    const parts = readPlainInline(raw);
    if (!parts) return undefined;
    const from = start + marker.length + 1;
    items.push({ parts, words: plainWords(parts), start: from, end: from + raw.length });
    start += line.length + 1;
  }
  const list = new FactList();
  const said = items.some(({ words }) => !isPlaceholder(words.replace(/^[^:]{1,60}:\s*(?=.)/, '')));
  list.add(-1, FACT.items, String(items.length), [0, 0, 0, text.length]);
  list.add(-1, FACT.content, said ? 'filled' : 'placeholder', [0, 0, 0, text.length]);
  addLabels(list, text);
  for (const item of items) {
    addPlaceholder(list, item.words, item.start, item.end);
    addParts(list, item.parts, -1, item.start);
  }
  return finished(list, piece, text, 'list', items.map(({ words }) => words).join('\n'));
}

function finished(list: FactList, piece: Piece, text: string, kind: BlockKind, words: string): Block {
  for (const phrase of PHRASES) {
    if (phrase.pattern.test(words)) list.add(-1, FACT.phrase, phrase.name, [0, 0, 0, text.length]);
  }
  return list.block({ ...piece, text }, kind, []);
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
  return list.block(piece, piece.kind, rowProblems(piece));
}

function addPlaceholder(list: FactList, words: string, start: number, end: number): void {
  if (isPlaceholder(words) && embeddedPlaceholders(words).length === 0)
    list.add(-1, FACT.placeholder, words, [start, end, start, end]);
}

/** Links, code and ids, in the order and with the places that the library's tree gives. */
function addParts(list: FactList, parts: readonly PlainPart[], parent: number, base: number): void {
  for (const { type, start, end, words, wordsStart, address } of parts) {
    const [from, to] = [base + start, base + end];
    if (type === 'code') {
      if (/[./]/.test(words) && !/\s{2}/.test(words)) list.add(parent, FACT.code, words, [from, to, from + 1, to - 1]);
      continue;
    }
    if (type === 'link') list.add(parent, FACT.link, address, [from, to, to - 1 - address.length, to - 1]);
    for (const mention of mentionsIn(words)) {
      const span = [base + wordsStart + mention.start, base + wordsStart + mention.end] as const;
      list.add(parent, FACT.mention, mention.id, [...span, ...span]);
    }
  }
}
