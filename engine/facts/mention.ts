import type { Span } from '../text/span';

/** An id written somewhere in a text. */
export interface Mention extends Span {
  /** The id as a canonical control id (`A.6.2.4`), clause number (`6.1.3`), or as written. */
  readonly id: string;
  readonly type: 'control' | 'clause' | 'id';
  /** The framework named with the id, such as `iso-42001`; undefined where none is. */
  readonly framework: string | undefined;
}

/** How a control is written. Made anew for each text, since a global expression remembers where it stood. */
export const control = (): RegExp =>
  /(?<![\w.])(?:(?:ISO(?:\/IEC)?[ -]?)?(42001|27001)(?::20\d\d)?[ :,-]*)?(?:Annex[ -]?)?A[. ]?(\d{1,2}(?:\.\d{1,2}){1,2})(?![\w]|\.\d)/g;
/** How a clause is written, where it is named as such. */
export const clause = (): RegExp =>
  /(?<![\w.])(?:(?:ISO(?:\/IEC)?[ -]?)(42001|27001)(?::20\d\d)?[ :,]*(?:(?:Clause|Cl\.|§)\s*)?|(?:Clauses?|Cl\.|§)\s*)(\d{1,2}(?:\.\d{1,2}){0,3})(?![\w]|\.\d)/gi;
/** Anything shaped like an id. */
export const ANY =
  /(?<![\p{L}\p{N}./@-])\p{L}[\p{L}\p{N}]*(?:[._-][\p{L}\p{N}]+)*[._-]?\d[\p{L}\p{N}]*(?:[._-][\p{L}\p{N}]+)*(?![\p{L}\p{N}/@])/gu;

/** What every id has: a digit behind a letter, a dot or a dash, or behind the words that name a control or a clause. */
const MAY_BE_MENTION = /\d(?<=(?:[A-Za-z._\u0080-\uFFFF-]|[AEeSs.§]\s+|4200|2700)\d)/;
/** A sentence with one number in it, and that of a control, without the standard or "Annex" before it. */
const ONE_CONTROL = /^\D*[a-wyz] (A\.\d{1,2}(?:\.\d{1,2}){1,2})(?!\w|\.\d)\D*$/;
const NOTHING: readonly Mention[] = [];

/** False where no id can stand in a text. */
export function mayMention(text: string): boolean {
  return MAY_BE_MENTION.test(text);
}

/**
 * The ids written in a text: controls, clauses where they are named as such, and anything shaped like an id. Each of them
 * holds a digit, and most text has few: only what stands around digits is looked at.
 */
export function mentionsIn(text: string): readonly Mention[] {
  if (!mayMention(text)) return NOTHING;
  const id = ONE_CONTROL.exec(text)?.[1];
  if (id !== undefined) {
    const start = text.indexOf(id);
    return [{ id, type: 'control', framework: undefined, start, end: start + id.length }];
  }
  // An expression finds the first digit faster than a loop.
  const words = wordsWithDigit(text, text.search(/\d/));
  // Each row of these is in order, and what was found before them hides what it overlaps.
  const controls: Mention[] = [];
  eachMatch(text, words, controlStart, control, (match) => {
    controls.push(mentionOf('control', `A.${match[2]}`, match[1], match.index, match[0]));
  });
  const clauses: Mention[] = [];
  eachMatch(text, words, clauseStart, clause, (match) => {
    clauses.push(mentionOf('clause', match[2] ?? '', match[1], match.index, match[0]));
  });
  const named = inOrder(controls, clauses);
  const ids: Mention[] = [];
  words.forEach((word) => {
    if (!word.hasLetter) return;
    for (const match of text.slice(word.start, word.end).matchAll(ANY))
      ids.push(mentionOf('id', match[0], undefined, word.start + match.index, match[0]));
  });
  return inOrder(named, ids);
}

function mentionOf(
  type: Mention['type'],
  id: string,
  standard: string | undefined,
  start: number,
  written: string,
): Mention {
  return { id, type, framework: standard && `iso-${standard}`, start, end: start + written.length };
}

