import { printable } from '../../features/import/guarded-text';
import { type CellItem, writeListCell } from '../../features/import/list-cell';
import type { FieldValue, Item, MapValue } from '../../kinds/record';
import { type TableCell, textCell } from './table';

/** A dash says that nothing stands there. */
const DASH = /^[-–—]+$/;
/** Words behind a value, such as `Implemented (since May)`: they would be lost with the canonical value alone. */
const REMARK = /[(:;]|\s[–—-]\s/;

/** A field as a cell, so that reading the cell gives the field again. Values that are understood are canonical. */
export function fieldCell(field: FieldValue | undefined): TableCell {
  if (!field) return textCell('');
  const text = printable(field.text.trim());
  if (field.map && Object.keys(field.map).length > 0) return textCell(JSON.stringify(plainMap(field.map)));
  if (field.state !== 'filled') return textCell(DASH.test(text) ? '' : text);
  const { definition, value } = field;
  if (definition.list || isListAnyway(field) || field.items.some((item) => item.parts.size > 0))
    return textCell(
      writeListCell(
        field.items.map((item) => cellItem(item, definition.type === 'enum')),
        !definition.list && definition.type !== 'enum',
      ),
    );
  if (definition.type === 'date')
    return isWholeDate(text) && value !== '' ? { text: value, date: true } : textCell(text);
  if ((definition.type === 'enum' || definition.type === 'boolean') && value !== '' && !REMARK.test(text))
    return textCell(value);
  return textCell(withLinks(text, field.items));
}

/** Some give a list where one value is asked for. Words with links have several items too, and are words. */
function isListAnyway({ definition, items, text }: FieldValue): boolean {
  return items.length > 1 && definition.type !== 'date' && text === items.map((item) => item.text).join(', ');
}

function cellItem(item: Item, canonical: boolean): CellItem {
  const text = printable(itemText(item, canonical));
  if (item.parts.size === 0) return { type: 'plain', text, exact: false };
  const date = item.parts.get('date')?.text ?? '';
  if (item.parts.size === 2 && item.parts.has('ref') && /^\d{4}-\d{2}-\d{2}$/.test(date))
    return { type: 'dated', text: printable(item.parts.get('ref')?.text ?? ''), date };
  const entries = [...item.parts].map(([key, part]): [string, string] => [key, printable(part.text)]);
  return { type: 'map', entries: Object.fromEntries(entries) };
}

function itemText({ text, value, link }: Item, canonical: boolean): string {
  if (link !== undefined && link !== text) return `[${text}](${link})`;
  return canonical && value !== '' && !REMARK.test(text) ? value : text;
}

/** In Markdown a link's address stands beside its words: it is written back, since the address is the evidence. */
function withLinks(text: string, items: readonly Item[]): string {
  let written = text;
  for (const { text: label, link } of items) {
    if (link === undefined || link === label || written.includes(`](${link})`)) continue;
    const plain = label.replace(/[*_`]/g, '');
    if (plain !== '' && written.includes(plain)) written = written.replace(plain, () => `[${plain}](${link})`);
    else written = `${written} [${plain}](${link})`.trim();
  }
  return written;
}

/** A month or a quarter means its last day and stays as written, and so does a time of day. */
function isWholeDate(text: string): boolean {
  return !/^\d{4}-\d{1,2}$|Q[1-4]|^\p{L}+\.? \d{4}$|\d:\d/u.test(text);
}

function plainMap(map: MapValue): unknown {
  const entries = Object.entries(map).map(([key, value]): [string, unknown] => [
    key,
    typeof value === 'string' ? printable(value) : plainMap(value),
  ]);
  return entries.every(([key], index) => key === String(index))
    ? entries.map(([, value]) => value)
    : Object.fromEntries(entries);
}
