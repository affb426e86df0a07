import type { Span } from '../text/span';

/** An id written somewhere in a text. */
export interface Mention extends Span {
  /** The id as a canonical control id (`A.6.2.4`), clause number (`6.1.3`), or as written. */
  readonly id: string;
  readonly type: 'control' | 'clause' | 'id';
  /** The framework named with the id, such as `iso-42001`; undefined where none is. */
  readonly framework: string | undefined;
}

const CONTROL =
  /(?<![\w.])(?:(?:ISO(?:\/IEC)?[ -]?)?(42001|27001)(?::20\d\d)?[ :,-]*)?(?:Annex[ -]?)?A[. ]?(\d{1,2}(?:\.\d{1,2}){1,2})(?![\w]|\.\d)/;
const CLAUSE =
  /(?<![\w.])(?:(?:ISO(?:\/IEC)?[ -]?)(42001|27001)(?::20\d\d)?[ :,]*(?:(?:Clause|Cl\.|§)\s*)?|(?:Clauses?|Cl\.|§)\s*)(\d{1,2}(?:\.\d{1,2}){0,3})(?![\w]|\.\d)/i;
const ANY =
  /(?<![\p{L}\p{N}./@-])\p{L}[\p{L}\p{N}]*(?:[._-][\p{L}\p{N}]+)*[._-]?\d[\p{L}\p{N}]*(?:[._-][\p{L}\p{N}]+)*(?![\p{L}\p{N}/@])/gu;

/**
 * The ids written in a text: controls, clauses where they are named as such, and anything shaped like an id. Each of them
 * holds a digit, and most text has few: only what stands around digits is looked at.
 */
export function mentionsIn(text: string): readonly Mention[] {
  const words = wordsWithDigit(text);
  if (words.length === 0) return [];
  const found: Mention[] = [];
  const free = (span: Span) => found.every((other) => span.end <= other.start || span.start >= other.end);
  for (const match of matchesFrom(text, CONTROL, words, controlStart)) {
    const framework = match[1] ? `iso-${match[1]}` : undefined;
    found.push({ id: `A.${match[2]}`, type: 'control', framework, ...spanOf(match) });
  }
  for (const match of matchesFrom(text, CLAUSE, words, clauseStart)) {
    const framework = match[1] ? `iso-${match[1]}` : undefined;
    if (free(spanOf(match))) found.push({ id: match[2] ?? '', type: 'clause', framework, ...spanOf(match) });
  }
  for (const word of words) {
    if (!word.hasLetter || found.some(({ start, end }) => start <= word.start && end >= word.end)) continue;
    for (const match of text.slice(word.start, word.end).matchAll(ANY)) {
      const start = word.start + match.index;
      const span = { start, end: start + match[0].length };
      if (free(span)) found.push({ id: match[0], type: 'id', framework: undefined, ...span });
    }
  }
  return found.length < 2 ? found : found.sort((a, b) => a.start - b.start);
}

function spanOf(match: RegExpExecArray): Span {
  return { start: match.index, end: match.index + match[0].length };
}

/** A stretch around digits in which an id could stand: nothing in it ends an id, and what stands around it does. */
interface Word extends Span {
  /** Where its digits start, each row of them. */
  readonly digits: readonly number[];
  /** True where it holds something beside ASCII digits and marks: an id has a letter. */
  readonly hasLetter: boolean;
}

function wordsWithDigit(text: string): Word[] {
  const words: Word[] = [];
  let end = 0;
  for (let at = 0; at < text.length; at++) {
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
 * What a pattern finds in a text, looking only from where `startOf` says that something with the digit could start: -1
 * where nothing with it can.
 */
function matchesFrom(
  text: string,
  pattern: RegExp,
  words: readonly Word[],
  startOf: (text: string, digit: number) => number,
): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  let global: RegExp | undefined; // its own object, since a global expression remembers where it stood
  let end = 0;
  for (const { digits } of words) {
    for (const digit of digits) {
      const start = digit < end ? -1 : startOf(text, digit);
      if (start < 0) continue;
      global ??= new RegExp(pattern, `g${pattern.flags}`);
      global.lastIndex = Math.max(start, end);
      const match = global.exec(text);
      if (!match) return found;
      found.push(match);
      end = match.index + match[0].length;
    }
  }
  return found;
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
