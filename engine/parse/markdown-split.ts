import type { Piece } from './block';
import { ANY_MARKS, MARK, marksOf } from './marks';

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
  const lines = linesOf(text, from);
  let start = from;
  let marks = 0;
  let fence = '';
  let comment = false;
  let html = false;
  let blankBefore = true;
  /** Ends the piece that began at `start`; the next one begins at `next`. */
  const cut = (end: number, next: number): void => {
    if (end > start && marks !== 0) push(pieces, text.slice(start, end), start, marks);
    start = next;
    marks = 0;
  };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line;
    if (fence !== '') {
      if (closes(text, line, fence)) fence = '';
      marks |= line.marks;
      blankBefore = false;
      continue;
    }
    if (comment) {
      if (contentOf(text, line).includes('-->')) comment = false;
      marks |= line.marks;
      blankBefore = false;
      continue;
    }
    if (isBlank(text, line)) {
      marks |= line.marks;
      blankBefore = true;
      html = false;
      continue;
    }
    const first = text.charCodeAt(line.start);
    const heading = first === HASH && !html && ATX_HEADING.test(contentOf(text, line));
    const opensFence = (line.marks & FENCE_MARKS) === 0 ? null : FENCE.exec(contentOf(text, line));
    const startsAlone =
      blankBefore && (isParagraphStart(text, line) || (opensFence && first !== SPACE) || first === OPENING_ANGLE);
    if (heading || startsAlone) cut(line.start, line.start);
    if (heading) {
      marks = line.marks;
      cut(line.end, line.end);
      blankBefore = true;
      continue;
    }
    const table = blankBefore && first === PIPE ? tableAt(text, lines, at) : undefined;
    if (table) {
      cut(line.start, line.start);
      pushTable(pieces, text, lines.slice(at, table));
      at = table - 1;
      start = (lines[at] as Line).end;
      blankBefore = true;
      continue;
    }
    marks |= line.marks;
    blankBefore = false;
    if ((line.marks & FENCE_MARKS) === 0) continue;
    // In HTML these marks are text, in a paragraph that only begins like HTML they open a fence: the rest stays whole.
    if (opensFence && html) {
      marks = ANY_MARKS;
      break;
    }
    if (opensFence) fence = opensFence[1] ?? '';
    const content = contentOf(text, line);
    if (content.includes('<!--') && content.lastIndexOf('-->') < content.lastIndexOf('<!--')) comment = true;
    if (/^ {0,3}<[A-Za-z/!?]/.test(content)) html = true;
  }
  cut(text.length, text.length);
  return pieces;
}

const SPACE = 32;
const HASH = 35;
const OPENING_ANGLE = 60;
const PIPE = 124;
/** Lines with a fence (`` ` ``, `~`) or HTML (`<`) have one of these. */
const FENCE_MARKS = MARK.inline | MARK.markup;

function closes(text: string, line: Line, fence: string): boolean {
  const content = contentOf(text, line);
  const marks = FENCE.exec(content)?.[1] ?? '';
  return marks[0] === fence[0] && marks.length >= fence.length && /^[ `~]*$/.test(content.trim());
}

/** The link definitions of a text, one a line: every piece is parsed with them. */
export function linkDefinitions(text: string, from: number): string {
  if (!text.includes(']:', from)) return '';
  const found: string[] = [];
  let fence = '';
  let mayDefine = true; // a definition cannot interrupt a paragraph
  for (const each of linesOf(text, from)) {
    const line = contentOf(text, each);
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
  return found.join('\n');
}

interface Line {
  readonly start: number;
  /** Where its text ends, without the line end. */
  readonly textEnd: number;
  /** Where the next line starts. */
  readonly end: number;
  readonly marks: number;
}

function linesOf(text: string, from: number): Line[] {
  const lines: Line[] = [];
  let start = from;
  while (start < text.length) {
    let at = start;
    let marks = 0;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 10) break;
      if (code !== 13 || text.charCodeAt(at + 1) !== 10) marks |= marksOf(code);
    }
    const textEnd = at < text.length && at > start && text.charCodeAt(at - 1) === 13 ? at - 1 : at;
    const end = Math.min(at + 1, text.length);
    lines.push({ start, textEnd, end, marks });
    start = end;
  }
  return lines;
}

function contentOf(text: string, { start, textEnd }: Line): string {
  return text.slice(start, textEnd);
}

/** Without anything that is seen; beyond ASCII there are many spaces. */
function isBlank(text: string, line: Line): boolean {
  if ((line.marks & MARK.visible) !== 0) return false;
  return (line.marks & MARK.odd) === 0 || contentOf(text, line).trim() === '';
}

function isParagraphStart(text: string, line: Line): boolean {
  const first = text.charCodeAt(line.start);
  if ((first >= 97 && first <= 122) || (first >= 65 && first <= 90)) return true;
  return /^(?:[\p{L}\p{M}_"'(|\p{Extended_Pictographic}]|\*\*?[^\s*]|`[^`]|\[(?![^\]]*\]:)|\d+[^.)\d])/u.test(
    contentOf(text, line),
  );
}

/** The index of the first line after the table that starts at `at`, or undefined where none does. */
function tableAt(text: string, lines: readonly Line[], at: number): number | undefined {
  const [first, second] = [lines[at], lines[at + 1]];
  if (!first || !second || text.charCodeAt(second.start) !== PIPE) return undefined;
  const [head, rule] = [contentOf(text, first), contentOf(text, second)];
  if (!DELIMITER_ROW.test(rule)) return undefined;
  if (head.trim() === '|' || columnCount(head) !== columnCount(rule)) return undefined;
  let row = at + 2;
  for (let line = lines[row]; line && text.charCodeAt(line.start) === PIPE; line = lines[row]) row++;
  const after = lines[row];
  // A line without a leading pipe could still be a row; then only the library knows where the table ends.
  if (after && !isBlank(text, after) && !ATX_HEADING.test(contentOf(text, after))) return undefined;
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

function push(pieces: Piece[], text: string, start: number, marks: number): void {
  if (marks === MARK.odd && text.trim() === '') return;
  const kind = text.charCodeAt(0) === HASH && ATX_HEADING.test(text) ? 'heading' : 'paragraph';
  pieces.push({ kind, start, text, context: '', frontMatter: false, marks });
}

/** A table as its head, with the line of dashes, and its rows. */
function pushTable(pieces: Piece[], text: string, lines: readonly Line[]): void {
  const [head, rule, ...rows] = lines;
  if (!head || !rule) return;
  const header = text.slice(head.start, rule.end);
  const marks = head.marks;
  pieces.push({ kind: 'table-head', start: head.start, text: header, context: '', frontMatter: false, marks });
  for (const { start, end, marks } of rows)
    pieces.push({ kind: 'table-row', start, text: text.slice(start, end), context: header, frontMatter: false, marks });
}
