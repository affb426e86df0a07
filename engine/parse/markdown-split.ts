import type { Piece } from './block';

const ATX_HEADING = /^#{1,6}(?:[ \t]|$)/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const DELIMITER_ROW = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
const DEFINITION = /^ {0,3}\[[^\]\n]+\]:[ \t]*\S+.*$/;

/**
 * Cuts Markdown where it is certain that parsing the pieces alone means the same as parsing the whole: before a heading
 * or a paragraph at column 0, after a blank line, outside fences, HTML and comments; and between the rows of a table.
 */
export function splitMarkdown(text: string, offset: number): Piece[] {
  const pieces: Piece[] = [];
  const lines = linesOf(text, offset);
  let start = offset;
  let fence = '';
  let comment = false;
  let html = false;
  let blankBefore = true;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line;
    const content = line.text;
    if (fence !== '') {
      const close = FENCE.exec(content);
      if (
        close &&
        close[1]?.[0] === fence[0] &&
        (close[1]?.length ?? 0) >= fence.length &&
        /^[ `~]*$/.test(content.trim())
      )
        fence = '';
      blankBefore = false;
      continue;
    }
    if (comment) {
      if (content.includes('-->')) comment = false;
      blankBefore = false;
      continue;
    }
    if (content.trim() === '') {
      blankBefore = true;
      html = false;
      continue;
    }
    const heading = ATX_HEADING.test(content) && !html;
    const paragraph = blankBefore && isParagraphStart(content);
    const opensFence = FENCE.exec(content);
    if (
      line.start > start &&
      (heading || paragraph || (blankBefore && opensFence && content[0] !== ' ') || (blankBefore && content[0] === '<'))
    ) {
      push(pieces, text, start, line.start);
      start = line.start;
    }
    if (heading) {
      push(pieces, text, line.start, line.end);
      start = line.end;
      blankBefore = true;
      continue;
    }
    const table = blankBefore ? tableAt(lines, at) : undefined;
    if (table) {
      if (line.start > start) push(pieces, text, start, line.start);
      const header = text.slice(line.start, (lines[at + 1] as Line).end);
      pieces.push({ kind: 'table-head', start: line.start, text: header, context: '', frontMatter: false });
      for (let row = at + 2; row < table; row++) {
        const { start: rowStart, end } = lines[row] as Line;
        pieces.push({
          kind: 'table-row',
          start: rowStart,
          text: text.slice(rowStart, end),
          context: header,
          frontMatter: false,
        });
      }
      at = table - 1;
      start = (lines[at] as Line).end;
      blankBefore = true;
      continue;
    }
    // In HTML these marks are text, in a paragraph that only begins like HTML they open a fence: the rest stays whole.
    if (opensFence && html) break;
    if (opensFence) fence = opensFence[1] ?? '';
    if (content.includes('<!--') && content.lastIndexOf('-->') < content.lastIndexOf('<!--')) comment = true;
    if (/^ {0,3}<[A-Za-z/!?]/.test(content)) html = true;
    blankBefore = false;
  }
  const end = offset + text.length - offset;
  if (end > start) push(pieces, text, start, end);
  return pieces;
}

/** The link definitions of a text, one a line: every piece is parsed with them. */
export function linkDefinitions(text: string): string {
  if (!text.includes(']:')) return '';
  const found: string[] = [];
  let fence = '';
  let mayDefine = true; // a definition cannot interrupt a paragraph
  for (const { text: line } of linesOf(text, 0)) {
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
  readonly end: number;
  readonly text: string;
}

function linesOf(text: string, offset: number): Line[] {
  const lines: Line[] = [];
  let start = offset;
  while (start < text.length) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed + 1;
    let textEnd = feed < 0 ? end : feed;
    if (feed >= 0 && text.charCodeAt(feed - 1) === 13 && feed > start) textEnd--;
    lines.push({ start, end, text: text.slice(start, textEnd) });
    start = end;
  }
  return lines;
}

function isParagraphStart(line: string): boolean {
  return /^(?:[\p{L}\p{M}_"'(|\p{Extended_Pictographic}]|\*\*?[^\s*]|`[^`]|\[(?![^\]]*\]:)|\d+[^.)\d])/u.test(line);
}

/** The index of the first line after the table that starts at `at`, or undefined where none does. */
function tableAt(lines: readonly Line[], at: number): number | undefined {
  const head = lines[at]?.text ?? '';
  const rule = lines[at + 1]?.text;
  if (!head.startsWith('|') || rule === undefined || !rule.startsWith('|') || !DELIMITER_ROW.test(rule))
    return undefined;
  if (head.trim() === '|' || columnCount(head) !== columnCount(rule)) return undefined;
  let row = at + 2;
  while (row < lines.length && (lines[row]?.text ?? '').startsWith('|')) row++;
  const after = lines[row]?.text;
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
  const piece = text.slice(start, end);
  if (piece.trim() === '') return;
  const kind = ATX_HEADING.test(piece) ? 'heading' : 'paragraph';
  pieces.push({ kind, start, text: piece, context: '', frontMatter: false });
}
