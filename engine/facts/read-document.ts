import type { Block, ParsedDocument, Piece, Problem } from '../parse/block';
import { splitCsv } from '../parse/csv';
import { findFrontMatter } from '../parse/front-matter';
import type { MarkdownParser } from '../parse/markdown';
import { type LinkDefinitions, linkDefinitions, NO_DEFINITIONS, splitMarkdown } from '../parse/markdown-split';
import { resplitYaml, splitYaml } from '../parse/yaml-split';
import { csvBlock } from './csv-facts';
import { markdownBlocks, type PlacedBlock, type ReadWith } from './markdown-facts';
import type { Phrase } from './phrases';
import { yamlBlock } from './yaml-facts';

/** The languages we read. */
export type Language = 'markdown' | 'yaml' | 'csv';

/** The language of a path by its ending; undefined where we only list the file. */
export function languageOf(path: string): Language | undefined {
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase();
  if (ending === 'md' || ending === 'markdown') return 'markdown';
  if (ending === 'yaml' || ending === 'yml') return 'yaml';
  return ending === 'csv' ? 'csv' : undefined;
}

/** How documents are read. */
export interface ReadingMeans {
  readonly parse: MarkdownParser;
  /** The phrases to look for in prose: those of the kind of document. */
  readonly phrases?: readonly Phrase[] | undefined;
}

/** A text as it was read: what the reading of its next version builds on. */
export interface Reading {
  readonly text: string;
  readonly parsed: ParsedDocument;
  readonly phrases: readonly Phrase[] | undefined;
  /** How many blocks became of each piece; undefined where every block was a piece of its own. */
  readonly counts: readonly number[] | undefined;
}

/** The length of text that is read between two moments at which the caller can stop (UTF-16 units). */
const STEP = 4_000;

/**
 * Reads a document block by block. Yields from time to time, so that the caller can stop for other work; `before` is the
 * reading of the version before.
 */
export function* readSteps(
  text: string,
  language: Language,
  { parse, phrases }: ReadingMeans,
  before: Reading | undefined,
): Generator<void, Reading, void> {
  const conflict = conflictMarker(text);
  if (conflict)
    return {
      text,
      parsed: { blocks: [], starts: new Int32Array(), problems: [conflict], complete: false, withProblems: [] },
      phrases,
      counts: undefined,
    };
  const around = language === 'yaml' && before ? readAround(before, text) : undefined;
  if (around) return { text, parsed: around, phrases, counts: undefined };
  const { pieces, problems, definitions } = cut(text, language);
  const known = before && before.phrases === phrases ? piecesByText(before, language) : undefined;
  const blocks: Block[] = [];
  const starts: number[] = [];
  const counts: number[] = [];
  const readWith = { parse, definitions, phrases: phrases ?? [] };
  let sinceStep = 0;
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index] as Piece;
    let placed = known?.get(piece.text)?.find((other) => isSame(other, piece, definitions))?.placed;
    if (!placed) {
      placed = parsePiece(piece, readWith);
      sinceStep += piece.text.length;
      if (sinceStep > STEP) {
        sinceStep = 0;
        yield;
      }
    }
    counts.push(placed.length);
    for (let at = 0; at < placed.length; at++) {
      const { block, offset } = placed[at] as PlacedBlock;
      blocks.push(block);
      starts.push(piece.start + offset);
    }
  }
  const parsed = documentOf(blocks, new Int32Array(starts), problems);
  return { text, parsed, phrases, counts: language === 'markdown' ? counts : undefined };
}

/** A YAML text that changed in one place: everything away from it stays as it was read. Undefined where that is not certain. */
function readAround(before: Reading, text: string): ParsedDocument | undefined {
  const { parsed } = before;
  const changed = resplitYaml(before, text);
  if (!changed) return undefined;
  const { from, until, shift, pieces } = changed;
  const old = parsed.blocks.slice(from, until);
  // In one place few pieces change; whoever pastes a thousand has time to have them all read.
  if (pieces.length + old.length > MOST_AROUND) return undefined;
  const own = pieces.map(
    (piece) =>
      old.find(({ text, kind, context }) => text === piece.text && kind === piece.kind && context === piece.context) ??
      yamlBlock(piece),
  );
  const blocks = parsed.blocks.slice();
  blocks.splice(from, until - from, ...own);
  const starts = new Int32Array(blocks.length);
  starts.set(parsed.starts.subarray(0, from));
  for (const [index, piece] of pieces.entries()) starts[from + index] = piece.start;
  for (let index = until; index < parsed.starts.length; index++)
    starts[from + own.length + index - until] = (parsed.starts[index] ?? 0) + shift;
  return documentOf(blocks, starts, []);
}

const MOST_AROUND = 200;

/** Blocks with what they say together: which keys stand twice, and whether all could be read. */
function documentOf(blocks: readonly Block[], starts: Int32Array, problems: readonly Problem[]): ParsedDocument {
  const found = [...problems];
  const withProblems: number[] = [];
  const keys = new Set<string>();
  let complete = problems.every((problem) => !problem.hides);
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index] as Block;
    if (block.problems.length > 0) {
      withProblems.push(index);
      if (block.problems.some((problem) => problem.hides)) complete = false;
    }
    const duplicate = block.kind === 'entry' ? duplicateEntry(block, starts[index] ?? 0, keys) : undefined;
    if (duplicate) {
      found.push(duplicate);
      complete = false;
    }
  }
  return { blocks, starts, problems: found, complete, withProblems };
}

