import type { DocumentRecord, Row } from '../kinds/record';
import { definedId, filledText, foldId, foldName, valuesOf } from './names';

/** The key for all documents: noted by whoever goes through the whole list. */
export const ALL_DOCUMENTS = '*';
/** The key for which documents could not be read in full. */
export const INCOMPLETE = 'incomplete';
/** The key for which documents were replaced by others. */
export const SUPERSEDED = 'superseded';
/** The key for the prefixes of ids in use. */
export const PREFIXES = 'prefixes';

/** The key of a document by its path. */
export const pathKey = (path: string): string => `path:${path}`;
/** The key of whatever has an id. */
export const idKey = (id: string): string => `id:${foldId(id)}`;
/** The key of whatever has a name or title. */
export const nameKey = (name: string): string => `name:${foldName(name)}`;
/** The key of all documents of a kind. */
export const kindKey = (kind: string): string => `kind:${kind}`;
/** The key of all rows about something. */
export const entityKey = (entity: string): string => `entity:${entity}`;
/** The key of the documents that name a control or clause in their metadata. */
export const servingKey = (field: string, id: string): string => `${field}:${foldId(id)}`;

/** What two states are compared by. */
export interface Landmarks {
  readonly documents: readonly DocumentRecord[];
  /** Answers that belong to no single document, by key. */
  readonly general: ReadonlyMap<string, string>;
}

/** What differs between two states. */
export interface Changes {
  /** Documents that are new, gone or read otherwise. */
  readonly paths: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
}

/** Compares states. It remembers the keys of rows, since most of them outlive an edit. */
export class Comparison {
  readonly #rows = new WeakMap<Row, readonly string[]>();

  /** Which documents differ between two states, and the keys under which somebody may have looked at them. */
  changes(before: Landmarks, after: Landmarks): Changes {
    const paths = new Set<string>();
    const keys = new Set<string>();
    const note = (document: DocumentRecord, noted?: DocumentRecord): void => {
      paths.add(document.path);
      for (const key of documentKeys(document)) keys.add(key);
      document.rows.forEach((row, index) => {
        if (row !== noted?.rows[index]) for (const key of this.#keysOf(row)) keys.add(key);
      });
    };
    // The very same list where at most the words of paragraphs differ.
    if (before.documents !== after.documents) {
      const old = new Map(before.documents.map((document) => [document.path, document]));
      for (const document of after.documents) {
        const known = old.get(document.path);
        old.delete(document.path);
        if (known === document) continue;
        if (known) note(known);
        note(document, known);
      }
      for (const document of old.values()) note(document);
    }
    if (paths.size > 0) keys.add(ALL_DOCUMENTS);
    for (const [key, answer] of after.general) if (before.general.get(key) !== answer) keys.add(key);
    return { paths, keys };
  }

  #keysOf(row: Row): readonly string[] {
    let keys = this.#rows.get(row);
    if (!keys) {
      const names = new Set([filledText(row, 'name'), filledText(row, 'title')]);
      names.delete('');
      const ids = new Set([row.id, definedId(row)]);
      ids.delete('');
      keys = [entityKey(row.entity), ...[...ids].map(idKey), ...[...names].map(nameKey)];
      this.#rows.set(row, keys);
    }
    return keys;
  }
}

/** The keys under which a document itself can be found. */
function* documentKeys({ metadata, kind, path, id, title }: DocumentRecord): Generator<string, void, void> {
  yield pathKey(path);
  yield kindKey(kind.kind);
  yield idKey(id);
  yield nameKey(title);
  yield nameKey(filledText(metadata, 'name'));
  if (kind.single) yield entityKey(kind.single);
  for (const field of ['controls', 'clauses'])
    for (const value of valuesOf(metadata, field)) yield servingKey(field, value);
}
