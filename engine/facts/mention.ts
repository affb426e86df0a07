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
  /(?<![\w.])(?:(?:ISO(?:\/IEC)?[ -]?)?(42001|27001)(?::20\d\d)?[ :,-]*)?(?:Annex[ -]?)?A[. ]?(\d{1,2}(?:\.\d{1,2}){1,2})(?![\w]|\.\d)/g;
const CLAUSE =
  /(?<![\w.])(?:(?:ISO(?:\/IEC)?[ -]?)(42001|27001)(?::20\d\d)?[ :,]*(?:(?:Clause|Cl\.|§)\s*)?|(?:Clauses?|Cl\.|§)\s*)(\d{1,2}(?:\.\d{1,2}){0,3})(?![\w]|\.\d)/gi;
const ANY =
  /(?<![\p{L}\p{N}./@-])\p{L}[\p{L}\p{N}]*(?:[._-][\p{L}\p{N}]+)*[._-]?\d[\p{L}\p{N}]*(?:[._-][\p{L}\p{N}]+)*(?![\p{L}\p{N}/@])/gu;

/** The ids written in a text: controls, clauses where they are named as such, and anything shaped like an id. */
export function mentionsIn(text: string): Mention[] {
  if (!/\d/.test(text)) return [];
  const found: Mention[] = [];
  const free = (span: Span) => found.every((other) => span.end <= other.start || span.start >= other.end);
  for (const match of MAY_BE_CONTROL.test(text) ? text.matchAll(CONTROL) : []) {
    const framework = match[1] ? `iso-${match[1]}` : undefined;
    found.push({
      id: `A.${match[2]}`,
      type: 'control',
      framework,
      start: match.index,
      end: match.index + match[0].length,
    });
  }
  for (const match of MAY_BE_CLAUSE.test(text) ? text.matchAll(CLAUSE) : []) {
    const span = { start: match.index, end: match.index + match[0].length };
    const framework = match[1] ? `iso-${match[1]}` : undefined;
    if (free(span)) found.push({ id: match[2] ?? '', type: 'clause', framework, ...span });
  }
  for (const word of wordsWithDigit(text)) {
    for (const match of text.slice(word.start, word.end).matchAll(ANY)) {
      const start = word.start + match.index;
      const span = { start, end: start + match[0].length };
      if (free(span)) found.push({ id: match[0], type: 'id', framework: undefined, ...span });
    }
  }
  return found.length < 2 ? found : found.sort((a, b) => a.start - b.start);
}

/** What every control and every clause id has: looked for first, since most text has neither. */
const MAY_BE_CONTROL = /A[. ]?\d/;
const MAY_BE_CLAUSE = /cl(?:ause|\.)|§|42001|27001/i;

/** The stretches around digits in which an id could stand: nothing in them ends an id, and what stands around them does. */
function wordsWithDigit(text: string): Span[] {
  const words: Span[] = [];
  let end = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) continue;
    let start = at;
    while (start > end && mayBelong(text.charCodeAt(start - 1))) start--;
    end = at + 1;
    while (end < text.length && mayBelong(text.charCodeAt(end))) end++;
    words.push({ start, end });
    at = end;
  }
  return words;
}

/** Letters, digits, `- . / @ _`, and everything beyond ASCII, which the expression itself looks at. */
function mayBelong(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || (code >= 64 && code <= 90) || (code >= 45 && code <= 57) || code === 95 || code > 127
  );
}
