import { mentionsIn } from '../../facts/mention';
import { readDate } from '../../kinds/dates';
import type { FieldDefinition } from '../../kinds/kind';
import { normalName } from '../../kinds/normal-name';
import type { DocumentRecord, FieldValue, Item, Row } from '../../kinds/record';
import type { Block } from '../../parse/block';
import type { Span } from '../../text/span';
import { definedId } from '../../workspace/names';
import type { WorkspaceView } from '../../workspace/workspace-view';
import { lawInField, lawInProse } from './law';
import { meaningOf } from './resolved';
import type { StandardIds } from './standard-id';
import type { Meaning } from './thing';
import { findToken, keySpan, valueSpan } from './token';

/** Reads what the values of fields in one block mean. */
export class FieldThings {
  readonly #view: WorkspaceView;
  readonly #document: DocumentRecord;
  readonly #ids: StandardIds;
  readonly #block: Block;
  readonly #index: number;
  readonly #add: (meaning: Meaning, start: number, end: number) => void;

  constructor(
    view: WorkspaceView,
    document: DocumentRecord,
    ids: StandardIds,
    block: Block,
    index: number,
    add: (meaning: Meaning, start: number, end: number) => void,
  ) {
    this.#view = view;
    this.#document = document;
    this.#ids = ids;
    this.#block = block;
    this.#index = index;
    this.#add = add;
  }

