import { csvSeparator } from '../../parse/csv';
import type { Span } from '../../text/span';

/** The cursor in a cell of a Markdown table or of a CSV file, read from the raw lines. */
export interface TableSpot {
  readonly form: 'markdown' | 'csv';
  readonly titles: readonly string[];
  readonly column: number;
  /** The cells of the row as they stand. */
  readonly cells: readonly string[];
  /** The content of the cell, without the space around it. */
  readonly span: Span;
  readonly typed: string;
  /** From the cell's content to the end of the row. */
  readonly rowEnd: number;
  /** `,`, `;` or a tab; `|` in Markdown. */
  readonly separator: string;
  /** A space where the cursor stands directly behind a bar. */
  readonly lead: string;
  readonly quoted: boolean;
  /** True in the row of titles or of dashes. */
  readonly head: boolean;
}

const DELIMITER = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/** The table cell at an offset of a Markdown text; undefined where the line is in no table. */
export function markdownTableSpot(text: string, offset: number): TableSpot | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const line = lineAt(text, lineStart);
  if (!line.includes('|')) return undefined;
  const above: string[] = [];
  for (let at = lineStart; at > 0; ) {
    const start = text.lastIndexOf('\n', at - 2) + 1;
    const before = lineAt(text, start);
    if (!before.includes('|')) break;
    above.unshift(before);
    at = start;
  }
  const delimiter = above.findIndex((each) => DELIMITER.test(each));
  if (delimiter < 1) return undefined;
  const titles = splitCells(above[delimiter - 1] ?? '').map(({ text: title }) => title.replace(/[*_`]/g, ''));
  const found = cellSpot(lineStart, line, splitCells(line), titles, offset);
  return (
    found && {
      ...found,
      form: 'markdown',
      separator: '|',
      quoted: false,
      head: false,
      rowEnd: lineStart + line.trimEnd().length,
      lead: text[found.span.start - 1] === '|' ? ' ' : '',
    }
  );
}

/** The cell at an offset of a CSV text. A cell with line ends in it is taken by its line. */
export function csvSpot(text: string, offset: number): TableSpot | undefined {
  const separator = csvSeparator(text);
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const titles = csvCells(lineAt(text, 0), separator).map((cell) => cell.text);
  const line = lineAt(text, lineStart);
  const cells = csvCells(line, separator);
  const found = cellSpot(lineStart, line, cells, titles, offset);
  return (
    found && {
      ...found,
      form: 'csv',
      separator,
      head: lineStart === 0,
      lead: '',
      quoted: line[(cells[found.column]?.start ?? 0) - 1] === '"',
      rowEnd: lineStart + line.length,
    }
  );
}

/** The cell of a line that an offset stands in; undefined where it has no column. */
function cellSpot(
  lineStart: number,
  line: string,
  cells: readonly Cell[],
  titles: readonly string[],
  offset: number,
): Pick<TableSpot, 'titles' | 'column' | 'cells' | 'span' | 'typed'> | undefined {
  const cursor = offset - lineStart;
  const column = cells.findIndex((cell) => cursor >= cell.from && cursor <= cell.to);
  const cell = cells[column];
  if (!cell || column >= titles.length) return undefined;
  const start = Math.min(cell.start, cursor);
  return {
    titles,
    column,
    cells: cells.map((each) => each.text),
    span: { start: lineStart + start, end: lineStart + Math.max(cell.end, cursor) },
    typed: line.slice(start, cursor),
  };
}

interface Cell {
  readonly text: string;
  /** Between the separators. */
  readonly from: number;
  readonly to: number;
  /** Without the space around the content. */
  readonly start: number;
  readonly end: number;
}

function splitCells(line: string): Cell[] {
  const bars: number[] = [];
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '\\') at++;
    else if (line[at] === '|') bars.push(at);
  }
  const lead = /^\s*\|/.test(line);
  const starts = lead ? bars.map((bar) => bar + 1) : [0, ...bars.map((bar) => bar + 1)];
  const cells = starts.map((from, index) =>
    cellOf(line, from, starts[index + 1] === undefined ? line.length : (starts[index + 1] ?? 0) - 1),
  );
  // Behind the closing bar no cell begins.
  const last = cells.at(-1);
  if (
    cells.length > 1 &&
    last &&
    last.text === '' &&
    line.slice(last.from).trim() === '' &&
    /\|\s*$/.test(line) &&
    cells.length > 2
  )
    cells.pop();
  return cells;
}

function csvCells(line: string, separator: string): Cell[] {
  const cells: Cell[] = [];
  let from = 0;
  let quoted = false;
  for (let at = 0; at <= line.length; at++) {
    if (line[at] === '"') quoted = !quoted;
    if (at === line.length || (line[at] === separator && !quoted)) {
      cells.push(cellOf(line, from, at));
      from = at + 1;
    }
  }
  return cells.map((cell) => {
    if (line[cell.start] !== '"') return cell;
    const closed = cell.end - cell.start > 1 && line[cell.end - 1] === '"';
    return {
      ...cell,
      start: cell.start + 1,
      end: closed ? cell.end - 1 : cell.end,
      text: cell.text.replace(/^"|"$/g, '').replace(/""/g, '"'),
    };
  });
}

function cellOf(line: string, from: number, to: number): Cell {
  const raw = line.slice(from, to);
  const text = raw.trim();
  const start = text === '' ? from + Math.min(raw.length, raw.startsWith(' ') ? 1 : 0) : from + raw.indexOf(text);
  return { text, from, to, start, end: text === '' ? Math.max(start, start) : start + text.length };
}

function lineAt(text: string, start: number): string {
  const feed = text.indexOf('\n', start);
  const end = feed < 0 ? text.length : feed;
  return text.slice(start, text[end - 1] === '\r' ? end - 1 : end);
}
