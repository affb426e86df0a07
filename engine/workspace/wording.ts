import type { FieldDefinition } from '../kinds/kind';
import type { DocumentRecord, Row } from '../kinds/record';
import type { MessageData } from './finding';
import { filledText } from './names';

/** What a row is called in a message: its id, else its name, else what kind of row it is. */
export function rowName(row: Row): string {
  // A decision or a treatment goes by what it is about; its own number is shorter and names just that line.
  const own = row.definition?.identity === 'id' ? '' : filledText(row, 'id');
  if (own !== '') return own;
  if (row.id !== '') return row.id;
  const name = filledText(row, 'name') || filledText(row, 'title');
  if (name !== '') return shorten(name);
  return row.definition ? `this ${row.definition.title}` : 'this document';
}

/** The own number of a row that goes by what it is about, in brackets: one risk may have several treatments. */
export function ownNumber(row: Row): string {
  const own = filledText(row, 'id');
  return own === '' || own === row.id ? '' : ` (${own})`;
}

/** What a document is called in a message. */
export function documentName(document: DocumentRecord): string {
  if (document.metadata.id !== '') return document.metadata.id;
  return document.title === '' ? document.path : `"${shorten(document.title)}"`;
}

/** Fields whose name alone makes no word for a sentence. */
const LABELS: Readonly<Record<string, string>> = {
  reviewed: 'review date',
  last_reviewed: 'last review',
  approved_on: 'approval date',
  approved_by: 'approver',
  held_on: 'date',
  assessed_on: 'assessment date',
  accepted_on: 'acceptance date',
  accepted_by: 'name of who accepts',
  closed_on: 'closing date',
  reported_on: 'report date',
  decided_on: 'decision date',
  decided_by: 'name of who decided',
  due: 'due date',
  started_on: 'start date',
  last_checked: 'last check',
  due_diligence_on: 'due diligence date',
  reported_to: 'report recipient',
};

/** A field in plain words: `target_date` is "target date", `ai_act.tier` is "tier". */
export function fieldLabel(definition: FieldDefinition): string {
  const name = definition.name.slice(definition.name.lastIndexOf('.') + 1);
  return LABELS[name] ?? name.replace(/_/g, ' ');
}

/** At most 60 characters of a text, on one line. */
export function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 60 ? line : `${line.slice(0, 59).trimEnd()}…`;
}

/** What a message about a text in a field says: the text, the field and the row. */
export function fieldWords(row: Row, definition: FieldDefinition, text: string): MessageData {
  return { text: shorten(text), label: fieldLabel(definition), row: rowName(row) };
}

/** `a, b and c`. */
export function enumerate(words: readonly string[], last = 'and'): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}
