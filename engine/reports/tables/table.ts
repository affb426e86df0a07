/** A cell as it is written: its text, and whether that is a whole ISO date. */
export interface TableCell {
  readonly text: string;
  readonly date: boolean;
}

/** A column of a table that is given away. */
export interface TableColumn {
  /** The canonical name of the field, or words that begin with `AIMS` where the column is ours. */
  readonly head: string;
  readonly ours: boolean;
  /** How wide it is shown, in characters. */
  readonly width: number;
}

/** Rows of the management system as a table, for every format alike. */
export interface Table {
  readonly title: string;
  /** The ISO date it is made for. */
  readonly today: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
  /** What has to be said with it: where it comes from, what is missing, that it states no conformity. */
  readonly notes: readonly string[];
}

/** What every column of ours begins with; import leaves such columns alone. */
export const OURS = 'AIMS ';

/** A cell with words. */
export function textCell(text: string): TableCell {
  return { text, date: false };
}
