/** A part of a value, and where it stands in the value's text. */
export interface Token {
  readonly text: string;
  readonly start: number;
}

const ID = /^\p{L}[\p{L}\p{N}._-]*\d[\p{L}\p{N}._-]*$/u;

/** Cuts a cell at line ends and `;`, then at `,` (design: references, 3). */
export function splitList(text: string): Token[] {
  const breaks = /[\n;]/.test(text) ? /[\n;]/ : /,(?=\s|$|[^\d\s])|,(?=\S)/;
  return cut(text, breaks);
}

/** Cuts a list of ids: also at `|`, white space and the words for "and", and ranges are written out. */
export function splitIds(text: string): Token[] {
  // One id alone is by far the most frequent.
  if (!/[\s;,|&]/.test(text)) return text === '' ? [] : writeOutRange({ text, start: 0 });
  const result: Token[] = [];
  for (const part of cut(text, /[\n;,|]/)) {
    const words = cut(part.text, /\s+(?:and|und|et|y|en|及び)\s+|\s*&\s*/i).map((word) => ({
      text: word.text,
      start: part.start + word.start,
    }));
    for (const word of words) {
      const pieces = cut(word.text, /\s+/);
      const ids = pieces.length > 1 && pieces.every((piece) => ID.test(piece.text));
      if (ids) result.push(...pieces.map((piece) => ({ text: piece.text, start: word.start + piece.start })));
      else result.push(word);
    }
  }
  return result.flatMap(writeOutRange);
}

/** The id in parentheses after a name wins: `CreditIQ v2.1 (AIMS-SYS-001)`. */
export function idOf(text: string): string {
  if (/^[\w.-]*$/.test(text) && !text.startsWith('_') && !text.endsWith('_')) return text;
  const match = /\(([^()]*)\)\s*$/.exec(text);
  if (match?.[1] && ID.test(match[1].trim())) return match[1].trim();
  return text.replace(/^[`*_]+|[`*_]+$/g, '').trim();
}

/** True where a text has the form of an id: a letter first, a digit in it, no spaces. */
export function looksLikeId(text: string): boolean {
  return ID.test(text);
}

function cut(text: string, separator: RegExp): Token[] {
  const tokens: Token[] = [];
  const all = new RegExp(separator.source, separator.flags.includes('g') ? separator.flags : `${separator.flags}g`);
  let start = 0;
  const push = (end: number): void => {
    const raw = text.slice(start, end);
    const words = raw.trim();
    if (words !== '') tokens.push({ text: words, start: start + raw.indexOf(words) });
  };
  for (const match of text.matchAll(all)) {
    push(match.index);
    start = match.index + match[0].length;
  }
  push(text.length);
  return tokens;
}

function writeOutRange(token: Token): Token[] {
  const match = /^(.*?)(\d+)\s*(?:–|—|\.\.\.?|to|bis|-(?=[\p{L}]))\s*(.*?)(\d+)$/u.exec(token.text);
  if (!match) return [token];
  const [, prefix = '', from = '', secondPrefix = '', to = ''] = match;
  const [first, last] = [Number(from), Number(to)];
  if (
    (secondPrefix !== '' && secondPrefix.trim() !== prefix.trim()) ||
    prefix === '' ||
    last < first ||
    last - first >= 50
  )
    return [token];
  const ids: Token[] = [];
  for (let number = first; number <= last; number++) {
    ids.push({
      text: prefix + String(number).padStart(from.startsWith('0') ? from.length : 0, '0'),
      start: token.start,
    });
  }
  return ids;
}
