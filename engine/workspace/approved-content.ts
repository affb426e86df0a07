import type { Row } from '../kinds/record';
import type { Block } from '../parse/block';
import { canonicalText } from '../text/fingerprint';
import { foldName, push } from './names';
import type { DocumentVersion, DocumentVersions } from './versions';
import { rowName, shorten } from './wording';

/** What a document says about its approval and its reviews: that changes without the content being another. */
const ADMINISTRATION: ReadonlySet<string> = new Set([
  'kind',
  'language',
  'version',
  'status',
  'approved_by',
  'approved_on',
  'next_review',
  'last_reviewed',
  'reviewed',
  'reviewed_against',
  'reviews',
]);

/** How far something has come that was decided: it goes on without a new decision. */
const PROGRESS: ReadonlySet<string> = new Set([
  'status',
  'target_date',
  'implementation',
  'evidence',
  'last_review',
  'last_reviewed',
  'report',
]);

/**
 * The parts of a document in which its content differs, in words for a sentence, in the order of the text. What it says about
 * its approval and reviews, how far a row has come, comments, the change log, layout, markup and letter case do not count.
 */
export function changedContent({ now, before }: DocumentVersions): string[] {
  const [today, earlier] = [contentOf(now), contentOf(before)];
  const changed = [...today].filter(([part, text]) => text !== (earlier.get(part) ?? '')).map(([part]) => part);
  const gone = [...earlier].filter(([part, text]) => !today.has(part) && text !== '').map(([part]) => part);
  return [...changed, ...gone];
}

/** The content of a document by its parts, in a form that layout and markup do not change. */
function contentOf({ record, parsed }: DocumentVersion): Map<string, string> {
  const left = new LeftOut();
  left.add(record.metadata, ADMINISTRATION);
  for (const row of record.rows) left.add(row, PROGRESS);
  const rows = onlyRows(record.rows);
  const history = new Set(record.history.map(({ block }) => block));
  const dropped = droppedLists(record.metadata, parsed.blocks);
  const parts = new Map<string, string[]>();
  const add = (part: string, text: string): void => push(parts, part, text);
  let section = 'the text at the top';
  let titled = 0;
  parsed.blocks.forEach((block, index) => {
    if (history.has(index)) return;
    if (block.kind === 'heading') {
      const title = record.sections.find((each) => each.block === index)?.title ?? '';
      section = title === '' ? `section ${++titled}` : `the section "${shorten(title)}"`;
    }
    const row = rows.get(index);
    const own = row && `the row ${rowName(row)}`;
    if (block.kind === 'entry' || block.kind === 'item' || block.kind === 'yaml') {
      if (block.kind === 'item' && dropped.has(block.context)) return;
      for (const [key, text] of yamlContent(block, (fact) => left.has(index, fact)))
        add(own ?? `"${block.kind === 'item' ? block.context : key}"`, text);
    } else add(own ?? section, textContent(block, left.factsOf(index)));
  });
  return new Map([...parts].map(([part, texts]) => [part, canonicalText(texts.join('\n'))]));
}

/** The row of each block that holds just one; a list in brackets holds all of its rows. */
function onlyRows(rows: readonly Row[]): ReadonlyMap<number, Row> {
  const found = new Map<number, Row>();
  const several = new Set<number>();
  for (const row of rows) {
    if (found.has(row.block)) several.add(row.block);
    found.set(row.block, row);
  }
  for (const block of several) found.delete(block);
  return found;
}

/** Facts that do not count, by block. */
class LeftOut {
  readonly #byBlock = new Map<number, Set<number>>();

  add(row: Row, names: ReadonlySet<string>): void {
    for (const [name, field] of row.fields) {
      if (!names.has(name)) continue;
      for (const { block, fact } of [field.at, ...field.items.map(({ at }) => at)]) {
        const facts = this.#byBlock.get(row.block + block) ?? new Set();
        this.#byBlock.set(row.block + block, facts.add(fact));
      }
    }
  }

  has(block: number, fact: number): boolean {
    return this.#byBlock.get(block)?.has(fact) === true;
  }

  factsOf(block: number): ReadonlySet<number> {
    return this.#byBlock.get(block) ?? new Set();
  }
}

/** Lists of the document itself whose items are blocks of their own and do not count. */
function droppedLists(metadata: Row, blocks: readonly Block[]): ReadonlySet<string> {
  const keys = [...metadata.fields]
    .filter(([name]) => ADMINISTRATION.has(name))
    .map(([, { at }]) => blocks[metadata.block + at.block]?.facts[at.fact]?.key);
  return new Set(keys.flatMap((key) => (typeof key === 'string' ? [key] : [])));
}

/** What stands under each top-level key, whatever the order of keys and the style of writing. */
function yamlContent({ facts }: Block, leftOut: (fact: number) => boolean): [string, string][] {
  const paths: (string | undefined)[] = [];
  const byTop = new Map<string, string[]>();
  facts.forEach(({ parent, key, value }, index) => {
    const above = parent < 0 ? '' : paths[parent];
    const speaks = typeof key === 'string' && key.startsWith('#');
    if (above === undefined || speaks || leftOut(index)) return;
    const path = `${above}/${foldName(String(key))}`;
    paths[index] = path;
    const top = path.split('/')[1] ?? '';
    const lines = byTop.get(top) ?? [];
    byTop.set(top, lines);
    if (value !== null && value.trim() !== '') lines.push(`${path} ${canonicalText(value)}`);
  });
  return [...byTop].map(([top, lines]) => [top, lines.sort().join('\n')]);
}

/** The words of a piece of Markdown or CSV without its markup. */
function textContent({ text, spans }: Block, leftOut: ReadonlySet<number>): string {
  let own = text;
  for (const fact of leftOut) {
    const [keyStart = 0, keyEnd = 0, valueStart = 0, valueEnd = 0] = spans.slice(4 * fact, 4 * fact + 4);
    const from = keyEnd > keyStart ? Math.min(keyStart, valueStart) : valueStart;
    own = own.slice(0, from) + ' '.repeat(Math.max(valueEnd - from, 0)) + own.slice(Math.max(valueEnd, from));
  }
  return withoutComments(own)
    .replace(/\r\n?/g, '\n')
    .replace(/^[ \t|:=-]+$/gm, '')
    .replace(/^[ \t]*(?:#{1,6}|[-+*]|\d{1,9}[.)]|>)[ \t]+/gm, '')
    .replace(/\|/g, ' ')
    .replace(/[*_`\\]/g, '')
    .replace(/[ \t]+(?=[.,;:!?)])/g, '');
}

function withoutComments(text: string): string {
  let kept = '';
  for (let at = 0; ; ) {
    const start = text.indexOf('<!--', at);
    const end = start < 0 ? -1 : text.indexOf('-->', start + 4);
    if (end < 0) return kept + text.slice(at);
    kept += text.slice(at, start);
    at = end + 3;
  }
}
