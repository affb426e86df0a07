import { yamlScalar } from '../edits/yaml-text';
import type { ImportedItem, ImportedValue } from './field-value';
import { printable } from './guarded-text';

/** One entry of a register before it is written: fields in order, and what has no field. */
export interface ImportedRow {
  readonly fields: readonly (readonly [name: string, value: ImportedValue])[];
  readonly kept: readonly (readonly [head: string, text: string])[];
}

/** The key under which columns without a field stand. The engine reads nothing in it. */
const KEPT_KEY = 'imported';

/** A text as a YAML scalar that says exactly this text, and no comment that silences findings. */
export function scalar(text: string): string {
  const written = yamlScalar(printable(text));
  return written.startsWith('"')
    ? written
        .replace(/#(?=[ \t]*aims-ignore)/g, '\\x23')
        .replace(
          /\u0085|\u00a0|[\u2028\u2029\ufeff]/g,
          (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
        )
    : written;
}

/** A line of the source as a comment. */
export function commentLine(cells: readonly string[]): string {
  const text = JSON.stringify(cells.filter((cell) => cell !== '').map(printable));
  return `# ${text.replace(/#(?=[ \t]*aims-ignore)/g, '\\u0023').replace(/[\u0085\u2028\u2029]/g, ' ')}\n`;
}

/** The entries as the items of a YAML list. */
export function rowsYaml(rows: readonly ImportedRow[]): string {
  return rows.map(rowYaml).join('');
}

function rowYaml({ fields, kept }: ImportedRow): string {
  const lines: string[] = [];
  let open = '';
  for (const [name, value] of grouped(fields)) {
    const dot = name.indexOf('.');
    const map = dot < 0 ? '' : name.slice(0, dot);
    if (map !== '' && map !== open) lines.push(`${map}:`);
    open = map;
    lines.push(...valueLines(name.slice(dot + 1), value).map((line) => (map === '' ? line : `  ${line}`)));
  }
  if (kept.length > 0) {
    lines.push(`${KEPT_KEY}:`);
    for (const [head, text] of kept) lines.push(`  ${scalar(head)}: ${scalar(text)}`);
  }
  if (lines.length === 0) return '';
  return `${lines.map((line, index) => `${index === 0 ? '  - ' : '    '}${line}`).join('\n')}\n`;
}

/** Fields of one map stand together. */
function grouped(fields: ImportedRow['fields']): ImportedRow['fields'] {
  const mapOf = (name: string): string => (name.includes('.') ? name.slice(0, name.indexOf('.')) : '');
  const maps = [...new Set(fields.map(([name]) => mapOf(name)).filter((map) => map !== ''))];
  const first = (map: string) => fields.findIndex(([name]) => mapOf(name) === map);
  return fields.flatMap((field, index) => {
    const map = mapOf(field[0]);
    if (map === '') return [field];
    return maps.includes(map) && first(map) === index ? fields.filter(([name]) => mapOf(name) === map) : [];
  });
}

const LINE = 96;

function valueLines(key: string, value: ImportedValue): string[] {
  if (typeof value === 'string') return [`${key}: ${scalar(value)}`];
  if (!isItems(value)) return [`${key}: ${flow(value.map)}`];
  const items = value;
  const line = `${key}: [${items.map(flow).join(', ')}]`;
  if (items.every((item) => typeof item === 'string') && line.length <= LINE) return [line];
  return [`${key}:`, ...items.map((item) => `  - ${typeof item === 'string' ? scalar(item) : flow(item)}`)];
}

function isItems(value: Exclude<ImportedValue, string>): value is readonly ImportedItem[] {
  return Array.isArray(value);
}

/** A value on one line. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, inner]) => `${scalar(key)}: ${flow(inner)}`);
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  }
  return scalar(value === null || value === undefined ? '' : String(value));
}
