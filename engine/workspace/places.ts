import type { Item, Row } from '../kinds/record';
import type { Place } from './finding';

/** The place of a whole row, or of the metadata of a document. */
export function onRow(row: Row): Place {
  return { on: 'row', row };
}

/** The place of a field of a row; with `item`, of one thing it names. */
export function onField(row: Row, field: string, item?: Item): Place {
  return item ? { on: 'field', row, field, item } : { on: 'field', row, field };
}
