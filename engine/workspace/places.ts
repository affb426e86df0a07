import type { DocumentRecord, Item, Row } from '../kinds/record';
import type { Place } from './finding';

/** The place of a whole row, or of the metadata of a document. */
export function onRow(row: Row): Place {
  return { on: 'row', row };
}

/** The place of a field of a row; with `item`, of one thing it names. */
export function onField(row: Row, field: string, item?: Item): Place {
  return item ? { on: 'field', row, field, item } : { on: 'field', row, field };
}

/** The place of a list of rows as a whole. */
export function onList(document: DocumentRecord, list: string): Place {
  return { on: 'list', document, list };
}

/** The place of something that was read at a fact of a block. */
export function onFact(path: string, { block, fact }: { readonly block: number; readonly fact: number }): Place {
  return { on: 'fact', path, block, fact };
}

/** The place of a file as a whole. */
export function onFile(path: string): Place {
  return { on: 'file', path };
}
