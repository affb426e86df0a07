import type { YamlEntry, YamlNode } from './yaml';

const SPACE = 32;
const DASH = 45;
const MOST_DEPTH = 20;
/** Characters that only the library reads right, wherever they stand: tabs, control characters, odd line ends. */
const ODD = /[^\P{Cc}\n\r]|[\u2028\u2029\uFEFF\uFFFE\uFFFF]|\r(?!\n)/u;
const KEY = /^([A-Za-z_][A-Za-z0-9_.-]*(?: [A-Za-z0-9_.-]+)*):(?: +|$)/;
const OTHER_TYPE_OF_KEY = /^(?:true|false|null)$/i;
/** A plain text on one line: begins with a letter, a digit or the start of a path, and holds neither a comment nor a key. */
const PLAIN = /^(?:[\p{L}\p{N}_(/]|\.{1,2}\/)(?:(?!: |:$| #)[^\n])*$/u;
const PLAIN_IN_LIST = /^[\p{L}\p{N}_(/](?:(?! #)[^,[\]{}:\n])*$/u;

interface Line {
  readonly start: number;
  readonly indent: number;
  /** The text from `indent` to the line end, without it. */
  readonly text: string;
  /** Where the next line starts. */
  readonly next: number;
}

/** Raised inside this file where the library is needed. */
class NotPlain extends Error {}

/**
 * Reads YAML of the simplest form without the library: keys, texts on one line, lists. Undefined where anything else
 * stands in it. A test holds the two equal.
 */
export function readPlainYaml(text: string): YamlNode | undefined {
  if (ODD.test(text)) return undefined;
  const lines = linesOf(text);
  if (!lines || lines.length === 0) return undefined;
  try {
    const reader = new PlainReader(lines);
    const first = lines[0] as Line;
    const root = reader.readBlock(first.indent, 0);
    return reader.done ? root : undefined;
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}

/** The lines with text; undefined where one is blank in between, is a comment, or ends in a space. */
function linesOf(text: string): Line[] | undefined {
  const lines: Line[] = [];
  let start = 0;
  let blank = false;
  while (start < text.length) {
    const feed = text.indexOf('\n', start);
    const next = feed < 0 ? text.length : feed + 1;
    let end = feed < 0 ? text.length : feed;
    if (end > start && text.charCodeAt(end - 1) === 13) end--;
    let indent = start;
    while (indent < end && text.charCodeAt(indent) === SPACE) indent++;
    if (indent === end) {
      if (end > start) return undefined;
      blank = true;
    } else {
      if (blank || text[indent] === '#' || text.charCodeAt(end - 1) === SPACE) return undefined;
      lines.push({ start, indent: indent - start, text: text.slice(indent, end), next });
    }
    start = next;
  }
  return lines;
}

class PlainReader {
  readonly #lines: readonly Line[];
  #at = 0;

  constructor(lines: readonly Line[]) {
    this.#lines = lines;
  }

  get done(): boolean {
    return this.#at === this.#lines.length;
  }

  /** A map or a list whose lines start in this column. */
  readBlock(indent: number, depth: number): YamlNode {
    if (depth > MOST_DEPTH) throw new NotPlain();
    const line = this.#lines[this.#at];
    if (line?.indent !== indent) throw new NotPlain();
    return isItem(line.text) ? this.#readList(indent, depth) : this.#readMap(indent, line.text, depth);
  }

  #readList(indent: number, depth: number): YamlNode {
    const entries: YamlEntry[] = [];
    const start = (this.#lines[this.#at]?.start ?? 0) + indent;
    let end = start;
    for (let line = this.#lines[this.#at]; line?.indent === indent && isItem(line.text); line = this.#lines[this.#at]) {
      const gap = /^-( +)/.exec(line.text)?.[1]?.length ?? 0;
      const inner = line.text.slice(1 + gap);
      if (gap === 0 || isItem(inner)) throw new NotPlain();
      const column = indent + 1 + gap;
      const node = KEY.test(inner)
        ? this.#readMap(column, inner, depth + 1)
        : this.#readValue(inner, line.start + column, indent);
      end = this.#endOf(node);
      entries.push({ key: entries.length, keyStart: node.start, keyEnd: node.start, node });
    }
    const after = this.#lines[this.#at];
    if (after && after.indent > indent) throw new NotPlain();
    return { start, end, value: null, entries, type: 'list' };
  }

  /** A map; `first` is what its first line says from that column on, since it may follow a dash. */
  #readMap(indent: number, first: string, depth: number): YamlNode {
    if (depth > MOST_DEPTH) throw new NotPlain();
    const entries: YamlEntry[] = [];
    const start = (this.#lines[this.#at]?.start ?? 0) + indent;
    let end = start;
    let text: string | undefined = first;
    while (text !== undefined) {
      const line = this.#lines[this.#at] as Line;
      const match = KEY.exec(text);
      const key = match?.[1] ?? '';
      if (!match || key.length > 500 || OTHER_TYPE_OF_KEY.test(key) || entries.some((entry) => entry.key === key))
        throw new NotPlain();
      const keyStart = line.start + indent;
      const keyEnd = keyStart + key.length;
      const rest = text.slice(match[0].length);
      const node =
        rest === ''
          ? this.#readNested(indent, keyEnd + 1, depth)
          : this.#readValue(rest, keyStart + match[0].length, indent);
      end = this.#endOf(node);
      entries.push({ key, keyStart, keyEnd, node });
      const next = this.#lines[this.#at];
      if (next && next.indent > indent) throw new NotPlain();
      text = next?.indent === indent && !isItem(next.text) ? next.text : undefined;
    }
    return { start, end, value: null, entries, type: 'map' };
  }

  /** What stands below a key without a value; nothing is an empty text behind the colon. */
  #readNested(indent: number, colon: number, depth: number): YamlNode {
    this.#at++;
    const next = this.#lines[this.#at];
    const list = next !== undefined && next.indent >= indent && isItem(next.text);
    if (next && (next.indent > indent || list)) return this.readBlock(next.indent, depth + 1);
    return { start: colon, end: colon, value: '', entries: [], type: 'scalar' };
  }

  /** A text or a list in brackets on the rest of a line; the next line must not go on with it. */
  #readValue(text: string, start: number, indent: number): YamlNode {
    this.#at++;
    const next = this.#lines[this.#at];
    if (next && next.indent > indent) throw new NotPlain();
    if (text.startsWith('[')) return readFlowList(text, start);
    return readScalar(text, start, PLAIN);
  }

  /** A block reaches to the end of the line of its last value. */
  #endOf(node: YamlNode): number {
    if (node.type !== 'scalar' && node.entries.length > 0 && !node.isFlow) return node.end;
    if (node.type === 'scalar' && node.start === node.end) return node.end;
    return this.#lines[this.#at - 1]?.next ?? node.end;
  }
}

function isItem(text: string): boolean {
  return text.charCodeAt(0) === DASH && (text.length === 1 || text.charCodeAt(1) === SPACE);
}

function readFlowList(text: string, start: number): YamlNode {
  const end = start + text.length;
  if (!text.endsWith(']')) throw new NotPlain();
  const inner = text.slice(1, -1);
  const entries: YamlEntry[] = [];
  if (inner.trim() !== '') {
    let at = 1;
    for (const part of inner.split(',')) {
      const words = part.trim();
      const from = start + at + part.indexOf(words);
      const node = readScalar(words, from, PLAIN_IN_LIST);
      entries.push({ key: entries.length, keyStart: node.start, keyEnd: node.start, node });
      at += part.length + 1;
    }
  }
  return { start, end, value: null, entries, type: 'list', isFlow: true };
}

function readScalar(text: string, start: number, plain: RegExp): YamlNode {
  const end = start + text.length;
  const quote = text[0];
  if (quote === '"' || quote === "'") {
    const inner = text.slice(1, -1);
    if (text.length < 2 || text[text.length - 1] !== quote || inner.includes(quote) || inner.includes('\\'))
      throw new NotPlain();
    return { start, end, value: inner, entries: [], type: 'scalar' };
  }
  if (!plain.test(text)) throw new NotPlain();
  return { start, end, value: text === 'null' ? '' : text, entries: [], type: 'scalar' };
}
