import type { Target } from '../kinds/kind';
import type { DocumentRecord, Row } from '../kinds/record';
import { looksLikeId } from '../kinds/tokens';

/** Something that has an id: a row of a register, or a document. */
export interface Named {
  readonly id: string;
  readonly entity: Target;
  readonly name: string;
  readonly document: DocumentRecord;
  /** The row, or the metadata of the document. */
  readonly row: Row;
}

/** An id as it is compared: NFC, trimmed, without case. */
export function foldId(id: string): string {
  return id.normalize('NFC').trim().toLowerCase();
}

/** A name or title as it is compared. */
export function foldName(name: string): string {
  return name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** A field's text where it is filled, else empty. */
export function filledText(row: Row, field: string): string {
  const value = row.fields.get(field);
  return value?.state === 'filled' ? value.text.trim() : '';
}

/** A field's canonical value (enum, ISO date, id) where it is filled and readable, else empty. */
export function valueOf(row: Row, field: string): string {
  const value = row.fields.get(field);
  return value?.state === 'filled' ? value.value : '';
}

/** The canonical values of a list field; empty where it is not filled. */
export function valuesOf(row: Row, field: string): string[] {
  const value = row.fields.get(field);
  return value?.state === 'filled' ? value.items.map((item) => item.value).filter((text) => text !== '') : [];
}

/** True where the field says something of its own. */
export function isFilled(row: Row, field: string): boolean {
  return row.fields.get(field)?.state === 'filled';
}

/**
 * The id that a row defines beside its own name: one whose rows are named after what they are about (a risk to be treated,
 * a decision) may have an id as well; a mere number counts lines. Empty where it defines none.
 */
export function definedId(row: Row): string {
  if (row.unfilled || row.entity === 'control-decision' || row.entity === 'document-entry' || !isFilled(row, 'id'))
    return '';
  if (row.definition === undefined || row.definition.identity === 'id') return row.id;
  const id = valueOf(row, 'id');
  return looksLikeId(id) ? id : '';
}

/** Who has which id and name. One namespace for documents and rows of a root. */
export class Names {
  #ids = new Map<string, Named[]>();
  #titles = new Map<string, Named[]>();
  #asked: ((about: 'id' | 'name' | 'all', text: string) => void) | undefined;

  constructor(documents: Iterable<DocumentRecord>) {
    for (const document of documents) {
      if (document.status === 'template') continue;
      const { metadata } = document;
      const entity = document.kind.single ?? 'document';
      this.#add({
        id: document.id,
        entity,
        name: filledText(metadata, 'name') || document.title,
        document,
        row: metadata,
      });
      for (const row of document.rows) {
        const id = definedId(row);
        if (id === '') continue;
        this.#add({
          id,
          entity: row.entity,
          name: filledText(row, 'name') || filledText(row, 'title'),
          document,
          row,
        });
      }
    }
  }

  /** The same names, telling what they are asked for. */
  telling(asked: (about: 'id' | 'name' | 'all', text: string) => void): Names {
    const names = new Names([]);
    names.#ids = this.#ids;
    names.#titles = this.#titles;
    names.#asked = asked;
    return names;
  }

  /** Everything with this id; several where the id is not unique. */
  byId(id: string): readonly Named[] {
    this.#asked?.('id', id);
    return this.#ids.get(foldId(id)) ?? [];
  }

  /** Everything with exactly this name or title. */
  byName(name: string): readonly Named[] {
    this.#asked?.('name', name);
    return this.#titles.get(foldName(name)) ?? [];
  }

  /** Everything that has an id. */
  *all(): Iterable<Named> {
    this.#asked?.('all', '');
    for (const list of this.#ids.values()) yield* list;
  }

  #add(named: Named): void {
    push(this.#ids, foldId(named.id), named);
    if (named.name !== '') push(this.#titles, foldName(named.name), named);
  }
}

/** Adds to the list of a key. */
export function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
