import type { FieldDefinition } from '../kinds/kind';
import type { DocumentRecord, Row } from '../kinds/record';
import { filledText } from './names';

/** What a row is called in a message: its id, else its name, else what kind of row it is. */
export function rowName(row: Row): string {
  if (row.id !== '') return row.id;
  const name = filledText(row, 'name') || filledText(row, 'title');
  if (name !== '') return shorten(name);
  return row.definition ? `this ${row.definition.title}` : 'this document';
}

/** What a document is called in a message. */
export function documentName(document: DocumentRecord): string {
  if (document.metadata.id !== '') return document.metadata.id;
  return document.title === '' ? document.path : `"${shorten(document.title)}"`;
}

/** A field in plain words: `target_date` is "target date", `ai_act.tier` is "tier". */
export function fieldLabel(definition: FieldDefinition): string {
  return definition.name.slice(definition.name.lastIndexOf('.') + 1).replace(/_/g, ' ');
}

/** At most 60 characters of a text, on one line. */
export function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 60 ? line : `${line.slice(0, 59).trimEnd()}…`;
}

/** `a, b and c`. */
export function enumerate(words: readonly string[], last = 'and'): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${last} ${words[words.length - 1]}`;
}
