/** A part of a line or paragraph: text, code, a link or strong text. Offsets are relative to what was read. */
export interface PlainPart {
  readonly type: 'text' | 'code' | 'link' | 'strong';
  readonly start: number;
  readonly end: number;
  /** What it says: the text inside the marks. */
  readonly words: string;
  /** Where the words start. */
  readonly wordsStart: number;
  /** The address of a link; else empty. */
  readonly address: string;
}

/** Marks that only the library reads right, and words that it may take for something to fill in. */
const NEEDS_LIBRARY = /[\]_<>&\\~{}]|!\[|TBD|TODO|INSERT/;
const ADDRESS = /^[^\s()<>[\]`*\\&{}|]+$/;
const LETTER = /[\p{L}\p{N}]/u;
const LAST = /[\p{L}\p{N}.,;:!?)%]/u;

/** What makes a text more than words. */
const NOT_WORDS = /[`[*\]_<>&\\~{}T]/;

/**
 * Reads text with `**strong**`, `` `code` `` and `[links](to.md)` and nothing else, where these marks can be taken in one
 * way only; undefined where the library is needed.
 */
export function readPlainInline(text: string): readonly PlainPart[] | undefined {
  if (!NOT_WORDS.test(text))
    return text === '' ? [] : [{ type: 'text', start: 0, end: text.length, words: text, wordsStart: 0, address: '' }];
  const parts: PlainPart[] = [];
  let plain = 0;
  let at = 0;
  const pushText = (end: number): boolean => {
    const words = text.slice(plain, end);
    if (words === '') return true;
    if (NEEDS_LIBRARY.test(words)) return false;
    parts.push({ type: 'text', start: plain, end, words, wordsStart: plain, address: '' });
    return true;
  };
  const mark = /[`[*]/g; // its own object, since a global expression remembers where it stood
  for (;;) {
    mark.lastIndex = at;
    const found = mark.exec(text);
    if (!found) break;
    const start = found.index;
    const part =
      found[0] === '`' ? codeAt(text, start) : found[0] === '[' ? linkAt(text, start) : strongAt(text, start);
    if (!part || !pushText(start)) return undefined;
    parts.push(part);
    plain = part.end;
    at = part.end;
  }
  return pushText(text.length) ? parts : undefined;
}

/** The words of parts, each line trimmed, as a reader sees them. */
export function plainWords(parts: readonly PlainPart[]): string {
  let words = '';
  parts.forEach((part) => {
    words += part.words;
  });
  if (!words.includes('\n')) return words.trim();
  return words
    .split(/\r?\n/)
    .map((line) => line.trim())
    .join('\n');
}

function codeAt(text: string, start: number): PlainPart | undefined {
  const close = text.indexOf('`', start + 1);
  const words = text.slice(start + 1, close);
  if (close < 0 || words === '' || text[close + 1] === '`' || /[\r\n]/.test(words) || words.trim() !== words)
    return undefined;
  return { type: 'code', start, end: close + 1, words, wordsStart: start + 1, address: '' };
}

/** The link whose bracket opens at `start`; undefined where the library is needed. */
export function linkAt(text: string, start: number): PlainPart | undefined {
  const close = text.indexOf(']', start);
  if (close < 0 || text[close + 1] !== '(' || text[start - 1] === '!') return undefined;
  const end = text.indexOf(')', close);
  const words = text.slice(start + 1, close);
  const address = text.slice(close + 2, end);
  if (end < 0 || words.trim() === '' || /[[`*\r\n]/.test(words) || NEEDS_LIBRARY.test(words) || !ADDRESS.test(address))
    return undefined;
  return { type: 'link', start, end: end + 1, words, wordsStart: start + 1, address };
}

/** Strong text whose marks can be nothing else: a letter follows the first, and what stands around is no word. */
function strongAt(text: string, start: number): PlainPart | undefined {
  const close = text.indexOf('**', start + 2);
  const words = text.slice(start + 2, close);
  if (text[start + 1] !== '*' || close < 0 || /[[`*\r\n]/.test(words) || NEEDS_LIBRARY.test(words)) return undefined;
  const [before = ' ', after = ' '] = [text[start - 1], text[close + 2]];
  const first = String.fromCodePoint(words.codePointAt(0) ?? 32);
  const last = words[words.length - 1] ?? ' ';
  if (!/[\s(]/.test(before) || !LETTER.test(first) || !LAST.test(last) || !/[\s.,;:!?)]/.test(after)) return undefined;
  return { type: 'strong', start, end: close + 2, words, wordsStart: start + 2, address: '' };
}
