import type { Row } from '../kinds/record';
import type { Block, ParsedDocument } from '../parse/block';
import { FILE_START, type Span } from '../text/span';
import type { Place } from './finding';

/** Where a place is in a document: its block and fact, and the range in the file. */
export interface Location {
  readonly path: string;
  /** -1 where the place is the file as a whole, or a span given as such. */
  readonly block: number;
  /** -1 for a whole block. */
  readonly fact: number;
  readonly span: Span;
}

/** Finds a place in the text as it is now; what does not exist falls back to its nearest existing parent. */
export function locate(place: Place, parsedOf: (path: string) => ParsedDocument | undefined): Location {
  const path = placePath(place);
  const file: Location = { path, block: -1, fact: -1, span: FILE_START };
  const parsed = parsedOf(path);
  if (!parsed) return file;
  switch (place.on) {
    case 'file':
      return file;
    case 'span':
      return { ...file, span: { start: place.start, end: place.end } };
    case 'section':
      return factLocation(parsed, path, place.section.block, place.section.fact, 'value');
    case 'fact':
      return factLocation(parsed, path, place.block, place.fact, 'value');
    case 'list':
      return listLocation(parsed, path, place.list) ?? file;
    case 'configuration':
      return keysLocation(parsed, path, place.keys, place.key === true) ?? file;
    case 'row':
      return rowLocation(parsed, place.row) ?? file;
    case 'field': {
      const field = place.row.fields.get(place.field);
      if (!field) return rowLocation(parsed, place.row) ?? file;
      const at = place.item?.at ?? field.at;
      const location = factLocation(parsed, path, place.row.block + at.block, at.fact, place.key ? 'key' : 'value');
      return place.item ? narrow(location, parsed, place.item.text) : location;
    }
  }
}

/** The document a place stands in. */
export function placePath(place: Place): string {
  switch (place.on) {
    case 'row':
    case 'field':
      return place.row.path;
    case 'section':
    case 'list':
      return place.document.path;
    case 'configuration':
      return 'aims.yaml';
    default:
      return place.path;
  }
}

/** The range of a fact's key or value. An empty value shows its key, and an empty cell one character of itself. */
function factLocation(
  parsed: ParsedDocument,
  path: string,
  index: number,
  fact: number,
  side: 'key' | 'value',
): Location {
  const block = parsed.blocks[index];
  const start = parsed.starts[index] ?? 0;
  if (!block) return { path, block: -1, fact: -1, span: FILE_START };
  const [keyStart = 0, keyEnd = 0, valueStart = 0, valueEnd = 0] = block.spans.slice(4 * fact, 4 * fact + 4);
  const valueTrimmed = trimEnd(block, valueStart, valueEnd);
  const useKey = (side === 'key' || valueTrimmed <= valueStart) && keyEnd > keyStart;
  const [from, to] = useKey ? [keyStart, keyEnd] : [valueStart, Math.max(valueTrimmed, valueStart)];
  return { path, block: index, fact, span: { start: start + from, end: start + to } };
}

function trimEnd(block: Block, start: number, end: number): number {
  let at = end;
  while (at > start && /\s/.test(block.text[at - 1] ?? '')) at--;
  return at;
}

/** Narrows a value's range to one of its items. */
function narrow(location: Location, parsed: ParsedDocument, text: string): Location {
  const block = parsed.blocks[location.block];
  const start = parsed.starts[location.block] ?? 0;
  if (!block || text === '') return location;
  const at = block.text.indexOf(text, location.span.start - start);
  if (at < 0 || start + at + text.length > location.span.end) return location;
  return { ...location, span: { start: start + at, end: start + at + text.length } };
}

function rowLocation(parsed: ParsedDocument, row: Row): Location | undefined {
  const names = row.definition ? [row.definition.identity, 'id', 'name', 'title'] : ['id', 'kind', 'title'];
  for (const name of names) {
    const field = row.fields.get(name);
    if (field) return factLocation(parsed, row.path, row.block + field.at.block, field.at.fact, 'value');
  }
  const heading = row.definition ? -1 : parsed.blocks.findIndex((block) => block.kind === 'heading');
  if (heading >= 0) return factLocation(parsed, row.path, heading, 0, 'value');
  if (!row.definition) return undefined;
  const start = parsed.starts[row.block] ?? 0;
  const block = parsed.blocks[row.block];
  if (!block) return undefined;
  const line = /\S.*/.exec(block.text);
  const from = start + (line?.index ?? 0);
  return {
    path: row.path,
    block: row.block,
    fact: -1,
    span: { start: from, end: from + (line?.[0].trimEnd().length ?? 0) },
  };
}

/** The key of a top-level list, or the header of the first table. */
function listLocation(parsed: ParsedDocument, path: string, list: string): Location | undefined {
  for (const [index, block] of parsed.blocks.entries()) {
    const fact = block.facts.findIndex(
      (entry) => entry.parent === -1 && String(entry.key).toLowerCase() === list.toLowerCase(),
    );
    if (fact >= 0 && (block.kind === 'entry' || block.kind === 'yaml'))
      return factLocation(parsed, path, index, fact, 'key');
  }
  const table = parsed.blocks.findIndex((block) => block.kind === 'table-head' || block.kind === 'csv-head');
  const block = parsed.blocks[table];
  if (!block) return rowLocationOfDocument(parsed, path);
  const start = parsed.starts[table] ?? 0;
  const end = block.text.search(/\r?\n|$/);
  return { path, block: table, fact: -1, span: { start, end: start + end } };
}

function rowLocationOfDocument(parsed: ParsedDocument, path: string): Location | undefined {
  for (const key of ['controls', 'id', 'kind', 'title']) {
    const index = parsed.blocks.findIndex((block) => block.kind === 'entry' && block.facts[0]?.key === key);
    if (index >= 0) return factLocation(parsed, path, index, 0, 'key');
  }
  const heading = parsed.blocks.findIndex((block) => block.kind === 'heading');
  return heading >= 0 ? factLocation(parsed, path, heading, 0, 'value') : undefined;
}

/** A place in `aims.yaml` by its keys; the deepest one that exists. */
function keysLocation(
  parsed: ParsedDocument,
  path: string,
  keys: readonly (string | number)[],
  key: boolean,
): Location | undefined {
  let best: { index: number; fact: number; depth: number } | undefined;
  for (const [index, block] of parsed.blocks.entries()) {
    // An item of a list is a block of its own: its list and number stand for the first two keys.
    const item = block.kind === 'item';
    if (item && (block.context !== String(keys[0]) || itemNumber(parsed, index) !== Number(keys[1]))) continue;
    let parent = -1;
    for (const [step, name] of (item ? [0, ...keys.slice(2)] : keys).entries()) {
      const fact = block.facts.findIndex((entry) => entry.parent === parent && String(entry.key) === String(name));
      if (fact < 0) break;
      parent = fact;
      const depth = item ? step + 2 : step + 1;
      if (depth > (best?.depth ?? 0)) best = { index, fact, depth };
    }
  }
  if (!best) return undefined;
  const { index, fact, depth } = best;
  const wantsKey = (key && depth === keys.length) || (parsed.blocks[index]?.facts[fact]?.value === null && depth > 0);
  return factLocation(parsed, path, index, fact, wantsKey ? 'key' : 'value');
}

function itemNumber(parsed: ParsedDocument, index: number): number {
  const context = parsed.blocks[index]?.context;
  return parsed.blocks.slice(0, index).filter((block) => block.kind === 'item' && block.context === context).length;
}
