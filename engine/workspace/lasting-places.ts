import type { DocumentRecord, Section } from '../kinds/record';
import type { ParsedDocument } from '../parse/block';
import type { Finding } from './finding';
import { locate } from './locate';
import { push } from './names';

/** What is needed of a state to say where findings stand in words that survive an edit elsewhere. */
export interface PlaceSource {
  parsedOf(path: string): ParsedDocument | undefined;
  document(path: string): DocumentRecord | undefined;
}

const MOST_LETTERS = 60;

/**
 * The place of each finding that lasts: row id and field, heading, what a link says; and, where one rule finds several
 * things at such a place, their number from the second on. Never a line. Unique for one rule in one file. Has to be asked
 * about all findings at once, silenced ones too: else the numbers differ.
 */
export function lastingPlaces(findings: readonly Finding[], source: PlaceSource): ReadonlyMap<Finding, string> {
  const known = new Map<string, Surroundings>();
  const around = (path: string): Surroundings => {
    let found = known.get(path);
    if (!found) {
      found = new Surroundings(source.parsedOf(path), source.document(path));
      known.set(path, found);
    }
    return found;
  };
  const places = new Map<Finding, string>();
  const alike = new Map<string, Finding[]>();
  for (const finding of findings) {
    const place = ownPlace(finding, around);
    places.set(finding, place);
    push(alike, lastingKey(finding.rule, finding.path, place), finding);
  }
  for (const group of alike.values()) {
    if (group.length < 2) continue;
    const start = new Map(group.map((finding) => [finding, locate(finding.at, source.parsedOf).span.start]));
    const ordered = [...group].sort((one, other) => (start.get(one) ?? 0) - (start.get(other) ?? 0));
    let number = 1;
    for (const finding of ordered.slice(1)) {
      const place = places.get(finding) ?? '';
      const numbered = () => [place, `(${number})`].filter((part) => part !== '').join(' ');
      // Somebody may have written "x (2)" himself.
      do number++;
      while (alike.has(lastingKey(finding.rule, finding.path, numbered())));
      places.set(finding, numbered());
    }
  }
  return places;
}

/** One text for a rule, a file and a lasting place; the same for the two ways of writing an accent. */
export function lastingKey(rule: string, path: string, where: string): string {
  return [rule, path, where].join('\u0000').normalize('NFC');
}

/** Rows, fields, headings and lists say themselves where they are; for the rest it is what they stand in, and what is there. */
function ownPlace({ at, path, where }: Finding, around: (path: string) => Surroundings): string {
  if (at.on !== 'fact' && at.on !== 'span') return where;
  const surroundings = around(path);
  const index = at.on === 'fact' ? at.block : surroundings.blockAt(at.start);
  const value = at.on === 'fact' ? surroundings.value(at.block, at.fact) : '';
  return [surroundings.container(index), value].filter((part) => part !== '').join('.');
}

/** What is around the blocks of one document. */
class Surroundings {
  readonly #parsed: ParsedDocument | undefined;
  readonly #rows: ReadonlyMap<number, string>;
  readonly #sections: readonly Section[];

  constructor(parsed: ParsedDocument | undefined, document: DocumentRecord | undefined) {
    this.#parsed = parsed;
    this.#rows = new Map(document?.rows.map((row) => [row.block, row.id]));
    this.#sections = document?.sections ?? [];
  }

  /** The last block that starts at an offset or before it. */
  blockAt(offset: number): number {
    const starts = this.#parsed?.starts ?? new Int32Array();
    return lastUpTo(starts.length, (index) => (starts[index] ?? 0) <= offset);
  }

  value(block: number, fact: number): string {
    const value = this.#parsed?.blocks[block]?.facts[fact]?.value ?? '';
    return value.replace(/\s+/g, ' ').trim().slice(0, MOST_LETTERS).trim();
  }

  /** The row a block belongs to, its YAML key, or the heading it stands under. */
  container(index: number): string {
    const row = this.#rows.get(index);
    if (row) return row;
    const block = this.#parsed?.blocks[index];
    if (block?.kind === 'entry') return String(block.facts.find((fact) => fact.parent < 0)?.key ?? '');
    if (block?.kind === 'item') return block.context;
    const section = lastUpTo(this.#sections.length, (at) => (this.#sections[at]?.block ?? 0) <= index);
    return section < 0 ? '' : `#${this.#sections[section]?.slug ?? ''}`;
  }
}

/** The last of some sorted things for which something holds that holds for all before it; -1 where it holds for none. */
function lastUpTo(count: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
