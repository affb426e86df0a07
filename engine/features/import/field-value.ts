import { readControlId } from '../../kinds/control-id';
import { readDate } from '../../kinds/dates';
import type { FieldDefinition } from '../../kinds/kind';
import { splitIds, splitList } from '../../kinds/tokens';
import type { Vocabulary } from '../../kinds/vocabulary';
import { type CellItem, jsonMap, readListCell } from './list-cell';

/** A value in canonical form: a text, several, or a map as it is. */
export type ImportedValue = string | readonly ImportedItem[] | { readonly map: unknown };
/** One of several values. */
export type ImportedItem = string | Readonly<Record<string, unknown>>;

/** A cell that was read as a field. */
export interface ReadCell {
  readonly value: ImportedValue;
  /** Why the value stays as written. */
  readonly problem: 'date' | 'ambiguous' | 'word' | undefined;
  /** True where a day was written as a serial number. */
  readonly serial: boolean;
}

/** Words behind a value, which the canonical value alone would lose. */
const REMARK = /[(:;\n]|\s[–—-]\s/;

/** Reads a filled cell as a field. Only what is certain is changed; everything else stays as it is written. */
export function readCell(text: string, field: FieldDefinition, vocabulary: Vocabulary, days1904: boolean): ReadCell {
  const value = (written: ImportedValue): ReadCell => ({ value: written, problem: undefined, serial: false });
  const asMap = field.type === 'map' || text.startsWith('{') ? jsonOf(text, field) : undefined;
  if (asMap) return value(asMap);
  if (field.list) return readItems(text, field, vocabulary);
  if (field.type === 'date') return readDay(text, days1904);
  if (field.type === 'enum' || field.type === 'boolean') {
    const several = severalWords(text, field, vocabulary);
    if (several) return value(several);
    const canonical = vocabulary.canonical(field, text);
    if (canonical === undefined) return { value: text, problem: 'word', serial: false };
    return value(REMARK.test(text) ? text : canonical);
  }
  if (field.type === 'id' && field.refersTo?.includes('control')) {
    const { id, framework, title } = readControlId(text);
    return value(title === '' && framework === undefined && /^A\.\d/.test(id) ? id : text);
  }
  if (text.startsWith('"')) {
    const items = readListCell(text) ?? [];
    if (items.length > 1 && items.every((item) => item.type === 'plain' && item.exact)) return value(items.map(itemOf));
  }
  // A reference that is not one of several may have its date with it all the same.
  if (field.refersTo?.some((target) => target === 'path' || target === 'document')) {
    const items = readListCell(text);
    if (items?.length === 1 && items[0]?.type === 'dated') return value([itemOf(items[0])]);
  }
  return value(text);
}

/** Several of the field's own words where one is asked for; undefined where a part is none of them. */
function severalWords(text: string, field: FieldDefinition, vocabulary: Vocabulary): string[] | undefined {
  const parts = text.includes(';') ? text.split(/\s*;\s*/) : [];
  const words = parts.map((part) => (REMARK.test(part) ? undefined : vocabulary.canonical(field, part)));
  return words.length > 1 && words.every((word) => word !== undefined) ? words : undefined;
}

function jsonOf(text: string, field: FieldDefinition): { readonly map: unknown } | undefined {
  if (field.list && field.type !== 'map') return undefined;
  const map =
    jsonMap(text) ?? (field.type === 'map' && text.startsWith('[') ? jsonMap(`{"list":${text}}`)?.list : undefined);
  return map === undefined ? undefined : { map };
}

function readDay(text: string, days1904: boolean): ReadCell {
  const serial = /^\d{5}(?:\.\d+)?$/.test(text) ? serialDay(Number(text), days1904) : '';
  if (serial !== '') return { value: serial, problem: undefined, serial: true };
  const { iso, problem } = readDate(text);
  const whole = !/^\d{4}-\d{1,2}$|Q[1-4]|^\p{L}+\.? \d{4}$/u.test(text) && !/\d:\d[\d:.]*[1-9]/.test(text);
  if (iso !== '') return { value: whole ? iso : text, problem: undefined, serial: false };
  return { value: text, problem: problem === 'ambiguous' ? 'ambiguous' : 'date', serial: false };
}

/** The day behind a spreadsheet's number, from 1955 to 2119; a day of 1904 counting has its own start. */
function serialDay(number: number, days1904: boolean): string {
  const days = Math.floor(number) + (days1904 ? 1462 : 0);
  if (days < 20_000 || days > 80_500) return '';
  return new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10);
}

function readItems(text: string, field: FieldDefinition, vocabulary: Vocabulary): ReadCell {
  const items: readonly CellItem[] =
    readListCell(text)?.flatMap((item): CellItem[] =>
      item.type === 'plain' && !item.exact ? engineItems(item.text, field).map(plain) : [item],
    ) ?? engineItems(text, field).map(plain);
  const canonical = items.map((item) => canonicalItem(item, field, vocabulary));
  const words = canonical.filter((item) => typeof item === 'string');
  // An item the reader would cut once more can only be kept by the text as a whole.
  const stable = words.every((word) => engineItems(word, field).length === 1);
  const problem =
    field.type === 'enum' && words.some((word) => vocabulary.canonical(field, word) === undefined)
      ? ('word' as const)
      : undefined;
  if (stable) return { value: canonical, problem, serial: false };
  const maps = canonical.length > words.length;
  return { value: maps ? canonical : words.length === 1 ? `${words[0]};` : words.join('; '), problem, serial: false };
}

function plain(text: string): CellItem {
  return { type: 'plain', text, exact: true };
}

/** The values a text holds, as the engine reads it. */
function engineItems(text: string, field: FieldDefinition): string[] {
  if (field.refersTo?.some((target) => target === 'path' || target === 'document')) {
    if (/^\[[^\]\n]*\]\([^)\n]*\)$/.test(text)) return [text];
    return /\]\(/.test(text) ? [text] : splitList(text).map((token) => token.text);
  }
  return (field.refersTo || field.type === 'id' ? splitIds(text) : splitList(text)).map((token) => token.text);
}

function canonicalItem(item: CellItem, field: FieldDefinition, vocabulary: Vocabulary): ImportedItem {
  if (item.type !== 'plain') return itemOf(item);
  const { text } = item;
  if (field.type === 'enum' && !REMARK.test(text)) return vocabulary.canonical(field, text) ?? text;
  if (field.refersTo?.includes('control')) {
    const { id, framework, title } = readControlId(text);
    return title === '' && framework === undefined ? id : text;
  }
  return text;
}

function itemOf(item: CellItem): ImportedItem {
  if (item.type === 'map') return item.entries;
  return item.type === 'dated' ? { ref: item.text, date: item.date } : item.text;
}
