import type { TextEdit } from '../../text/edit';
import type { Span } from '../../text/span';

/** What an entry stands for; a face chooses its picture. */
export type EntryKind =
  | 'control'
  | 'clause'
  | 'reference'
  | 'value'
  | 'key'
  | 'file'
  | 'section'
  | 'snippet'
  | 'date'
  | 'person';

/** One line of the list. */
export interface CompletionEntry {
  readonly label: string;
  readonly kind: EntryKind;
  /** Shown beside the label: a title, a meaning. */
  readonly detail: string;
  /** Orders entries that fit equally well. */
  readonly sort: string;
  /** What is compared with the text that `span` holds up to the cursor. */
  readonly filter: string;
  /** What the entry takes the place of; on one line, with the cursor in it. */
  readonly span: Span;
  readonly text: string;
  /** True where `text` has tab stops. */
  readonly snippet: boolean;
  readonly additional: readonly TextEdit[];
  /** What `completionDocumentation` explains. */
  readonly topic: string | undefined;
  /** True where the next choice follows at once, such as the value after a key. */
  readonly again: boolean;
}

/** The most entries a list has. A list of this length is asked for again as more is typed. */
export const MOST_ENTRIES = 300;

/** Something that could be chosen, before it is known how it is written at the cursor. */
export interface Candidate {
  readonly label: string;
  readonly kind: EntryKind;
  readonly detail: string;
  /** The value to write, where it is not the label. */
  readonly value?: string;
  /** Further words it is found by. */
  readonly words?: string;
  /** Lower comes first whatever else. */
  readonly rank?: number;
  readonly topic?: string;
  readonly again?: boolean;
}

/** A candidate; `more` says by what else it is found, where it stands and what explains it. */
export function candidateOf(
  kind: EntryKind,
  label: string,
  detail: string,
  more?: Omit<Candidate, 'kind' | 'label' | 'detail'>,
): Candidate {
  return { kind, label, detail, ...more };
}

/** A candidate written as it is shown. */
export function asLabelled({ label }: Candidate): Written {
  return { text: label };
}

/** How a candidate is written at the cursor. */
export interface Written {
  readonly text: string;
  readonly snippet?: boolean;
  readonly span?: Span;
}

/** The entries for what is typed: those that begin with it first, then those that are found by their words. */
export function choose(
  candidates: Iterable<Candidate>,
  typed: string,
  span: Span,
  write: (candidate: Candidate) => Written,
): CompletionEntry[] {
  const words = wordsOf(typed);
  const plain = plainOf(typed);
  const fitting: { candidate: Candidate; order: number }[] = [];
  let count = 0;
  for (const candidate of candidates) {
    const fit = words.length === 0 ? 0 : fitOf(candidate, words, plain);
    if (fit < 0 || !holds(filterOf(candidate), typed)) continue;
    fitting.push({ candidate, order: fit * 10 + (candidate.rank ?? 5) });
    if (words.length === 0 && ++count >= 4 * MOST_ENTRIES) break;
  }
  // Sorting keeps the given order among equals.
  fitting.sort((a, b) => a.order - b.order);
  return fitting.slice(0, MOST_ENTRIES).map(({ candidate }, index) => {
    const written = write(candidate);
    return {
      label: candidate.label,
      kind: candidate.kind,
      detail: candidate.detail,
      sort: String(index).padStart(4, '0'),
      filter: filterOf(candidate),
      span: written.span ?? span,
      text: written.text,
      snippet: written.snippet ?? false,
      additional: [],
      topic: candidate.topic,
      again: candidate.again ?? false,
    };
  });
}

/** True where a candidate would be listed for what is typed. */
export function fits(candidate: Candidate, typed: string): boolean {
  const words = wordsOf(typed);
  return words.length === 0 || (fitOf(candidate, words, plainOf(typed)) >= 0 && holds(filterOf(candidate), typed));
}

function filterOf({ label, value, words }: Candidate): string {
  return [...new Set([label, value, words])].filter((part) => part !== undefined && part !== '').join(' ');
}

/** 0 where the label or value begins with what is typed, 1 where its words do, 2 where it only holds it; -1 where it does not fit. */
function fitOf(candidate: Candidate, words: readonly string[], plain: string): number {
  const { label, value } = candidate;
  if (plain !== '' && (begins(label, plain) || (value !== undefined && begins(value, plain)))) return 0;
  const text = `${label} ${value ?? ''} ${candidate.words ?? ''}`.toLowerCase();
  let at = 0;
  for (const word of words) {
    at = wordAt(text, word, at);
    if (at < 0) return words.length === 1 && word.length > 1 && label.toLowerCase().includes(word) ? 2 : -1;
    at += word.length;
  }
  return 1;
}

/** Where a word begins in a text, from `from` on; -1 where none does. */
function wordAt(text: string, word: string, from: number): number {
  let at = text.indexOf(word, from);
  while (at > 0 && /[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) at = text.indexOf(word, at + 1);
  return at;
}

/** True where a text begins with letters and digits, whatever stands between them: thousands are asked, so sign by sign. */
function begins(text: string, plain: string): boolean {
  let found = 0;
  for (let at = 0; at < text.length && found < plain.length; at++) {
    const sign = text[at]?.toLowerCase() ?? '';
    if (sign === plain[found]) found++;
    else if (/[\p{L}\p{N}]/u.test(sign)) return false;
  }
  return found === plain.length;
}

/** True where the signs of what is typed stand in a text in this order: editors show no other entry. */
function holds(text: string, typed: string): boolean {
  const lower = text.toLowerCase();
  let at = 0;
  for (const sign of typed.trim().toLowerCase()) {
    at = lower.indexOf(sign, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function wordsOf(typed: string): string[] {
  return typed
    .toLowerCase()
    .split(/[\s_/(),:-]+/)
    .filter((word) => word !== '');
}

/** Letters and digits only, so that `a62` finds `A.6.2.4`. */
function plainOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