  /** Adds what stands in the value of a field. */
  read(row: Row, field: FieldValue): void {
    const whole = valueSpan(this.#block, field.at.fact);
    if (field.state === 'placeholder') this.#add({ is: 'placeholder' }, whole.start, whole.end);
    if (field.state !== 'filled') return;
    if (field.definition.type === 'map') this.#addKeys(field.at.fact);
    if (field.definition.parts) this.#addParts(row, field.definition.parts, field.at.fact);
    const own = this.#ownMeaning(row, field);
    if (own) {
      const span = findToken(this.#block.text, row.id || field.text, whole.start, whole.end) ?? whole;
      this.#add(own, span.start, span.end);
      return;
    }
    const marks = new Map<number, number>();
    for (const item of field.items) {
      const span = this.#spanOf(item, marks, field.items.length === 1);
      const meaning = span && this.#itemMeaning(row, field.definition, item);
      if (meaning) this.#add(meaning, span.start, span.end);
      this.#addDates(row, item);
    }
    this.#addFurther(row, field, whole);
  }

  /** Adds what stands in an item of a list of maps that is a block of its own, such as an entry of `reviews`. */
  readParts(row: Row, field: FieldValue | undefined): void {
    if (!field?.definition.parts) return;
    this.#addKeys(-1);
    this.#addParts(row, field.definition.parts, -1);
  }

  /** The keys of the items of a list, and their days. `list` is the fact of the list; -1 where the block is one item. */
  #addParts(row: Row, parts: readonly FieldDefinition[], list: number): void {
    const { facts } = this.#block;
    facts.forEach(({ parent, key, value }, fact) => {
      if (typeof key !== 'string' || parent < 0 || facts[parent]?.parent !== list) return;
      const part = parts.find(({ name }) => normalName(name) === normalName(key));
      if (!part || typeof facts[parent]?.key !== 'number') return;
      const { start, end } = keySpan(this.#block, fact);
      this.#add({ is: 'field', field: part, rows: undefined }, start, end);
      const { iso } = part.type === 'date' ? readDate(value ?? '') : { iso: '' };
      const written = valueSpan(this.#block, fact);
      if (iso !== '') this.#add({ is: 'date', field: part.name, iso, row }, written.start, written.end);
    });
  }

  /** The row or document that a field names: its own id, kind or framework. */
  #ownMeaning(row: Row, field: FieldValue): Meaning | undefined {
    const { name } = field.definition;
    if (!row.definition && name === 'kind') {
      const kind = this.#view.kinds.find((other) => other.kind === field.text.trim());
      return kind && { is: 'kind', kind };
    }
    if (name === 'framework') return { is: 'framework', id: field.text.trim().toLowerCase() };
    const identity = definedId(row) !== '' ? 'id' : (row.definition?.identity ?? 'id');
    if (name !== identity || row.entity === 'control-decision') return undefined;
    const named = this.#view.names.byId(definedId(row)).find((other) => other.row === row);
    return named && { is: 'named', named, defines: true };
  }

  #itemMeaning(row: Row, field: FieldDefinition, item: Item): Meaning | undefined {
    const targets = field.refersTo ?? [];
    const { value, text } = item;
    if (field.type === 'enum' || field.type === 'boolean') return { is: 'value', field, value, text };
    if (field.type === 'date') return { is: 'date', field: field.name, iso: value, row };
    if (targets.includes('control') || targets.includes('clause')) {
      const standard = this.#ids.read(text, this.#index, row, '', true);
      if (standard) return standard;
      // A range is written out by the reader: its items do not stand in the text as such.
      return value === text ? undefined : this.#ids.read(value, this.#index, row, '', true);
    }
    if (targets.length > 0) return meaningOf(this.#view.resolve(this.#document.path, item, field));
    if (field.name === 'source' || field.name === 'objective') return this.#topic(text);
    return undefined;
  }

  #topic(text: string): Meaning | undefined {
    const id = /\bC\.[23]\.\d{1,2}\b/.exec(text)?.[0];
    const { objectives, riskSources } = this.#view.catalogue;
    const topic = id ? [...objectives, ...riskSources].find((other) => other.id === id) : undefined;
    return topic && { is: 'topic', topic };
  }

  /** Ids that are the keys of a map, as in `reviewed_against`. */
  #addKeys(map: number): void {
    const inside = new Set([map]);
    this.#block.facts.forEach(({ parent, key }, fact) => {
      if (!inside.has(parent)) return;
      inside.add(fact);
      const named = typeof key === 'string' && /\d/.test(key) ? this.#view.names.byId(key)[0] : undefined;
      const { start, end } = keySpan(this.#block, fact);
      if (named) this.#add({ is: 'named', named, defines: false }, start, end);
    });
  }

  #addDates(row: Row, item: Item): void {
    for (const [name, part] of item.parts) {
      if (name !== 'date' && name !== 'valid_until') continue;
      const { start, end } = valueSpan(this.#block, part.at.fact);
      this.#add({ is: 'date', field: `evidence.${name}`, iso: part.text.trim(), row }, start, end);
    }
  }

  /** Where an item stands; the whole value for an only one that is written in another way. */
  #spanOf(item: Item, marks: Map<number, number>, only: boolean): Span | undefined {
    const { fact } = item.at;
    const { text } = this.#block;
    const key = this.#block.facts[fact]?.key;
    if (key === '#link' || key === '#code') return keySpan(this.#block, fact);
    const whole = valueSpan(this.#block, fact);
    const from = Math.max(whole.start, marks.get(fact) ?? 0);
    if (item.link !== undefined) {
      const target = text.indexOf(`](${item.link}`, from);
      const start = target < 0 ? -1 : text.lastIndexOf('[', target);
      if (start < whole.start || target > whole.end) return undefined;
      const end = target + 3 + item.link.length;
      marks.set(fact, end);
      return { start, end };
    }
    const found = findToken(text, item.text, from, whole.end);
    if (found) marks.set(fact, found.end);
    const written = /^[A-Za-z]/.test(item.text) && text.slice(whole.start, whole.end).includes('–');
    return found ?? (only || written ? whole : undefined);
  }

  /** Ids, links and law inside free text. In Markdown cells and prose the facts have ids and links already. */
  #addFurther(row: Row, field: FieldValue, whole: Span): void {
    const text = this.#block.text.slice(whole.start, whole.end);
    const { name, type } = field.definition;
    if (/^ai_act\.(?:basis|transparency|exemption)$/.test(name)) {
      for (const { start, end, basis } of lawInField(text))
        this.#add({ is: 'law', basis }, whole.start + start, whole.start + end);
      return;
    }
    const plain = this.#block.kind === 'entry' || this.#block.kind === 'item' || this.#block.kind === 'yaml';
    if ((!plain && this.#block.kind !== 'csv-row') || type === 'map' || type === 'date' || type === 'enum') return;
    if (!/[\d[]/.test(text)) return;
    const free = !/[`(:]/.test(text)
      ? text
      : text.replace(/`[^`\n]*`|\]\([^)\s]*\)|https?:\S+/g, (part) => ' '.repeat(part.length));
    for (const { id, start, end } of mentionsIn(free)) {
      const written = text.slice(start, end);
      const found = this.#view.names.byId(id);
      const named = found[0];
      const meaning: Meaning | undefined =
        this.#ids.read(written, this.#index, row, '', false) ??
        (named && { is: 'named', named, defines: named.row === row });
      if (meaning) this.#add(meaning, whole.start + start, whole.start + end);
    }
    for (const match of text.matchAll(/!?\[[^\]\n]*\]\(([^()\s]+)\)/g)) {
      const meaning = meaningOf(this.#view.resolveLink(this.#document.path, match[1] ?? ''));
      if (meaning) this.#add(meaning, whole.start + match.index, whole.start + match.index + match[0].length);
    }
    for (const { start, end, basis } of lawInProse(text))
      this.#add({ is: 'law', basis }, whole.start + start, whole.start + end);
  }
}
