import type { Language } from '../facts/read-document';
import { csvSeparator, parseCsvRecord } from '../parse/csv';
import { FieldTable } from './field-table';
import type { KindDefinition, RowDefinition } from './kind';
import { normalName } from './normal-name';

/** Why a file was taken for a kind of document. */
export interface Recognition {
  readonly kind: KindDefinition;
  readonly how: 'declared' | 'configured' | 'shape';
  readonly why: string;
}

/** What a file says at its top, before it is parsed. */
interface Declaration {
  readonly kind: string | undefined;
  readonly title: string;
  readonly keys: readonly string[];
  /** Where the Markdown starts after the front matter. */
  readonly bodyStart: number;
}

/** What the first lines of a file look like. */
interface Head {
  readonly title: string;
  readonly headers: readonly (readonly string[])[];
  readonly keys: readonly string[];
}

const HEAD_LENGTH = 16_384;

/** Recognises documents by their first 16 KB. Built once for a list of kinds and the globs of `aims.yaml`. */
export class Recogniser {
  readonly #kinds: readonly KindDefinition[];
  readonly #byName: ReadonlyMap<string, KindDefinition>;
  readonly #tables = new Map<RowDefinition, FieldTable>();
  readonly #configured: (path: string) => string | undefined;

  constructor(kinds: readonly KindDefinition[], configured: (path: string) => string | undefined) {
    this.#kinds = kinds;
    this.#byName = new Map(kinds.map((kind) => [normalName(kind.kind), kind]));
    this.#configured = configured;
  }

  /** The kind of a document: what it says itself, what `aims.yaml` says, what it looks like. */
  recognise(path: string, language: Language, text: string): Recognition | undefined {
    const start = text.slice(0, HEAD_LENGTH);
    const declared = readDeclaration(start, language);
    if (declared.kind !== undefined && declared.kind !== '') {
      const kind = this.#byName.get(normalName(declared.kind));
      if (kind) return { kind, how: 'declared', why: `it says "kind: ${declared.kind}"` };
      const meant = this.#misspelt(normalName(declared.kind));
      return meant && { kind: meant, how: 'shape', why: `"kind: ${declared.kind}", which is close` };
    }
    const configured = this.#byName.get(normalName(this.#configured(path) ?? ''));
    if (configured) return { kind: configured, how: 'configured', why: 'aims.yaml lists it under "documents"' };
    return this.#byShape(path, language, readHead(start, language, declared));
  }

  /** The kind that a name of our own form, one letter off, certainly means: `risk-registr`. Other tools have kinds too. */
  #misspelt(name: string): KindDefinition | undefined {
    if (name.length < 8) return undefined;
    return this.#kinds.find((kind) => isOneLetterOff(name, normalName(kind.kind)));
  }

  #byShape(path: string, language: Language, head: Head): Recognition | undefined {
    const name = (path.split('/').pop() ?? '').replace(/\.[^.]+$/, '');
    const shaped = (kind: KindDefinition, why: string): Recognition => ({ kind, how: 'shape', why });
    if (/^(?:readme|changelog|contributing|license|index)$/i.test(name)) return undefined;
    // A file name or title alone says little about a data file: there the columns or keys have to fit as well.
    const data = language !== 'markdown';
    const rowsFit = this.#rowsFit(head);
    for (const kind of this.#kinds) {
      const named = kind.shape.fileNames.some((pattern) => pattern.test(name.replace(/[_\s]+/g, '-')));
      if (named && (!data || this.#rowsFit(head, 2).includes(kind))) return shaped(kind, `its file name "${name}"`);
    }
    for (const kind of this.#kinds) {
      if (head.title !== '' && kind.shape.titles.some((pattern) => pattern.test(head.title)))
        return shaped(kind, `its title "${head.title}"`);
    }
    const first = rowsFit[0];
    return first && shaped(first, data ? 'its columns or keys' : 'the columns of its tables');
  }

  /** The names of a row's columns; made when a document does not say its kind. */
  #tableOf(row: RowDefinition): FieldTable {
    let table = this.#tables.get(row);
    if (!table) {
      table = new FieldTable(row.fields);
      this.#tables.set(row, table);
    }
    return table;
  }

  /** Kinds whose rows the headers or keys show by at least so many columns of their own, the best fit first. */
  #rowsFit(head: Head, least = 3): KindDefinition[] {
    const fits: { kind: KindDefinition; score: number }[] = [];
    for (const kind of this.#kinds) {
      for (const row of kind.rows) {
        const table = this.#tableOf(row);
        if (head.keys.some((key) => normalName(key) === normalName(row.list) && distinctive(row)))
          fits.push({ kind, score: 100 });
        for (const header of head.headers) {
          const found = new Set(header.map((title) => table.find(title)?.name).filter((field) => field !== undefined));
          const own = [...found].filter((field) => field !== undefined && !GENERAL.has(field));
          if ((found.has(row.identity) || found.has('name')) && own.length >= least)
            fits.push({ kind, score: own.length });
        }
      }
    }
    fits.sort((a, b) => b.score - a.score);
    return [...new Set(fits.map((fit) => fit.kind))];
  }
}

