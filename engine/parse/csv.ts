import type { Piece, Problem } from './block';

/** One cell of a record: its text without quotes, and where it stands relative to the record. */
export interface CsvCell {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The separator of a CSV text: the one of comma, semicolon and tab that its first line uses most. */
export function csvSeparator(text: string): string {
  const line = text.slice(0, text.search(/[\r\n]|$/));
  const count = (separator: string) => line.split(separator).length;
  return [';', '\t'].reduce((best, next) => (count(next) > count(best) ? next : best), ',');
}

/** Cuts a CSV text at its records; a quoted cell may hold line ends. Empty lines are no records. */
export function splitCsv(text: string): Piece[] {
  const pieces: Piece[] = [];
  const separator = csvSeparator(text);
  let start = 0;
  let quoted = false;
  const push = (end: number): void => {
    const record = text.slice(start, end);
    if (record.trim() !== '') {
      const kind = pieces.length === 0 ? ('csv-head' as const) : ('csv-row' as const);
      pieces.push({ kind, start, text: record, context: separator, frontMatter: false });
    }
  };
  for (let offset = 0; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === 34) quoted = !quoted;
    else if ((code === 10 || code === 13) && !quoted) {
      push(offset);
      start = offset + 1;
    }
  }
  push(text.length);
  return pieces;
}

/** Parses one record by RFC 4180. A quote that is never closed is a problem. */
export function parseCsvRecord(record: string, separator: string): { cells: CsvCell[]; problems: Problem[] } {
  const cells: CsvCell[] = [];
  let offset = 0;
  while (offset <= record.length) {
    let begin = offset;
    while (record[begin] === ' ' && separator !== ' ') begin++;
    if (record[begin] === '"') {
      let at = begin + 1;
      let text = '';
      for (;;) {
        const quote = record.indexOf('"', at);
        if (quote < 0) {
          const problem = { code: 'csv' as const, start: begin, end: record.length, detail: '', hides: true };
          return { cells, problems: [problem] };
        }
        text += record.slice(at, quote);
        if (record[quote + 1] !== '"') {
          cells.push({ text, start: begin + 1, end: quote });
          const next = record.indexOf(separator, quote + 1);
          offset = next < 0 ? record.length + 1 : next + 1;
          break;
        }
        text += '"';
        at = quote + 2;
      }
    } else {
      const next = record.indexOf(separator, offset);
      const end = next < 0 ? record.length : next;
      const raw = record.slice(offset, end);
      const text = raw.trim();
      const lead = text === '' ? 0 : raw.length - raw.trimStart().length;
      cells.push({ text, start: offset + lead, end: offset + lead + text.length });
      offset = end + 1;
    }
  }
  return { cells, problems: [] };
}
