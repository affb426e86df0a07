import { parseCsvRecord, splitCsv } from '../../parse/csv';
import { unguarded } from './guarded-text';
import { ImportError, MOST_ROWS, type SourceSheet } from './source-sheet';

const SAMPLE = 40;

/** A CSV text as a sheet. The separator is the one that gives most rows the same number of cells. */
export function csvSheet(text: string): SourceSheet {
  const pieces = splitCsv(text);
  if (pieces.length > MOST_ROWS)
    throw new ImportError(`The file has more than ${MOST_ROWS} rows; take it over in parts.`);
  const sample = pieces.slice(0, SAMPLE).map((piece) => piece.text);
  // Excel says in a first line what separates the cells.
  const told = /^\s*"?sep=(.)"?\s*$/i.exec(sample[0] ?? '')?.[1];
  const separator = told ?? separatorOf(sample);
  const rows = pieces.slice(told === undefined ? 0 : 1).map((piece, index) => {
    const { cells, problems } = parseCsvRecord(piece.text, separator);
    if (problems.length > 0)
      throw new ImportError(`A quotation mark in row ${index + 1} is never closed, so nothing after it can be read.`);
    return cells.map((cell) => unguarded(cell.text.replace(/\r\n?/g, '\n')));
  });
  const remarks = separator === ',' ? [] : [`Cells are separated by ${NAMES[separator] ?? `"${separator}"`}.`];
  return { name: '', rows, days1904: false, remarks };
}

const NAMES: Readonly<Record<string, string>> = { ';': 'semicolons', '\t': 'tabs', '|': 'vertical bars' };

function separatorOf(sample: readonly string[]): string {
  let best = { separator: ',', score: 0 };
  for (const separator of [',', ';', '\t', '|']) {
    const counts = sample.map((record) => parseCsvRecord(record, separator).cells.length).filter((count) => count > 1);
    const often = new Map<number, number>();
    for (const count of counts) often.set(count, (often.get(count) ?? 0) + 1);
    const score = Math.max(0, ...[...often].map(([count, times]) => times * Math.min(count, 12)));
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}
