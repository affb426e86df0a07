import type { Block, Piece } from '../parse/block';
import { FACT, FactList } from './fact-list';
import { addLabels } from './labels';
import { rowProblems } from './row-problems';
import { mentionsIn } from './mention';
import { PHRASES } from './phrases';
import { isPlaceholder } from './placeholder';

/** Anything that could be markup: then the library reads the piece. */
const MARKUP = /[`*_[\]<>&\\~{}]|!\[|https?:/;
const BLOCK_START = /^[ \t]*(?:[-+=#>|]|\d+[.)])/m;

/** Reads a piece without any markup; undefined where the library is needed. A test holds the two equal. */
export function plainBlock(piece: Piece): Block | undefined {
  if (MARKUP.test(piece.text)) return undefined;
  if (piece.kind === 'heading') return plainHeading(piece);
  if (piece.kind === 'paragraph') return plainParagraph(piece);
  if (piece.kind === 'table-row') return plainRow(piece);
  return undefined;
}

function plainHeading(piece: Piece): Block | undefined {
  const match = /^(#{1,6})[ \t]+([^#\r\n]*[^#\s])\r?\n?$/.exec(piece.text);
  if (!match) return undefined;
  const [, marks = '', words = ''] = match;
  if (/TBD/.test(words) || isPlaceholder(words)) return undefined;
  const list = new FactList();
  const start = piece.text.indexOf(words, marks.length);
  const end = start + words.length;
  const heading = list.add(-1, FACT.heading, words, [0, end, start, end]);
  list.add(heading, FACT.level, String(marks.length), [0, marks.length, 0, marks.length]);
  addMentions(list, words, heading, start);
  return list.block({ ...piece, text: piece.text.slice(0, end) }, 'heading', []);
}

function plainParagraph(piece: Piece): Block | undefined {
  if (BLOCK_START.test(piece.text) || piece.text.includes('|') || /^\s/.test(piece.text)) return undefined;
  const text = piece.text.replace(/[\r\n]+$/, '');
  // Spaces at the end belong to the paragraph only sometimes; a blank line inside is more than one paragraph.
  if (/\s$|TBD/.test(text) || /\n[ \t]*\r?\n/.test(text)) return undefined;
  const list = new FactList();
  const words = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .join('\n');
  const placeholder = isPlaceholder(words);
  list.add(-1, FACT.content, placeholder ? 'placeholder' : 'filled', [0, 0, 0, text.length]);
  addLabels(list, text);
  if (placeholder) list.add(-1, FACT.placeholder, words, [0, text.length, 0, text.length]);
  addMentions(list, text, -1, 0);
  for (const phrase of PHRASES) {
    if (phrase.pattern.test(words)) list.add(-1, FACT.phrase, phrase.name, [0, 0, 0, text.length]);
  }
  return list.block({ ...piece, text }, 'paragraph', []);
}

function plainRow(piece: Piece): Block | undefined {
  const line = piece.text.trimEnd();
  if (!line.startsWith('|') || line.length < 2) return undefined;
  const list = new FactList();
  let at = 1;
  for (let column = 0; at < line.length; column++) {
    const bar = line.indexOf('|', at);
    const end = bar < 0 ? line.length : bar;
    const raw = line.slice(at, end);
    const words = raw.trim();
    const from = words === '' ? at + Math.min(raw.length, 1) : at + raw.indexOf(words);
    const fact = list.add(-1, column, words, [from, from, from, from + words.length]);
    addMentions(list, words, fact, from);
    at = end + 1;
  }
  return list.block(piece, 'table-row', rowProblems(piece));
}

function addMentions(list: FactList, text: string, parent: number, base: number): void {
  for (const mention of mentionsIn(text)) {
    const span = [base + mention.start, base + mention.end] as const;
    list.add(parent, FACT.mention, mention.id, [...span, ...span]);
  }
}
