import type { Row } from '../../kinds/record';
import type { Block } from '../../parse/block';
import type { TextEdit } from '../../text/edit';
import type { SnapshotText, WorkspaceState } from '../../workspace/snapshot';
import { cellText, csvCell, lineEnd, yamlScalar } from './yaml-text';

/** An edit of one file. */
export interface FileEdit extends TextEdit {
  readonly path: string;
}

/** Text put in at an offset of a file. */
export function insertion(path: string, at: number, text: string): FileEdit {
  return { path, span: { start: at, end: at }, text };
}

/** Writes a value where a field stands already; undefined where it stands nowhere. `value` is plain text. */
export function setField(state: WorkspaceState, row: Row, field: string, value: string): FileEdit | undefined {
  const known = row.fields.get(field);
  const text = state.texts.get(row.path);
  if (!known || !text) return undefined;
  return setFact(text, row.block + known.at.block, known.at.fact, value);
}

/** Replaces the value of one fact. */
export function setFact(text: SnapshotText, index: number, fact: number, value: string): FileEdit | undefined {
  const block = text.parsed.blocks[index];
  const start = text.parsed.starts[index] ?? 0;
  if (!block) return undefined;
  const [, keyEnd = 0, from = 0, to = 0] = block.spans.slice(4 * fact, 4 * fact + 4);
  const end = trimmedEnd(block, from, to);
  const path = text.path;
  if (isYaml(block)) {
    if (block.facts[fact]?.value === null) return undefined;
    if (end <= from) {
      // Nothing stands behind the colon yet.
      const colon = block.text.indexOf(':', keyEnd);
      const at = start + (colon < 0 ? from : colon + 1);
      return insertion(path, at, ` ${yamlScalar(value)}`);
    }
    return { path, span: { start: start + from, end: start + end }, text: yamlScalar(value) };
  }
  const written = block.kind === 'csv-row' ? csvCell(value, block.context) : cellText(value);
  const quoted = block.kind === 'csv-row' && block.text[from - 1] === '"';
  const span = quoted
    ? { start: start + from - 1, end: start + end + 1 }
    : { start: start + from, end: start + Math.max(from, end) };
  return {
    path,
    span,
    text: block.kind === 'table-row' && end <= from && block.text[from - 1] === '|' ? ` ${written} ` : written,
  };
}

/** Inserts a field that a row or document does not have; `value` is written as given: a scalar, or lines below the key. */
export function insertField(state: WorkspaceState, row: Row, field: string, value: string): FileEdit | undefined {
  if (row.fields.has(field)) return setField(state, row, field, value);
  const text = state.texts.get(row.path);
  const block = text?.parsed.blocks[row.block];
  if (!text || !block) return undefined;
  if (row.definition === undefined) return insertMetadata(state, text, row, field, value);
  if (block.kind === 'item') return insertYamlKey(text, row.block, 0, field, value);
  if (block.kind === 'yaml' || block.kind === 'entry') {
    const first = [...row.fields.values()][0];
    const parent = first === undefined ? -1 : (block.facts[first.at.fact]?.parent ?? -1);
    return parent < 0 ? undefined : insertYamlKey(text, row.block, parent, field, value);
  }
  return undefined;
}

