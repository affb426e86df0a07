import type { Block, ParsedDocument, Piece, Problem } from '../parse/block';
import { splitCsv } from '../parse/csv';
import { findFrontMatter } from '../parse/front-matter';
import type { MarkdownParser } from '../parse/markdown';
import { linkDefinitions, splitMarkdown } from '../parse/markdown-split';
import { splitYaml } from '../parse/yaml';
import { csvBlock } from './csv-facts';
import { markdownBlocks, type PlacedBlock } from './markdown-facts';
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

/** Blocks of the text before, so that unchanged pieces are not parsed again. */
export type BlockCache = ReadonlyMap<string, readonly PlacedBlock[]>;

/** A document's blocks and the cache for its next version. */
export interface ReadResult {
  readonly parsed: ParsedDocument;
  readonly cache: BlockCache;
}

/**
 * Reads a document block by block. Yields after each block that had to be parsed, so that the caller can stop for other
 * work; `previous` is the cache of the version before.
 */
export function* readSteps(
  text: string,
  language: Language,
  parse: MarkdownParser,
  previous: BlockCache,
): Generator<void, ReadResult, void> {
  const conflict = conflictMarker(text);
  if (conflict)
    return {
      parsed: { blocks: [], starts: new Int32Array(), problems: [conflict], complete: false },
      cache: new Map(),
    };
  const { pieces, problems, definitions } = cut(text, language);
  const blocks: Block[] = [];
  const starts: number[] = [];
  const cache = new Map<string, readonly PlacedBlock[]>();
  const keys = new Map<string, number>();
  let complete = problems.every((problem) => !problem.hides);
  for (const piece of pieces) {
    const key = `${piece.kind}\u0000${piece.context}\u0000${piece.frontMatter ? definitionsKey(definitions) : definitions}\u0000${piece.text}`;
    let placed = cache.get(key) ?? previous.get(key);
    if (!placed) {
      placed = parsePiece(piece, definitions, parse);
      yield;
    }
    cache.set(key, placed);
    for (const { block, offset } of placed) {
      if (block.problems.some((problem) => problem.hides)) complete = false;
      blocks.push(block);
      starts.push(piece.start + offset);
      const duplicate = duplicateEntry(block, piece.start, keys, blocks.length - 1);
      if (duplicate) {
        problems.push(duplicate);
        complete = false;
      }
    }
  }
  return { parsed: { blocks, starts: Int32Array.from(starts), problems, complete }, cache };
}

function definitionsKey(definitions: string): string {
  return definitions === '' ? '' : '-';
}

function parsePiece(piece: Piece, definitions: string, parse: MarkdownParser): readonly PlacedBlock[] {
  switch (piece.kind) {
    case 'entry':
    case 'item':
    case 'yaml':
      return [{ block: yamlBlock(piece), offset: 0 }];
    case 'csv-head':
    case 'csv-row':
      return [{ block: csvBlock(piece), offset: 0 }];
    default:
      return markdownBlocks(piece, definitions, parse);
  }
}

function cut(text: string, language: Language): { pieces: Piece[]; problems: Problem[]; definitions: string } {
  if (language === 'yaml') return { pieces: splitYaml(text, 0, false), problems: [], definitions: '' };
  if (language === 'csv') return { pieces: splitCsv(text), problems: [], definitions: '' };
  const front = findFrontMatter(text);
  const body = text.slice(front?.bodyStart ?? 0);
  const pieces = splitMarkdown(body, 0).map((piece) => ({ ...piece, start: piece.start + (front?.bodyStart ?? 0) }));
  const definitions = linkDefinitions(body);
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
function duplicateEntry(block: Block, start: number, keys: Map<string, number>, index: number): Problem | undefined {
  if (block.kind !== 'entry') return undefined;
  const at = block.facts.findIndex(
    (fact) => fact.parent === -1 && typeof fact.key === 'string' && !fact.key.startsWith('#'),
  );
  const key = block.facts[at]?.key;
  if (key === undefined) return undefined;
  const name = `${block.frontMatter}:${key}`;
  if (!keys.has(name)) {
    keys.set(name, index);
    return undefined;
  }
  const [keyStart, keyEnd] = [block.spans[4 * at] ?? 0, block.spans[4 * at + 1] ?? 0];
  return { code: 'duplicate-key', start: start + keyStart, end: start + keyEnd, detail: String(key), hides: true };
}

/** Reads a document at once. */
export function readDocument(
  text: string,
  language: Language,
  parse: MarkdownParser,
  previous: BlockCache = new Map(),
): ReadResult {
  const steps = readSteps(text, language, parse, previous);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
