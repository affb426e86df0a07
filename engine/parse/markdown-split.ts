import type { Piece } from './block';

const ATX_HEADING = /^#{1,6}(?:[ \t]|$)/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const DELIMITER_ROW = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
const DEFINITION = /^ {0,3}\[[^\]\n]+\]:[ \t]*\S+.*$/;

/**
 * Cuts Markdown where it is certain that parsing the pieces alone means the same as parsing the whole: before a heading
 * or a paragraph at column 0, after a blank line, outside fences, HTML and comments; and between the rows of a table.
 * `from` is where the Markdown starts in the text, behind the front matter.
 */
export function splitMarkdown(text: string, from: number): Piece[] {
  const pieces: Piece[] = [];
  const body = from === 0 ? text : text.slice(from);
  const whole = body.split('\n');
  const lines = body.includes('\r') ? linesOf(body) : whole;
  const mayOpen = FENCE_OR_HTML.test(body);
  let start = from;
  let next = from;
  let fence = '';
  let comment = false;
  let html = false;
  let blankBefore = true;
  for (let at = 0; at < lines.length; at++) {
    const content = lines[at] as string;
    const lineStart = next;
    next = Math.min(lineStart + (whole[at] as string).length + 1, text.length);
    if (fence !== '' || comment) {
      if (fence !== '' && closes(content, fence)) fence = '';
      if (comment && content.includes('-->')) comment = false;
      blankBefore = false;
      continue;
    }
    const first = content.charCodeAt(0);
    const isWord = isLetter(first);
    if (!isWord && content.trim() === '') {
      blankBefore = true;
      html = false;
      continue;
    }
    const opens = mayOpen && FENCE_OR_HTML.test(content);
    const opensFence = opens ? FENCE.exec(content) : null;
    const isHeading = first === HASH && !html && ATX_HEADING.test(content);
    const startsAlone =
      blankBefore &&
      (isWord || isParagraphStart(content) || (opensFence && first !== SPACE) || first === OPENING_ANGLE);
    if (isHeading || startsAlone) {
      push(pieces, text, start, lineStart);
      start = lineStart;
    }
    if (isHeading) {
      push(pieces, text, lineStart, next);
      start = next;
      blankBefore = true;
      continue;
    }
    const table = blankBefore && first === PIPE ? tableAt(lines, at) : undefined;
    if (table) {
      push(pieces, text, start, lineStart);
      start = pushTable(pieces, text, lineStart, whole.slice(at, table));
      next = start;
      at = table - 1;
      blankBefore = true;
      continue;
    }
    blankBefore = false;
    if (!opens) continue;
    // In HTML these marks are text, in a paragraph that only begins like HTML they open a fence: the rest stays whole.
    if (opensFence && html) break;
    if (opensFence) fence = opensFence[1] ?? '';
    if (content.includes('<!--') && content.lastIndexOf('-->') < content.lastIndexOf('<!--')) comment = true;
    if (/^ {0,3}<[A-Za-z/!?]/.test(content)) html = true;
  }
  push(pieces, text, start, text.length);
  return pieces;
}

const SPACE = 32;
const HASH = 35;
const OPENING_ANGLE = 60;
const PIPE = 124;
const FENCE_OR_HTML = /[`~<]/;

function closes(content: string, fence: string): boolean {
  const marks = FENCE.exec(content)?.[1] ?? '';
  return marks[0] === fence[0] && marks.length >= fence.length && /^[ `~]*$/.test(content.trim());
}

/** The link definitions of a text: a piece is parsed with those that it may refer to. */
export interface LinkDefinitions {
  /** All of them, one a line. */
  readonly text: string;
  readonly lines: readonly { readonly label: string; readonly line: string }[];
}

/** What stands for a text without link definitions. */
export const NO_DEFINITIONS: LinkDefinitions = { text: '', lines: [] };