/** Columns that nearly every register has and that therefore show nothing. */
const GENERAL = new Set([
  'id',
  'name',
  'title',
  'owner',
  'status',
  'description',
  'date',
  'due',
  'notes',
  'next_review',
  'evidence',
  'action',
]);

/** Keys such as `documents` or `models` stand in many files that are not ours. */
function distinctive(row: RowDefinition): boolean {
  return ['risks', 'treatments', 'nonconformities', 'incidents', 'concerns', 'competences'].includes(row.list);
}

function readDeclaration(text: string, language: Language): Declaration {
  if (language === 'csv') return { kind: undefined, title: '', keys: [], bodyStart: 0 };
  const yaml =
    language === 'yaml'
      ? text
      : (/^---[ \t]*\r?\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*$/m.exec(text)?.[1] ?? (text.startsWith('---') ? text : ''));
  const keys: string[] = [];
  let kind: string | undefined;
  let title = '';
  for (const match of yaml.matchAll(/^(["']?)([A-Za-z_][\w .-]*)\1[ \t]*:[ \t]*(.*)$/gm)) {
    const [, , key = '', rest = ''] = match;
    keys.push(key);
    const name = normalName(key);
    if (name !== 'kind' && name !== 'title') continue;
    const value = rest
      .replace(/\s+#.*$/, '')
      .trim()
      .replace(/^(["'])(.*)\1$/, '$2');
    if (name === 'kind') kind = value;
    else title = value;
  }
  return { kind, title, keys, bodyStart: yaml.length };
}

function readHead(text: string, language: Language, { title, keys, bodyStart }: Declaration): Head {
  if (language === 'csv') {
    const line = text.slice(0, text.search(/[\r\n]|$/));
    const cells = parseCsvRecord(line, csvSeparator(line)).cells.map((cell) => cell.text);
    return { title: '', headers: [cells], keys: [] };
  }
  if (language === 'yaml') return { title, headers: [], keys };
  const body = text.slice(bodyStart);
  const heading = /^ {0,3}#{1,2}[ \t]+(.+?)[ \t]*#*[ \t]*$/m.exec(body)?.[1] ?? '';
  const headers: string[][] = [];
  for (const match of body.matchAll(/^ {0,3}\|(.+)\|[ \t]*\r?\n {0,3}\|?[ \t]*:?-+:?[ \t]*\|/gm)) {
    headers.push((match[1] ?? '').split('|').map((cell) => cell.trim()));
  }
  return { title: title || heading.replace(/[*_`]/g, ''), headers, keys };
}

/** One letter more, less, other, or two swapped. */
function isOneLetterOff(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  let end = 0;
  while (
    end < Math.min(one.length, other.length) - start &&
    one[one.length - 1 - end] === other[other.length - 1 - end]
  )
    end++;
  const [left, right] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  return (
    (left.length <= 1 && right.length <= 1) ||
    (left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0])
  );
}
