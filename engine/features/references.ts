import type { DocumentRecord, Row } from '../kinds/record';
import type { Span } from '../text/span';
import { foldId, foldName } from '../workspace/names';
import type { SnapshotText, WorkspaceState } from '../workspace/snapshot';
import { thingAt, thingReader } from './cursor';
import type { Meaning } from './things/thing';

/** A place where something is named. */
export interface Reference {
  readonly path: string;
  readonly span: Span;
  /** True where it is defined there: the row or document itself, or the decision about a control. */
  readonly defines: boolean;
}

/** Everything that names what stands at an offset, in every form, the definition with it. */
export function references(state: WorkspaceState, path: string, offset: number): readonly Reference[] {
  const subject = subjectAt(state, path, offset);
  if (!subject) return [];
  return [...state.texts.values()].flatMap((text) => referencesIn(state, text, subject));
}

/** The same within one file. */
export function highlights(state: WorkspaceState, path: string, offset: number): readonly Reference[] {
  const subject = subjectAt(state, path, offset);
  const text = state.texts.get(path);
  return subject && text ? referencesIn(state, text, subject) : [];
}

/** What is looked for, and the words without which a text cannot name it. */
interface Subject {
  readonly key: string;
  readonly words: readonly string[];
  /** Values that fields hold where they name it in another form, such as a range; folded. */
  readonly values: ReadonlySet<string>;
}

function subjectAt(state: WorkspaceState, path: string, offset: number): Subject | undefined {
  const thing = thingAt(state, path, offset);
  return thing && subjectOf(thing.meaning);
}

function subjectOf(meaning: Meaning): Subject | undefined {
  switch (meaning.is) {
    case 'control':
      return { key: keyOf(meaning), words: [meaning.id.slice(2)], values: new Set([foldId(meaning.id)]) };
    case 'clause':
      return { key: keyOf(meaning), words: [meaning.id], values: new Set([foldId(meaning.id)]) };
    case 'named':
      return rowSubject(meaning.named.row, meaning.named.document, meaning.named.id, meaning.named.name);
    case 'path': {
      const { document, row, path } = meaning;
      if (document && row) return rowSubject(row, document, row.id, '');
      if (document) return rowSubject(document.metadata, document, document.id, document.title);
      return { key: keyOf(meaning), words: [fileName(path)], values: new Set() };
    }
    default:
      return undefined;
  }
}

function rowSubject(row: Row, document: DocumentRecord, id: string, name: string): Subject {
  const whole = row === document.metadata;
  const words = [id, name, whole ? fileName(document.path) : ''].filter((word) => word !== '');
  return { key: rowKey(row), words, values: new Set([foldId(id), foldName(name)]) };
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Equal for meanings that are the same thing; empty for what nobody refers to. */
function keyOf(meaning: Meaning): string {
  if (meaning.is === 'control' || meaning.is === 'clause') return `${meaning.is} ${meaning.id}`;
  if (meaning.is === 'named') return rowKey(meaning.named.row);
  if (meaning.is !== 'path') return '';
  if (meaning.row) return rowKey(meaning.row);
  return meaning.document ? rowKey(meaning.document.metadata) : `file ${meaning.path}`;
}

function rowKey(row: Row): string {
  return row.definition ? `row ${row.path} ${row.block} ${row.id}` : `file ${row.path}`;
}

function referencesIn(state: WorkspaceState, text: SnapshotText, subject: Subject): Reference[] {
  const document = text.record;
  const named = mentionedBlocks(document, subject);
  if (named.size === 0 && !subject.words.some((word) => text.text.includes(word))) return [];
  const read = thingReader(state, text);
  const found: Reference[] = [];
  text.parsed.blocks.forEach((block, index) => {
    if (!named.has(index) && !subject.words.some((word) => block.text.includes(word))) return;
    for (const { meaning, span } of read(index)) {
      if (keyOf(meaning) !== subject.key) continue;
      // One word can be found as a value and as an id in it: the narrower one is what is named.
      const same = found.findIndex((other) => other.span.start < span.end && span.start < other.span.end);
      const reference = { path: text.path, span, defines: isDefinition(document, index, meaning) };
      if (same < 0) found.push(reference);
      else if (span.end - span.start < width(found[same])) found[same] = reference;
    }
  });
  return found;
}

function width(reference: Reference | undefined): number {
  return reference ? reference.span.end - reference.span.start : 0;
}

function isDefinition(document: DocumentRecord | undefined, block: number, meaning: Meaning): boolean {
  if (meaning.is === 'named') return meaning.defines;
  if (meaning.is !== 'control' || !document || meaning.row?.entity !== 'control-decision') return false;
  const { row } = meaning;
  return row.id === meaning.id && row.block + (row.fields.get('id')?.at.block ?? 0) === block;
}

/** Blocks with a field that names the subject in other words than those looked for: other case, or inside a range. */
function mentionedBlocks(document: DocumentRecord | undefined, subject: Subject): ReadonlySet<number> {
  const blocks = new Set<number>();
  if (!document || subject.values.size === 0) return blocks;
  const lengths = new Set([...subject.values].map((value) => value.length));
  // Folding is slow, so only what is as long is folded.
  const names = (value: string) => lengths.has(value.length) && subject.values.has(foldId(value));
  for (const { value, block } of document.mentions) if (names(value)) blocks.add(block);
  for (const row of [document.metadata, ...document.rows]) {
    for (const { state, definition, items, at } of row.fields.values()) {
      if (state !== 'filled' || !definition.refersTo) continue;
      if (items.some((item) => names(item.value))) blocks.add(row.block + at.block);
    }
  }
  return blocks;
}
