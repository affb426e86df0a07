/** One of several values in a cell: words, a reference with a date, or a map written as JSON. */
export type CellItem =
  | { readonly type: 'plain'; readonly text: string; readonly exact: boolean }
  | { readonly type: 'dated'; readonly text: string; readonly date: string }
  | { readonly type: 'map'; readonly entries: Readonly<Record<string, unknown>> };

const DATED = /^(.*\S) \((\d{4}-\d{2}-\d{2})\)$/s;

/**
 * Writes values as one cell: joined by `; `, in double quotes where something in one could be misread. `all` puts every
 * one in quotes, where a reader would not expect a list.
 */
export function writeListCell(items: readonly CellItem[], all = false): string {
  return items
    .map((item) => (all && item.type === 'plain' ? quotedWhere(item.text, true) : written(item, items.length)))
    .join('; ');
}

function written(item: CellItem, count: number): string {
  if (item.type === 'map') return JSON.stringify(item.entries);
  if (item.type === 'dated') return `${quotedWhere(item.text, needsQuotes(item.text))} (${item.date})`;
  const { text } = item;
  return quotedWhere(text, needsQuotes(text) || DATED.test(text) || (count === 1 && text.includes(',') && !item.exact));
}

function needsQuotes(text: string): boolean {
  return /[\n]|^["{]/.test(text) || (text.includes(';') && !/^\[[^\]\n]*\]\([^)\n]*\)$/.test(text));
}

function quotedWhere(text: string, quoted: boolean): string {
  return quoted ? `"${text.replace(/"/g, '""')}"` : text;
}

/** Cuts a cell at `;` and line ends, but not inside quotes, braces or a link. Undefined where it holds no such list. */
export function readListCell(text: string): CellItem[] | undefined {
  const pieces = cut(text);
  if (!pieces) return undefined;
  const items = pieces.map(readItem);
  const formed = pieces.length > 1 || items.some((item) => item.type !== 'plain' || item.exact);
  return formed ? items : undefined;
}

function cut(text: string): string[] | undefined {
  const pieces: string[] = [];
  let at = 0;
  while (at < text.length) {
    while (/[\s;]/.test(text[at] ?? '')) at++;
    if (at >= text.length) break;
    const end = endOfItem(text, at);
    if (end === undefined) return undefined;
    pieces.push(text.slice(at, end).trim());
    at = end + 1;
  }
  return pieces;
}

/** Where an item that starts at `start` ends; undefined where what it opens is never closed. */
function endOfItem(text: string, start: number): number | undefined {
  let at = start;
  if (text[at] === '"') {
    const match = /^"(?:[^"]|"")*"(?: \(\d{4}-\d{2}-\d{2}\))?[ \t]*(?=[;\n]|$)/.exec(text.slice(at));
    if (match) return at + match[0].length;
  }
  if (text[at] === '{') {
    const closing = closingBrace(text, at);
    if (closing !== undefined) return closing + 1;
  }
  while (at < text.length && text[at] !== ';' && text[at] !== '\n') {
    const link = text[at] === '[' ? /^\[[^\]\n]*\]\([^)\n]*\)/.exec(text.slice(at, at + 2000)) : undefined;
    at += link ? link[0].length : 1;
  }
  return at;
}

function closingBrace(text: string, start: number): number | undefined {
  let depth = 0;
  let quoted = false;
  for (let at = start; at < text.length; at++) {
    const letter = text[at];
    if (letter === '\\' && quoted) at++;
    else if (letter === '"') quoted = !quoted;
    else if (!quoted && letter === '{') depth++;
    else if (!quoted && letter === '}' && --depth === 0) return at;
  }
  return undefined;
}

function readItem(text: string): CellItem {
  if (text.startsWith('{')) {
    const entries = jsonMap(text);
    if (entries) return { type: 'map', entries };
  }
  const quoted = /^"((?:[^"]|"")*)"(?: \((\d{4}-\d{2}-\d{2})\))?$/.exec(text);
  if (quoted) {
    const inner = (quoted[1] ?? '').replace(/""/g, '"');
    return quoted[2] === undefined
      ? { type: 'plain', text: inner, exact: true }
      : { type: 'dated', text: inner, date: quoted[2] };
  }
  const dated = DATED.exec(text);
  if (dated) return { type: 'dated', text: dated[1] ?? '', date: dated[2] ?? '' };
  return { type: 'plain', text, exact: false };
}

/** A JSON object as a map; undefined where the text is none. */
export function jsonMap(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
