import { FACT } from '../facts/fact-list';
import { isEmpty, isPlaceholder } from '../facts/placeholder';
import type { Block } from '../parse/block';
import { readClauseId, readControlId } from './control-id';
import { readDate } from './dates';
import type { FieldDefinition } from './kind';
import type { FactPlace, FieldValue, Item, MapValue } from './record';
import { idOf, splitIds, splitList } from './tokens';
import type { Vocabulary } from './vocabulary';

/**
 * Reads a top-level YAML list whose items are blocks of their own, such as `systems:` with one id a line. `entry` is the
 * number of the block with the key; places count from the start of the document.
 */
export function readListBlocks(
  blocks: readonly Block[],
  entry: number,
  definition: FieldDefinition,
  vocabulary: Vocabulary,
): FieldValue | undefined {
  const key = String(blocks[entry]?.facts[0]?.key ?? '');
  const items: Item[] = [];
  const maps: [string, string | MapValue][] = [];
  for (let index = entry + 1; blocks[index]?.kind === 'item' && blocks[index]?.context === key; index++) {
    const block = blocks[index] as Block;
    const children = childrenOf(block);
    const value = block.facts[0]?.value;
    if (definition.type === 'map') maps.push([String(maps.length), value ?? mapOf(block, 0, children)]);
    else if (value === null) items.push(mapItem(block, 0, index, definition, vocabulary, children.get(0) ?? []));
    else if (value !== undefined)
      items.push(...scalarItems(block, 0, index, definition, vocabulary, children.get(0) ?? []));
  }
  if (items.length === 0 && maps.length === 0) return undefined;
  const at = { block: entry, fact: 0 };
  const text = items.map((item) => item.text).join(', ');
  const map = maps.length > 0 ? Object.fromEntries(maps) : undefined;
  if (items.length > 0 && items.every((item) => isPlaceholder(item.text))) {
    return { definition, at, text, value: '', items: [], state: 'placeholder', map, problem: undefined };
  }
  const value = definition.list || definition.type === 'map' ? '' : (items[0]?.value ?? '');
  return { definition, at, text, value, items, state: 'filled', map, problem: problemOf(items, definition) };
}

/** Of a block with one fact, as most lines of front matter are. */
const ONE_FACT: ReadonlyMap<number, readonly number[]> = new Map([[-1, [0]]]);

/** Children of each fact of a block, by index; built once per block that is read. */
export function childrenOf(block: Block): ReadonlyMap<number, readonly number[]> {
  if (block.facts.length === 1) return ONE_FACT;
  const children = new Map<number, number[]>();
  block.facts.forEach(({ parent }, index) => {
    const list = children.get(parent);
    if (list) list.push(index);
    else children.set(parent, [index]);
  });
  return children;
}

/**
 * Reads the value at `fact` of `block` as `definition` says. `offset` is the block's number within its row, `children` are
 * those of each fact of the block.
 */
export function readValue(
  block: Block,
  fact: number,
  offset: number,
  definition: FieldDefinition,
  vocabulary: Vocabulary,
  children: ReadonlyMap<number, readonly number[]>,
): FieldValue {
  const at = { block: offset, fact };
  const items = collect(block, fact, offset, definition, vocabulary, children);
  const text = block.facts[fact]?.value ?? items.map((item) => item.text).join(', ');
  const state = stateOf(text, items, definition, block, children.get(fact) ?? [], vocabulary);
  const map = definition.type === 'map' ? mapOf(block, fact, children) : undefined;
  if (state !== 'filled') return { definition, at, text, value: '', items: [], state, map, problem: undefined };
  const problem = problemOf(items, definition);
  const value = definition.list || definition.type === 'map' ? '' : (items[0]?.value ?? '');
  return { definition, at, text, value, items, state, map, problem };
}

