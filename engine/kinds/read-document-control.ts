import type { ParsedDocument } from '../parse/block';
import { readDate } from './dates';
import type { FieldValue, HistoryEntry, TablePlace } from './record';

/** Facts of a document that may stand in several forms and have to agree. */
const COMPARED = new Set([
  'id',
  'version',
  'status',
  'owner',
  'approved_by',
  'approved_on',
  'next_review',
  'assessed_on',
  'held_on',
]);

/** True where two forms of the same fact say different things. Words that contain each other do not contradict. */
export function contradict(first: FieldValue, other: FieldValue): boolean {
  const { name, type } = first.definition;
  if (!COMPARED.has(name) || first.state !== 'filled' || other.state !== 'filled') return false;
  if (first.problem !== undefined || other.problem !== undefined) return false;
  if (type === 'date' || type === 'enum') return first.value !== other.value;
  if (name === 'version') return plainVersion(first.text) !== plainVersion(other.text);
  const [a, b] = [words(first.text), words(other.text)];
  return a !== b && !a.includes(b) && !b.includes(a);
}

function words(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A version as it is compared: without `v`, a word before it, and zeros at its end. */
export function plainVersion(text: string): string {
  const match = /\d+(?:\.\d+)*[\w-]*/.exec(text);
  return (match?.[0] ?? text.trim().toLowerCase()).replace(/(?:\.0)+$/, '');
}

/** The change log: a table with a version and a date column that holds no rows of its own. */
export function readHistory(parsed: ParsedDocument, tables: readonly TablePlace[]): HistoryEntry[] {
  const entries: HistoryEntry[] = [];
  for (const table of tables) {
    if (table.definition) continue;
    const version = table.columns.findIndex(({ title }) =>
      /^(?:document )?(?:version|rev(?:ision)?\.?|versión|versie|版)(?: no\.?| number)?$/i.test(title.trim()),
    );
    const date = table.columns.findIndex(({ title }) =>
      /^(?:date|datum|fecha|日付|revision date|change date|date of change)$/i.test(title.trim()),
    );
    if (version < 0 || date < 0) continue;
    for (const index of table.rowBlocks) {
      const block = parsed.blocks[index];
      const cell = (column: number) =>
        block?.facts.findIndex((fact) => fact.parent === -1 && fact.key === column) ?? -1;
      const [versionAt, dateAt] = [cell(version), cell(date)];
      const written = block?.facts[versionAt]?.value?.trim() ?? '';
      if (!/\d/.test(written)) continue;
      entries.push({
        version: written,
        date: readDate(block?.facts[dateAt]?.value ?? '').iso,
        block: index,
        fact: dateAt,
      });
    }
  }
  return entries;
}

/** The anchors of a document that has none. */
export const NO_ANCHORS: ReadonlySet<string> = new Set();

/** Places that HTML names, such as `<a id="limits"></a>`: links may lead to them. */
export function readAnchors(parsed: ParsedDocument): ReadonlySet<string> {
  let anchors: Set<string> | undefined;
  parsed.blocks.forEach(({ text, kind, outline }) => {
    // Simple prose has no marks of HTML in it.
    if (kind === 'code' || outline || !text.includes('<')) return;
    for (const match of text.matchAll(/<[a-z][^<>]*\s(?:id|name)\s*=\s*["']?([^"'\s>]+)/gi))
      anchors = (anchors ?? new Set()).add((match[1] ?? '').toLowerCase());
  });
  return anchors ?? NO_ANCHORS;
}