/** The definitions that a text may refer to, one a line: those whose label stands in it. */
export function definitionsFor(text: string, { text: all, lines }: LinkDefinitions): string {
  if (lines.length === 0 || !text.includes('[')) return '';
  // In a quotation a label may go on behind the mark of the next line, and a table reads `\|` as `|`.
  if (/\\|\n[^\n]*>/.test(text)) return all;
  const plain = plainLabel(text);
  return lines
    .filter(({ label }) => plain.includes(label))
    .map(({ line }) => line)
    .join('\n');
}

/** A label as Markdown compares it: case and the kind of white space count for nothing. */
function plainLabel(text: string): string {
  return text.replace(/\s+/g, ' ').toLowerCase().toUpperCase();
}

/** The link definitions of a text. */
export function linkDefinitions(text: string, from: number): LinkDefinitions {
  if (!text.includes(']:', from)) return NO_DEFINITIONS;
  const found: string[] = [];
  let fence = '';
  let mayDefine = true; // a definition cannot interrupt a paragraph
  for (const line of linesOf(text.slice(from))) {
    const marks = FENCE.exec(line)?.[1] ?? '';
    if (fence !== '') {
      if (marks.startsWith(fence) && line.trim() === marks) fence = '';
      continue;
    }
    if (marks !== '') {
      fence = marks;
      mayDefine = true;
    } else if (mayDefine && DEFINITION.test(line)) found.push(line);
    else mayDefine = line.trim() === '' || ATX_HEADING.test(line);
  }
  const labels = found.map((line) => plainLabel(line.slice(line.indexOf('[') + 1, line.indexOf(']:'))).trim());
  return { text: found.join('\n'), lines: found.map((line, index) => ({ label: labels[index] ?? '', line })) };
}

/** The lines of a text without their ends. */
function linesOf(text: string): string[] {
  return text.split(/\r?\n/);
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function isParagraphStart(line: string): boolean {
  return /^(?:[\p{L}\p{M}_"'(|\p{Extended_Pictographic}]|\*\*?[^\s*]|`[^`]|\[(?![^\]]*\]:)|\d+[^.)\d])/u.test(line);
}

/** The index of the first line after the table that starts at `at`, or undefined where none does. */
function tableAt(lines: readonly string[], at: number): number | undefined {
  const head = lines[at] ?? '';
  const rule = lines[at + 1];
  if (!head.startsWith('|') || rule === undefined || !rule.startsWith('|') || !DELIMITER_ROW.test(rule))
    return undefined;
  if (head.trim() === '|' || columnCount(head) !== columnCount(rule)) return undefined;
  let row = at + 2;
  while (row < lines.length && lines[row]?.startsWith('|')) row++;
  const after = lines[row];
  // A line without a leading pipe could still be a row; then only the library knows where the table ends.
  if (after !== undefined && after.trim() !== '' && !ATX_HEADING.test(after)) return undefined;
  return row;
}

/** How many cells a pipe row has. An escaped pipe is no border. */
export function columnCount(row: string): number {
  const inner = row
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).length;
}

function push(pieces: Piece[], text: string, start: number, end: number): void {
  if (end <= start) return;
  const piece = text.slice(start, end);
  if (piece.trim() === '') return;
  const kind = piece.charCodeAt(0) === HASH && ATX_HEADING.test(piece) ? 'heading' : 'paragraph';
  pieces.push({ kind, start, text: piece, context: '', frontMatter: false });
}

/** A table as its head, with the line of dashes, and its rows. Gives where the table ends. */
function pushTable(pieces: Piece[], text: string, from: number, lines: readonly string[]): number {
  let start = from;
  const add = (kind: 'table-head' | 'table-row', length: number, context: string): string => {
    const end = Math.min(start + length + 1, text.length);
    const own = text.slice(start, end);
    pieces.push({ kind, start, text: own, context, frontMatter: false });
    start = end;
    return own;
  };
  const [head = '', rule = '', ...rows] = lines;
  const header = add('table-head', head.length + 1 + rule.length, '');
  for (const row of rows) add('table-row', row.length, header);
  return start;
}
