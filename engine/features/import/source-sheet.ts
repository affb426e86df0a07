import { printable } from './guarded-text';

/** A table as it came from a file: every cell as text, rows from the top, also those above the header. */
export interface SourceSheet {
  /** The sheet's name, or what the table stands under; empty where there is none. */
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** True for a workbook that counts its days from 1904. */
  readonly days1904: boolean;
  /** What had to be done to read it, one sentence each. */
  readonly remarks: readonly string[];
}

/** Why something cannot be taken over: one line for the user, in which nothing of the file steers a terminal. */
export class ImportError extends Error {
  constructor(message: string) {
    super(printable(message).replace(/\s*\n\s*/g, ' '));
  }
}

/** Rows beyond this are not read: a register of that size is an export gone wrong. */
export const MOST_ROWS = 50_000;
/** Columns beyond this are not read. */
export const MOST_COLUMNS = 300;
