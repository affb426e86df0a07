import type { DocumentRecord, FilledField, Row } from '../kinds/record';
import type { Report } from './finding';

/** A document before and after an edit, where rows stayed the very same. */
export interface RowChange {
  /** The document as it is, with only those rows that changed. */
  readonly changed: DocumentRecord;
  /** Rows that stayed the same. */
  readonly kept: ReadonlySet<Row>;
}

/** A document with some of its rows only: what a rule looks at that looks at each row by itself. */
export function withRows(document: DocumentRecord, rows: readonly Row[]): DocumentRecord {
  const wanted = new Set<Row>([document.metadata, ...rows]);
  const among = (fields: readonly FilledField[]) => fields.filter(({ row }) => wanted.has(row));
  return { ...document, rows, filled: among(document.filled), dated: among(document.dated) };
}

/** What changed in the rows of a document; undefined where so much did that all may as well be looked at. */
export function rowChange(before: DocumentRecord, after: DocumentRecord): RowChange | undefined {
  // Where nothing but rows changed, what the document says about itself is the very same.
  const { metadata, sections, status, complete, rows } = after;
  if (rows.length < FEW || metadata !== before.metadata || sections !== before.sections) return undefined;
  if (status !== before.status || complete !== before.complete) return undefined;
  const known = new Set(before.rows);
  const changed = rows.filter((row) => !known.has(row));
  if (changed.length > rows.length / 2) return undefined;
  const kept = new Set(rows);
  for (const row of changed) kept.delete(row);
  return { changed: withRows(after, changed), kept };
}

/** A document with fewer rows is looked at as a whole. */
const FEW = 2;

/** The row a report stands in. */
export function rowOf({ at }: Report): Row | undefined {
  return at.on === 'row' || at.on === 'field' ? at.row : undefined;
}

/** What was found before in rows that stayed, and now in the others and beside rows. */
export function mergeReports(
  before: readonly Report[],
  now: readonly Report[],
  kept: ReadonlySet<Row>,
): readonly Report[] {
  const stayed = before.filter((report) => {
    const row = rowOf(report);
    return row !== undefined && kept.has(row);
  });
  return [...stayed, ...now];
}

/** Reports beside rows first, then row by row. */
export function inRowOrder(reports: readonly Report[]): readonly Report[] {
  if (reports.length < 2) return reports;
  const place = (report: Report): number => {
    const row = rowOf(report);
    return row?.definition ? row.block : -1;
  };
  return [...reports].sort((a, b) => place(a) - place(b));
}