function mapOf(block: Block, fact: number, children: ReadonlyMap<number, readonly number[]>): MapValue {
  const entries = (children.get(fact) ?? []).map((child): [string, string | MapValue] => {
    const { key = '', value = '' } = block.facts[child] ?? {};
    return [String(key), value ?? mapOf(block, child, children)];
  });
  return Object.fromEntries(entries);
}

function stateOf(
  text: string,
  items: readonly Item[],
  definition: FieldDefinition,
  block: Block,
  children: readonly number[],
  vocabulary: Vocabulary,
): FieldValue['state'] {
  if (definition.type === 'boolean' && /^n\/?a$/i.test(text.trim())) return 'filled';
  const nested = children.some((child) => !String(block.facts[child]?.key).startsWith('#'));
  if (nested && items.length > 0) return items.every((item) => isPlaceholder(item.text)) ? 'placeholder' : 'filled';
  if (nested) return definition.type === 'map' ? 'filled' : 'empty';
  if (isEmpty(text))
    return definition.type === 'enum' && items.some((item) => item.value !== item.text) ? 'filled' : 'empty';
  if (isPlaceholder(text)) return 'placeholder';
  if (
    !definition.list &&
    (definition.type === 'enum' || definition.type === 'boolean') &&
    isChoice(text, definition, vocabulary)
  )
    return 'placeholder';
  return 'filled';
}

/** `draft / approved`, `Yes / No`: two or more of the field's own values joined by a slash say that nobody has chosen. */
function isChoice(text: string, definition: FieldDefinition, vocabulary: Vocabulary): boolean {
  const parts = text.split(/\s*[/|]\s*/).filter((part) => part !== '');
  if (parts.length < 2 || /^n\/?a$/i.test(text.trim()) || vocabulary.canonical(definition, text) !== undefined)
    return false;
  const values = parts.map((part) => vocabulary.canonical(definition, part));
  return values.every((value) => value !== undefined) && new Set(values).size > 1;
}

function collect(
  block: Block,
  fact: number,
  offset: number,
  definition: FieldDefinition,
  vocabulary: Vocabulary,
  children: ReadonlyMap<number, readonly number[]>,
): Item[] {
  const own = children.get(fact) ?? [];
  const value = block.facts[fact]?.value;
  if (value === null) {
    if (definition.type === 'map') return [];
    const numbered = own.filter((child) => typeof block.facts[child]?.key === 'number');
    if (numbered.length === 0) return own.length > 0 ? [mapItem(block, fact, offset, definition, vocabulary, own)] : [];
    return numbered.flatMap((child) => {
      const childValue = block.facts[child]?.value;
      if (childValue === null)
        return [mapItem(block, child, offset, definition, vocabulary, children.get(child) ?? [])];
      return childValue === undefined ? [] : scalarItems(block, child, offset, definition, vocabulary, []);
    });
  }
  return value === undefined
    ? []
    : scalarItems(block, fact, offset, definition, vocabulary, own.length > 0 ? own : linksWithin(block, fact));
}

/** Links in the value of a `**Key:** value` line: they stand in the same paragraph or list, not below the key. */
function linksWithin(block: Block, fact: number): number[] {
  if (block.kind !== 'paragraph' && block.kind !== 'list') return [];
  const [from = 0, to = 0] = block.spans.slice(4 * fact + 2, 4 * fact + 4);
  return block.facts.flatMap((other, index) => {
    const start = block.spans[4 * index] ?? 0;
    return (other.key === FACT.link || other.key === FACT.code) && start >= from && start < to ? [index] : [];
  });
}

/** An item that is a map: `{ ref: …, date: … }`. Its text is what its first reference-like key says. */
function mapItem(
  block: Block,
  fact: number,
  offset: number,
  definition: FieldDefinition,
  vocabulary: Vocabulary,
  children: readonly number[],
): Item {
  const parts = new Map<string, { text: string; at: FactPlace }>();
  for (const child of children) {
    const { key, value } = block.facts[child] ?? { key: '', value: null };
    parts.set(String(key), { text: value ?? '', at: { block: offset, fact: child } });
  }
  const main =
    ['ref', 'id', 'path', 'url', 'link', 'file', 'title', 'name'].map((key) => parts.get(key)).find(Boolean) ??
    [...parts.values()][0];
  const item = main
    ? scalarItems(block, main.at.fact, offset, { ...definition, list: false }, vocabulary, [])[0]
    : undefined;
  const at = main?.at ?? { block: offset, fact };
  return { text: item?.text ?? '', value: item?.value ?? '', at, link: item?.link, parts };
}