/** A piece of a text that was read before, with its blocks. */
interface KnownPiece {
  readonly piece: Piece;
  /** The link definitions it was parsed with. */
  readonly definitions: LinkDefinitions;
  readonly placed: readonly PlacedBlock[];
}

/** The pieces of a reading by their text, so that those that are still there are not parsed again. */
function piecesByText(
  { text, parsed, counts }: Reading,
  language: Language,
): ReadonlyMap<string, readonly KnownPiece[]> | undefined {
  const { blocks, starts } = parsed;
  const found = new Map<string, KnownPiece[]>();
  const add = (known: KnownPiece): void => {
    const alike = found.get(known.piece.text);
    if (alike) alike.push(known);
    else found.set(known.piece.text, [known]);
  };
  if (!counts) {
    for (const [index, block] of blocks.entries()) {
      const piece = { ...block, start: starts[index] ?? 0 };
      add({ piece, definitions: NO_DEFINITIONS, placed: [{ block, offset: 0 }] });
    }
    return found;
  }
  // What a Markdown text was cut into is not kept: it is found again faster than it would be remembered by thousands.
  const { pieces, definitions } = cut(text, language);
  if (pieces.length !== counts.length) return undefined;
  let at = 0;
  for (const [index, piece] of pieces.entries()) {
    const placed: PlacedBlock[] = [];
    for (const end = at + (counts[index] ?? 0); at < end; at++)
      placed.push({ block: blocks[at] as Block, offset: (starts[at] ?? 0) - piece.start });
    add({ piece, definitions, placed });
  }
  return found;
}

/** Definitions matter to Markdown, and to its front matter not. */
function isSame({ piece, definitions }: KnownPiece, other: Piece, otherDefinitions: LinkDefinitions): boolean {
  return (
    piece.kind === other.kind &&
    piece.context === other.context &&
    piece.frontMatter === other.frontMatter &&
    (piece.frontMatter || definitions.text === otherDefinitions.text)
  );
}

function parsePiece(piece: Piece, readWith: ReadWith): readonly PlacedBlock[] {
  switch (piece.kind) {
    case 'entry':
    case 'item':
    case 'yaml':
      return [{ block: yamlBlock(piece), offset: 0 }];
    case 'csv-head':
    case 'csv-row':
      return [{ block: csvBlock(piece), offset: 0 }];
    default:
      return markdownBlocks(piece, readWith);
  }
}

function cut(text: string, language: Language): { pieces: Piece[]; problems: Problem[]; definitions: LinkDefinitions } {
  if (language === 'yaml') return { pieces: splitYaml(text, 0, false), problems: [], definitions: NO_DEFINITIONS };
  if (language === 'csv') return { pieces: splitCsv(text), problems: [], definitions: NO_DEFINITIONS };
  const front = findFrontMatter(text);
  const bodyStart = front?.bodyStart ?? 0;
  const pieces = splitMarkdown(text, bodyStart);
  const definitions = linkDefinitions(text, bodyStart);
  if (!front) return { pieces, problems: [], definitions };
  const problems = front.problem ? [front.problem] : [];
  const yaml = splitYaml(text.slice(front.yamlStart, front.yamlEnd), front.yamlStart, true);
  // An unfinished front matter is one finding: what stands in it is not parsed on top.
  return { pieces: front.problem ? pieces : [...yaml, ...pieces], problems, definitions };
}

/** Merge conflict markers make every fact of a file doubtful: one finding, nothing else read. */
function conflictMarker(text: string): Problem | undefined {
  if (!text.includes('<<<<<<< ')) return undefined;
  const match = /^<{7} [^\r\n]*$(?=[\s\S]*^={7}\r?$[\s\S]*^>{7} )/m.exec(text);
  if (!match) return undefined;
  const detail = match[0];
  return { code: 'conflict-marker', start: match.index, end: match.index + detail.length, detail, hides: true };
}

/** A top-level key written twice: the blocks are parsed one by one, so the library cannot see it. */
function duplicateEntry(block: Block, start: number, keys: Set<string>): Problem | undefined {
  const at = block.facts.findIndex(
    (fact) => fact.parent === -1 && typeof fact.key === 'string' && !fact.key.startsWith('#'),
  );
  const key = block.facts[at]?.key;
  if (key === undefined) return undefined;
  const name = `${block.frontMatter}:${key}`;
  if (!keys.has(name)) {
    keys.add(name);
    return undefined;
  }
  const [keyStart, keyEnd] = [block.spans[4 * at] ?? 0, block.spans[4 * at + 1] ?? 0];
  return { code: 'duplicate-key', start: start + keyStart, end: start + keyEnd, detail: String(key), hides: true };
}

/** Reads a document at once. */
export function readDocument(text: string, language: Language, parse: MarkdownParser, before?: Reading): Reading {
  const steps = readSteps(text, language, { parse }, before);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
