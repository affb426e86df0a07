import type { Nodes, Table, TableRow } from 'mdast';
import type { Block, BlockKind, Piece } from '../parse/block';
import type { MarkdownParser } from '../parse/markdown';
import { definitionsFor, type LinkDefinitions } from '../parse/markdown-split';
import type { Span } from '../text/span';
import { FACT, FactList } from './fact-list';
import { addLabels } from './labels';
import { mentionsIn } from './mention';
import { addPhrases, type Phrase } from './phrases';
import { embeddedPlaceholders, isPlaceholder } from './placeholder';
import { plainBlocks } from './plain-markdown';
import { rowProblems } from './row-problems';
import { simpleBlocks } from './simple-prose';

/** `[text][label]` as it stands in a text that is no link: nothing defines the label. Footnotes and indexes are none. */
const LABELLED = /(?<![\p{L}\p{N}\])\\])\[([^[\]\n]+)\]\[(\p{L}[^[\]\n]*|\d+)\](?![[(:])/gu;

/** A block of a piece, and where it starts inside the piece. */
export interface PlacedBlock {
  readonly block: Block;
  readonly offset: number;
}

/** What a piece of Markdown is read with. */
export interface ReadWith {
  readonly parse: MarkdownParser;
  /** The link definitions of the document. */
  readonly definitions: LinkDefinitions;
  /** The phrases to look for in prose. */
  readonly phrases: readonly Phrase[];
}

/** The blocks of one piece of Markdown. */
export function markdownBlocks(piece: Piece, readWith: ReadWith): readonly PlacedBlock[] {
  const { phrases } = readWith;
  const simple = phrases.length === 0 ? simpleBlocks(piece) : undefined;
  return simple ?? plainBlocks(piece, phrases) ?? libraryBlocks(piece, readWith);
}

/** The same, read by the library alone: what every faster way has to equal. */
export function libraryBlocks(piece: Piece, { parse, definitions, phrases }: ReadWith): PlacedBlock[] {
  if (piece.kind === 'table-row' || piece.kind === 'table-head') return [tableBlock(piece, definitions, parse)];
  const source = withDefinitions(piece.text, piece.text, definitions);
  const tree = parse(source);
  const urls = definitionUrls(tree.children);
  const placed: PlacedBlock[] = [];
  for (const node of tree.children) {
    const { start, end } = offsets(node);
    if (start >= piece.text.length) break;
    if (node.type === 'table') placed.push(...innerTable(node, piece, urls));
    else placed.push({ block: nodeBlock(node, source.slice(start, end), start, { urls, phrases }), offset: start });
  }
  return placed;
}

type Urls = ReadonlyMap<string, string>;

/** Where a block of prose stands: in no list of YAML and in no table. */
const PROSE = { context: '', frontMatter: false } as const;

function definitionUrls(nodes: readonly Nodes[]): Urls {
  const urls = new Map<string, string>();
  for (const node of nodes) if (node.type === 'definition') urls.set(node.identifier, node.url);
  return urls;
}

function offsets(node: Nodes): { start: number; end: number } {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

function nodeBlock(
  node: Nodes,
  text: string,
  base: number,
  { urls, phrases }: { readonly urls: Urls; readonly phrases: readonly Phrase[] },
): Block {
  const list = new FactList();
  const kind = blockKind(node);
  if (node.type === 'heading') {
    const words = textOf(node);
    const inner = innerSpan(node, base, text);
    const heading = list.add(-1, FACT.heading, words, [0, text.length, ...inner]);
    list.add(heading, FACT.level, String(node.depth), [0, node.depth, 0, node.depth]);
    addInline(list, node, heading, base, text, urls);
  } else if (node.type === 'code') {
    list.add(-1, FACT.content, 'filled', [0, 0, 0, text.length]);
  } else {
    if (kind === 'list' && 'children' in node) {
      list.add(-1, FACT.items, String(node.children.length), [0, 0, 0, text.length]);
    }
    const words = textOf(node).trim();
    if (kind !== 'html' || /^<!--/.test(text) === false) {
      const state = words === '' && node.type !== 'thematicBreak' ? 'empty' : contentState(node, words);
      if (node.type !== 'thematicBreak') list.add(-1, FACT.content, state, [0, 0, 0, text.length]);
    }
    if (kind === 'paragraph' || kind === 'list') addLabels(list, text);
    addInline(list, node, -1, base, text, urls);
    addPhrases(list, phrases, words, text.length);
  }
  return list.block(PROSE, kind, text);
}

function contentState(node: Nodes, words: string): 'filled' | 'placeholder' {
  if (node.type === 'list') {
    const items = node.children.map((item) =>
      textOf(item)
        .trim()
        .replace(/^\[[ xX]\]\s*/, ''),
    );
    const said = items.filter((item) => item !== '' && !isPlaceholder(item.replace(/^[^:]{1,60}:\s*(?=.)/, '')));
    return said.length > 0 ? 'filled' : 'placeholder';
  }
  return isPlaceholder(words) ? 'placeholder' : 'filled';
}

function blockKind(node: Nodes): BlockKind {
  if (node.type === 'heading' || node.type === 'paragraph' || node.type === 'list' || node.type === 'html')
    return node.type;
  return node.type === 'code' ? 'code' : 'other';
}

/** The plain text of a node: markup gone, `<br>` a line end, HTML dropped. */
function textOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value;
  if (node.type === 'html') return /^<br\s*\/?>$/i.test(node.value) ? '\n' : '';
  if (node.type === 'break') return '\n';
  if (node.type === 'image') return node.alt ?? '';
  if (!('children' in node)) return '';
  const separator = node.type === 'list' || node.type === 'blockquote' || node.type === 'listItem' ? '\n' : '';
  return node.children.map(textOf).join(separator);
}

function innerSpan(node: Nodes, base: number, text: string): [number, number] {
  if (!('children' in node) || node.children.length === 0) return [text.length, text.length];
  const first = node.children[0] as Nodes;
  const last = node.children[node.children.length - 1] as Nodes;
  return [offsets(first).start - base, offsets(last).end - base];
}

/** Links, ids, placeholders, code and comments inside a node. */
function addInline(list: FactList, node: Nodes, parent: number, base: number, text: string, urls: Urls): void {
  const { start, end } = offsets(node);
  const [from, to] = [start - base, end - base];
  if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
    const written = text.slice(from, to);
    const at = written.lastIndexOf(node.url) >= 0 ? from + written.lastIndexOf(node.url) : from;
    const length = written.includes(node.url) ? node.url.length : to - from;
    list.add(parent, FACT.link, node.url, [from, to, at, at + length]);
  } else if (node.type === 'linkReference') {
    list.add(parent, FACT.link, urls.get(node.identifier) ?? '', [from, to, from, to]);
  } else if (node.type === 'html') {
    const comment = /^<!--\s*(aims-ignore\b[\s\S]*?)\s*-->$/.exec(node.value);
    if (comment) list.add(parent, FACT.comment, comment[1] ?? '', [from, from, from, to]);
    return;
  } else if (node.type === 'inlineCode') {
    if (/[./]/.test(node.value) && !/\s{2}/.test(node.value))
      list.add(parent, FACT.code, node.value, [from, to, from + 1, to - 1]);
    return;
  } else if (node.type === 'text') {
    const raw = text.slice(from, to);
    for (const mention of mentionsIn(raw)) {
      const span = [from + mention.start, from + mention.end] as const;
      list.add(parent, FACT.mention, mention.id, [...span, ...span]);
    }
    for (const match of raw.matchAll(LABELLED)) {
      const [whole, words = '', label = ''] = match;
      const open = from + match.index;
      const at = open + whole.length - label.length - 1;
      if (!/^[\d\s]*$/.test(words))
        list.add(parent, FACT.label, label, [open, open + whole.length, at, at + label.length]);
    }
  } else if (node.type === 'code') {
    return;
  }
  if (node.type === 'paragraph' || node.type === 'heading') {
    for (const span of embeddedPlaceholders(withoutCode(node, text.slice(from, to), start))) {
      const at = [from + span.start, from + span.end] as const;
      list.add(parent, FACT.placeholder, text.slice(...at), [...at, ...at]);
    }
    const words = textOf(node).trim();
    if (isPlaceholder(words) && embeddedPlaceholders(words).length === 0) {
      list.add(parent, FACT.placeholder, words, [from, to, from, to]);
    }
  }
  if ('children' in node) for (const child of node.children) addInline(list, child as Nodes, parent, base, text, urls);
}

/**
 * The text of a node, with code, HTML and link targets blanked out: what stands there is never a placeholder. `base` is where
 * the text starts in what was parsed.
 */
function withoutCode(node: Nodes, text: string, base: number): string {
  if (!/[`<]|\]\(/.test(text)) return text;
  const hidden: Span[] = [];
  const visit = (inner: Nodes): void => {
    const { start, end } = offsets(inner);
    if (inner.type === 'inlineCode' || inner.type === 'html') hidden.push({ start, end });
    if (!('children' in inner)) return;
    const last = inner.children[inner.children.length - 1];
    for (const child of inner.children) visit(child as Nodes);
    if (inner.type === 'link' && last) hidden.push({ start: offsets(last as Nodes).end, end });
  };
  visit(node);
  let plain = '';
  let at = 0;
  for (const { start, end } of hidden) {
    plain += text.slice(at, start - base) + ' '.repeat(end - start);
    at = end - base;
  }
  return plain + text.slice(at);
}

/** A text with the definitions that a part of it may refer to, as the library reads it. */
function withDefinitions(text: string, part: string, definitions: LinkDefinitions): string {
  const own = definitionsFor(part, definitions);
  return own === '' ? text : `${text}\n\n${own}`;
}

function tableBlock(piece: Piece, definitions: LinkDefinitions, parse: MarkdownParser): PlacedBlock {
  const lead = piece.kind === 'table-row' ? piece.context : '';
  const source = withDefinitions(`${lead}${piece.text}`, piece.text, definitions);
  const tree = parse(source);
  const table = tree.children[0];
  const row = table?.type === 'table' ? table.children[lead === '' ? 0 : 1] : undefined;
  if (!row) return { block: new FactList().block(piece, 'other', piece.text), offset: 0 };
  return { block: rowBlock(row, piece, lead.length, definitionUrls(tree.children)), offset: 0 };
}

/** A table that the splitter left whole, because only the library knew where it ends. */
function innerTable(table: Table, piece: Piece, urls: Urls): PlacedBlock[] {
  const rule = table.children[1] ? offsets(table.children[1]).start : offsets(table).end;
  const header = piece.text.slice(offsets(table).start, rule);
  return table.children.map((row, index) => {
    const { start, end } = offsets(row);
    const text = index === 0 ? header : piece.text.slice(start, end);
    const kind = index === 0 ? ('table-head' as const) : ('table-row' as const);
    const context = index === 0 ? '' : header;
    const rowPiece: Piece = { kind, start, text, context, frontMatter: false };
    return { block: rowBlock(row, rowPiece, start, urls), offset: start };
  });
}

function rowBlock(row: TableRow, piece: Piece, base: number, urls: Urls): Block {
  const list = new FactList();
  row.children.forEach((cell, column) => {
    const { start, end } = offsets(cell);
    const raw = piece.text.slice(start - base, end - base);
    const lead = /^\|?[ \t]*/.exec(raw)?.[0].length ?? 0;
    const inner = raw.slice(lead).replace(/[ \t]*(?<!\\)\|?[ \t]*$/, '');
    const from = start - base + (inner === '' ? Math.min(lead, 2) : lead);
    const fact = list.add(-1, column, textOf(cell).trim(), [from, from, from, from + inner.length]);
    addInline(list, cell, fact, base, piece.text, urls);
  });
  return list.block(piece, piece.kind, piece.text, rowProblems(piece));
}