const NO_PARTS: Item['parts'] = new Map();

function scalarItems(
  block: Block,
  fact: number,
  offset: number,
  definition: FieldDefinition,
  vocabulary: Vocabulary,
  children: readonly number[],
): Item[] {
  const text = block.facts[fact]?.value ?? '';
  const at = { block: offset, fact };
  if (definition.refersTo?.some((target) => target === 'path' || target === 'document')) {
    return referenceItems(block, text, at, offset, children, definition);
  }
  const texts = !definition.list
    ? [text]
    : (definition.refersTo || definition.type === 'id' ? splitIds(text) : splitList(text)).map((token) => token.text);
  return texts
    .filter((part) => !isEmpty(part) || definition.type === 'boolean' || definition.type === 'enum')
    .map((part) => ({
      text: part,
      value: canonical(part, definition, vocabulary),
      at,
      link: undefined,
      parts: NO_PARTS,
    }));
}

/** Links and backticked paths of a cell, and the words between them. */
function referenceItems(
  block: Block,
  text: string,
  at: FactPlace,
  offset: number,
  children: readonly number[],
  definition: FieldDefinition,
): Item[] {
  const items: Item[] = [];
  const linkFacts = children.filter(
    (child) => block.facts[child]?.key === FACT.link || block.facts[child]?.key === FACT.code,
  );
  let rest = text;
  for (const child of linkFacts) {
    const link = block.facts[child]?.value ?? '';
    const written = block.text.slice(block.spans[4 * child], block.spans[4 * child + 1]);
    const label = /^!?\[([^\]]*)\]/.exec(written)?.[1] ?? link;
    items.push({ text: label, value: link, at: { block: offset, fact: child }, link, parts: NO_PARTS });
    rest = rest.replace(label.replace(/[*_`]/g, ''), '\n');
  }
  for (const match of linkFacts.length > 0 ? [] : text.matchAll(/!?\[([^\]\n]*)\]\(([^()\s]+)\)/g)) {
    items.push({ text: match[1] ?? '', value: match[2] ?? '', at, link: match[2], parts: NO_PARTS });
    rest = rest.replace(match[0], '\n');
  }
  const tokens = definition.list || /^\S+$/.test(rest.trim()) ? splitList(rest) : [{ text: rest.trim(), start: 0 }];
  for (const token of tokens) {
    const word = token.text.replace(/^[\s,;:–—-]+|[\s,;:–—-]+$/g, '');
    if (!isEmpty(word)) items.push({ text: word, value: idOf(word), at, link: undefined, parts: NO_PARTS });
  }
  return items;
}

function canonical(text: string, definition: FieldDefinition, vocabulary: Vocabulary): string {
  if (definition.type === 'enum' || definition.type === 'boolean') return vocabulary.canonical(definition, text) ?? '';
  if (definition.type === 'date') return readDate(text).iso;
  if (definition.refersTo?.includes('control')) return readControlId(text).id;
  if (definition.refersTo?.includes('clause')) return readClauseId(text);
  if (definition.type === 'id' || definition.refersTo) return idOf(text);
  return text.trim();
}

function problemOf(items: readonly Item[], definition: FieldDefinition): FieldValue['problem'] {
  for (const item of items) {
    if (item.value !== '') continue;
    if (definition.type === 'date')
      return readDate(item.text).problem === 'ambiguous' ? 'ambiguous-date' : 'invalid-date';
    if (definition.type === 'enum' || definition.type === 'boolean') return 'unknown-value';
  }
  return undefined;
}