/** Inserts a key into the YAML map at `parent`, after its last key. A dotted name goes into its map, which is made where missing. */
function insertYamlKey(
  text: SnapshotText,
  index: number,
  parent: number,
  field: string,
  value: string,
): FileEdit | undefined {
  const block = text.parsed.blocks[index] as Block;
  const start = text.parsed.starts[index] ?? 0;
  const [map, inner] = field.includes('.') ? field.split('.') : [undefined, field];
  const children = block.facts
    .map((fact, at) => ({ fact, at }))
    .filter(({ fact }) => fact.parent === parent && !String(fact.key).startsWith('#'));
  const nested = map === undefined ? undefined : children.find(({ fact }) => fact.key === map);
  if (nested && nested.fact.value === null) return insertYamlKey(text, index, nested.at, inner ?? '', value);
  const first = children[0];
  const last = children.at(-1);
  if (!first || !last) return undefined;
  const firstKey = block.spans[4 * first.at] ?? 0;
  const valueEnd = trimmedEnd(
    block,
    block.spans[4 * last.at + 1] ?? 0,
    Math.max(block.spans[4 * last.at + 3] ?? 0, block.spans[4 * last.at + 1] ?? 0),
  );
  const written = map === undefined ? `${inner}: ${value}` : `${map}: { ${inner}: ${value} }`;
  const parentStart = block.spans[4 * parent + 2] ?? 0;
  if (parent >= 0 && block.text[parentStart] === '{') {
    return { path: text.path, span: { start: start + valueEnd, end: start + valueEnd }, text: `, ${written}` };
  }
  const lineStart = block.text.lastIndexOf('\n', firstKey - 1) + 1;
  const indent = ' '.repeat(firstKey - lineStart);
  const at = start + endOfLine(block.text, valueEnd);
  return insertion(text.path, at, `${lineEnd(text.text)}${indent}${written}`);
}

/** Inserts a metadata key after the last one that comes before it in the kind's order. */
function insertMetadata(
  state: WorkspaceState,
  text: SnapshotText,
  row: Row,
  field: string,
  value: string,
): FileEdit | undefined {
  const { blocks, starts } = text.parsed;
  const document = state.view.document(row.path);
  const entries = blocks.flatMap((block, index) =>
    block.kind === 'entry' && (text.record?.language === 'yaml' || block.frontMatter) ? [index] : [],
  );
  const eol = lineEnd(text.text);
  if (entries.length === 0) {
    if (text.record?.language !== 'markdown') return undefined;
    if (blocks.some((block) => block.kind === 'yaml' && block.frontMatter)) return undefined;
    return insertion(text.path, 0, `---${eol}${keyed(field, value)}${eol}---${eol}`);
  }
  const order = document?.kind.metadata.map((definition) => definition.name) ?? [];
  const rows = new Set(document?.kind.rows.map((definition) => definition.list) ?? []);
  const place = rank(field, order);
  let after = entries[0] as number;
  for (const index of entries) {
    const key = String(blocks[index]?.facts[0]?.key ?? '');
    if (!rows.has(key) && rank(key, order) < place) after = index;
  }
  // A list that follows its key as blocks of its own belongs to the key.
  let last = after;
  while (blocks[last + 1]?.kind === 'item' && blocks[last + 1]?.context === String(blocks[after]?.facts[0]?.key))
    last++;
  const block = blocks[last] as Block;
  const content = block.text.trimEnd().length;
  const at = (starts[last] ?? 0) + endOfLine(block.text, content);
  return insertion(text.path, at, `${eol}${keyed(field, value)}`);
}

/** A key with its value; lines that belong below it bring their own line end. */
export function keyed(field: string, value: string): string {
  return /^\r?\n/.test(value) ? `${field}:${value}` : `${field}: ${value}`;
}

const METADATA_ORDER = [
  'kind',
  'id',
  'title',
  'language',
  'version',
  'status',
  'owner',
  'approved_by',
  'approved_on',
  'next_review',
  'reviewed',
  'date',
  'author',
  'framework',
];

function rank(field: string, order: readonly string[]): number {
  const fixed = METADATA_ORDER.indexOf(field);
  return fixed >= 0 ? fixed : METADATA_ORDER.length + (order.indexOf(field) + 1 || 500);
}

function isYaml(block: Block): boolean {
  return block.kind === 'item' || block.kind === 'entry' || block.kind === 'yaml';
}

function trimmedEnd(block: Block, start: number, end: number): number {
  let at = end;
  while (at > start && /\s/.test(block.text[at - 1] ?? '')) at--;
  return at;
}

/** The end of the line that `offset` stands on, before the line end. A comment there stays on its line. */
export function endOfLine(text: string, offset: number): number {
  const feed = text.indexOf('\n', offset);
  const end = feed < 0 ? text.length : feed;
  return text[end - 1] === '\r' ? end - 1 : end;
}