/** Two rows of mentions as one, without those of the second that overlap one of the first. */
function inOrder(first: readonly Mention[], second: readonly Mention[]): readonly Mention[] {
  if (second.length === 0) return first;
  const all: Mention[] = [];
  let at = 0;
  for (const mention of second) {
    for (let other = first[at]; other && other.end <= mention.start; other = first[at]) {
      all.push(other);
      at++;
    }
    const next = first[at];
    if (!next || next.start >= mention.end) all.push(mention);
  }
  for (; at < first.length; at++) all.push(first[at] as Mention);
  return all;
}

/** A stretch around digits in which an id could stand: nothing in it ends an id, and what stands around it does. */
interface Word extends Span {
  /** Where its digits start, each row of them. */
  readonly digits: readonly number[];
  /** True where it holds something beside ASCII digits and marks: an id has a letter. */
  readonly hasLetter: boolean;
}

function wordsWithDigit(text: string, first: number): Word[] {
  const words: Word[] = [];
  let end = 0;
  for (let at = first; at < text.length; at++) {
    if (!isDigit(text.charCodeAt(at))) continue;
    let start = at;
    let hasLetter = false;
    while (start > end && mayBelong(text.charCodeAt(start - 1)))
      hasLetter = text.charCodeAt(--start) >= 64 || hasLetter;
    const digits = [at];
    for (end = at + 1; end < text.length && mayBelong(text.charCodeAt(end)); end++) {
      if (text.charCodeAt(end) >= 64) hasLetter = true;
      if (isDigit(text.charCodeAt(end)) && !isDigit(text.charCodeAt(end - 1))) digits.push(end);
    }
    words.push({ start, end, digits, hasLetter });
    at = end;
  }
  return words;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Letters, digits, `- . / @ _`, and everything beyond ASCII, which the expression itself looks at. */
function mayBelong(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || (code >= 64 && code <= 90) || (code >= 45 && code <= 57) || code === 95 || code > 127
  );
}

/**
 * Tells what a pattern finds in a text, looking only from where `startOf` says that something with a digit could start: -1
 * where nothing with it can.
 */
function eachMatch(
  text: string,
  words: readonly Word[],
  startOf: (text: string, digit: number) => number,
  pattern: () => RegExp,
  take: (match: RegExpExecArray) => void,
): void {
  let global: RegExp | undefined;
  let end = 0;
  for (let word = 0; word < words.length; word++) {
    const { digits } = words[word] as Word;
    for (let at = 0; at < digits.length; at++) {
      const digit = digits[at] as number;
      const start = digit < end ? -1 : startOf(text, digit);
      if (start < 0) continue;
      global ??= pattern();
      global.lastIndex = Math.max(start, end);
      const match = global.exec(text);
      // Nothing from here to the end: then nothing from any later digit either.
      if (!match) return;
      end = match.index + match[0].length;
      take(match);
    }
  }
}

/** Where a control whose number starts at a digit could start: what may stand before its `A` is of these letters. */
function controlStart(text: string, digit: number): number {
  const gap = text[digit - 1] === '.' || text[digit - 1] === ' ' ? 1 : 0;
  let start = digit - 1 - gap;
  if (text[start] !== 'A') return -1;
  while (start > 0 && 'ISO/EC Annex-:,0123456789'.includes(text[start - 1] ?? '')) start--;
  return start;
}

/** The same for a clause: the standard's number is the first of its digits, or words for it stand before them. */
function clauseStart(text: string, digit: number): number {
  if (text.startsWith('42001', digit) || text.startsWith('27001', digit)) return Math.max(digit - 'ISO/IEC '.length, 0);
  let end = digit;
  while (end > 0 && text[end - 1]?.trim() === '') end--;
  const start = Math.max(end - 'Clauses'.length, 0);
  return /(?:clauses?|cl\.|§)$/i.test(text.slice(start, end)) ? start : -1;
}
