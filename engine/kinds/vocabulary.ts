import type { FieldDefinition } from './kind';
import { normalName } from './normal-name';

/** Synonyms of values by field, from `aims.yaml`: `{ status: { implemented: ['live'] } }`. */
export type ExtraSynonyms = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

const TRUE_WORDS = [
  'true',
  'yes',
  'y',
  'x',
  '✅',
  '✓',
  '✔',
  '✔️',
  '🟢',
  'applicable',
  'included',
  'include',
  'in scope',
  'ja',
  'anwendbar',
  'oui',
  'si',
  'sí',
  'sim',
  'van toepassing',
  'aplicable',
  'はい',
  '適用',
];
const FALSE_WORDS = [
  'false',
  'no',
  'n',
  '❌',
  '✗',
  '✘',
  'n/a',
  'na',
  'not applicable',
  'excluded',
  'exclude',
  'out of scope',
  'nein',
  'nicht anwendbar',
  'entfällt',
  'non',
  'non applicable',
  'no aplicable',
  'nee',
  'niet van toepassing',
  'いいえ',
  '非適用',
  '適用外',
];
const PICTURES = /\p{Extended_Pictographic}|\uFE0F|\u200D/gu;

/** Finds the canonical value behind what a person wrote. One per configuration; remembers tables it has built. */
export class Vocabulary {
  readonly #extra: ExtraSynonyms;
  readonly #tables = new WeakMap<FieldDefinition, ReadonlyMap<string, string>>();

  constructor(extra: ExtraSynonyms) {
    this.#extra = extra;
  }

  /** The canonical value of an enum or boolean field, or undefined where the text is none of its values. */
  canonical(field: FieldDefinition, written: string): string | undefined {
    const table = this.#table(field);
    const text = written.trim();
    const direct = table.get(text) ?? table.get(normalName(text));
    if (direct !== undefined) return direct;
    const words = text.replace(PICTURES, '').trim();
    if (words === '') return undefined;
    const lead = words.split(/\s*(?:\(|\s[–—-]\s|:|;)/)[0] ?? '';
    return table.get(normalName(words)) ?? table.get(normalName(lead));
  }

  #table(field: FieldDefinition): ReadonlyMap<string, string> {
    const known = this.#tables.get(field);
    if (known) return known;
    const table = new Map<string, string>();
    const add = (value: string, words: readonly string[]): void => {
      for (const word of words) {
        table.set(word, value);
        const normal = normalName(word);
        if (normal !== '') table.set(normal, value);
      }
    };
    if (field.type === 'boolean') {
      add('true', TRUE_WORDS);
      add('false', FALSE_WORDS);
    }
    for (const { value, synonyms } of field.values ?? []) add(value, [value, ...(synonyms ?? [])]);
    const last = field.name.slice(field.name.lastIndexOf('.') + 1);
    for (const [value, words] of Object.entries(this.#extra[last] ?? {})) add(value, words);
    this.#tables.set(field, table);
    return table;
  }
}
