// Edits of documents that change how something is written and not what it says.
import { type Document, isMap, isScalar, isSeq, type Pair, parseDocument, Scalar, visit, type YAMLMap } from 'yaml';
import { FieldTable } from '../../engine/kinds/field-table';
import type { FieldDefinition, KindDefinition } from '../../engine/kinds/kind';
import { kinds } from '../../engine/kinds/registry';
import { cellsOf, tableLine } from './document-lines';

/** Texts by path. */
export type Texts = ReadonlyMap<string, string>;

/** One harmless rewriting. */
export interface Rewriting {
  readonly title: string;
  /** All texts, rewritten. */
  readonly rewrite: (files: Texts) => Texts;
  /** Files that have another name afterwards: new path → old path. */
  readonly renamed?: ReadonlyMap<string, string>;
}

export type Edit = (text: string, path: string) => string;

export const isYaml = (path: string) => path.endsWith('.yaml') && path !== 'aims.yaml';
export const isMarkdown = (path: string) => path.endsWith('.md') && path !== 'README.md';
export const isCsv = (path: string) => path.endsWith('.csv');

export function rewriting(title: string, where: (path: string) => boolean, edit: Edit): Rewriting {
  return {
    title,
    rewrite: (files) => new Map([...files].map(([path, text]) => [path, where(path) ? edit(text, path) : text])),
  };
}

/** Changes a YAML file as a tree. */
export function tree(
  change: (document: Document.Parsed, path: string) => void,
  options: Parameters<Document['toString']>[0] = {},
): Edit {
  return (text, path) => {
    const document = parseDocument(text);
    change(document, path);
    return document.toString({ lineWidth: 0, ...options });
  };
}

/** Changes the front matter of a Markdown document as a tree. */
export function front(edit: Edit): Edit {
  return (text, path) => {
    const match = /^---\n([\s\S]*?)\n---\n/.exec(text);
    return match ? `---\n${edit(match[1] ?? '', path).trimEnd()}\n---\n${text.slice(match[0].length)}` : text;
  };
}

/** The rows of a register: maps in a list at the top. */
export function rowsOf(document: Document.Parsed): { list: string; rows: YAMLMap[] }[] {
  const top = document.contents;
  if (!isMap(top)) return [];
  return top.items.flatMap(({ key, value }) =>
    isSeq(value) && value.items.every(isMap) && value.items.length > 0
      ? [{ list: String(key), rows: value.items as unknown as YAMLMap[] }]
      : [],
  );
}

export const quote = (
  type: 'QUOTE_DOUBLE' | 'QUOTE_SINGLE' | 'BLOCK_FOLDED' | 'BLOCK_LITERAL',
  only: (text: string) => boolean,
) =>
  tree((document) => {
    visit(document, {
      Scalar(key, node) {
        if (key !== 'key' && typeof node.value === 'string' && only(node.value)) node.type = type;
      },
    });
  });

export const flow = (depth: (size: number) => boolean, on: boolean) =>
  tree((document) => {
    visit(document, {
      Collection(_key, node, ancestors) {
        if (depth(ancestors.filter((each) => isMap(each) || isSeq(each)).length)) node.flow = on;
      },
    });
  });

/** Lines of each row, edited. */
export const lines =
  (change: (line: string, index: number) => string | string[]): Edit =>
  (text) =>
    text.split('\n').flatMap(change).join('\n');

const kindOf = (text: string): KindDefinition | undefined =>
  kinds.find((kind) => kind.kind === /^kind: (\S+)$/m.exec(text)?.[1]);

/** A synonym of a field: the `number`th, among those that mean this field here. */
function synonymOf(definitions: readonly FieldDefinition[], name: string, number: number): string | undefined {
  const table = new FieldTable(definitions);
  const definition = definitions.find((each) => each.name === name);
  const words = (definition?.synonyms ?? []).filter((word) => table.find(word) === definition && !/[,|]/.test(word));
  return words.length === 0 ? undefined : words[number % words.length];
}

function renameKeys(map: YAMLMap, rename: (key: string) => string | undefined): void {
  for (const pair of map.items as Pair<Scalar, unknown>[]) {
    const other = rename(String(pair.key.value));
    if (other !== undefined) pair.key = new Scalar(other);
  }
}

/** Keys that say what a document is, or that other tools of the page look for, stay. */
const FIXED_KEYS = ['kind', 'framework'];

export const keySynonyms = (number: number) =>
  tree((document, path) => {
    const kind = kindOf(document.toString());
    if (!kind || !isMap(document.contents) || path === '') return;
    const lists = rowsOf(document);
    for (const { list, rows } of lists) {
      const definition = kind.rows.find((each) => each.list === list);
      if (definition) for (const row of rows) renameKeys(row, (key) => synonymOf(definition.fields, key, number));
    }
    renameKeys(document.contents, (key) =>
      FIXED_KEYS.includes(key) || lists.some(({ list }) => list === key)
        ? undefined
        : synonymOf(kind.metadata, key, number),
    );
  });

export const listSynonyms = (number: number) =>
  tree((document) => {
    const kind = kindOf(document.toString());
    if (!kind || !isMap(document.contents)) return;
    renameKeys(document.contents, (key) => {
      const words = kind.rows.find((each) => each.list === key)?.listSynonyms ?? [];
      return number < 0
        ? words.length > 0 && kind.rows[0]?.list === key
          ? 'entries'
          : undefined
        : words[number % Math.max(1, words.length)];
    });
  });

export const frontSynonyms =
  (number: number): Edit =>
  (text, path) => {
    const kind = kindOf(text);
    return kind
      ? front(
          tree(
            (document) =>
              isMap(document.contents) &&
              renameKeys(document.contents, (key) =>
                FIXED_KEYS.includes(key) ? undefined : synonymOf(kind.metadata, key, number),
              ),
          ),
        )(text, path)
      : text;
  };

export const keyStyle = (style: (key: string) => string) => {
  const edit = tree((document) => {
    const lists = rowsOf(document);
    for (const { rows } of lists) for (const row of rows) renameKeys(row, style);
    if (isMap(document.contents))
      renameKeys(document.contents, (key) =>
        key === 'kind' || lists.some(({ list }) => list === key) ? undefined : style(key),
      );
  });
  return edit;
};

export const valueSynonyms = (number: number) =>
  tree((document) => {
    const kind = kindOf(document.toString());
    for (const { list, rows } of kind ? rowsOf(document) : []) {
      const fields = kind?.rows.find((each) => each.list === list)?.fields ?? [];
      for (const row of rows) {
        for (const { key, value } of row.items as Pair<Scalar, unknown>[]) {
          const words = fields.find((each) => each.name === String(key.value))?.values;
          const replace = (scalar: Scalar): void => {
            const synonyms = words?.find((each) => each.value === String(scalar.value))?.synonyms ?? [];
            if (synonyms.length > 0) scalar.value = synonyms[number % synonyms.length];
          };
          if (isScalar(value)) replace(value);
          if (isSeq(value)) for (const item of value.items) if (isScalar(item)) replace(item);
        }
      }
    }
  });

export const headerSynonyms =
  (number: number): Edit =>
  (text) => {
    const kind = kindOf(text);
    return kind
      ? text.replace(/^\| id \|.*\|$/m, (header) => {
          const cells = cellsOf(header);
          const definition = kind.rows.find(
            (row) => row.fields.filter((field) => cells.includes(field.name)).length >= 4,
          );
          return definition
            ? tableLine(cells.map((cell) => synonymOf(definition.fields, cell, number) ?? cell))
            : header;
        })
      : text;
  };

/** Edits the tables whose rows have ids: header line, separator line, and each row with its columns. */
export function tables(
  edit: (cells: string[], part: 'header' | 'separator' | 'row', columns: readonly string[]) => string,
): Edit {
  return (text) => {
    let columns: string[] | undefined;
    return text
      .split('\n')
      .map((line) => {
        if (!line.startsWith('|')) {
          columns = undefined;
          return line;
        }
        const header = columns === undefined;
        columns ??= cellsOf(line);
        if (!columns.includes('id')) return line;
        return edit(cellsOf(line), header ? 'header' : /^\|[-|: ]+$/.test(line) ? 'separator' : 'row', columns);
      })
      .join('\n');
  };
}

export const eachCell = (change: (cell: string, column: string, part: 'header' | 'row') => string) =>
  tables((cells, part, columns) =>
    part === 'separator'
      ? `|${cells.map(() => '---').join('|')}|`
      : tableLine(cells.map((cell, at) => change(cell, columns[at] ?? '', part))),
  );

/** Dates that are a whole value: after a key, in a cell, between separators. */
export function dates(form: (year: string, month: number, day: number) => string): Edit {
  return (text, path) => {
    const write = (iso: string): string => {
      const [year = '', month = '', day = ''] = iso.split('-');
      return form(year, Number(month), Number(day));
    };
    if (isCsv(path)) return text.replace(/(?<=,)\d{4}-\d\d-\d\d(?=,|$)/gm, (iso) => `"${write(iso)}"`);
    const cells = text.replace(/(?<=\| )\d{4}-\d\d-\d\d(?= \|)/g, write);
    return cells.replace(
      /((?:_on|date|due|review|reviewed|_until|_since|last_change): )(\d{4}-\d\d-\d\d)(?=[ }\n])/g,
      (_all, key: string, iso: string) => `${key}"${write(iso)}"`,
    );
  };
}

/** Control ids that are a whole value: the id of a row in the statement, and lists of controls. */
export function controlIds(form: (id: string) => string): Edit {
  return (text, path) => {
    const rows =
      path === 'soa.yaml'
        ? text.replace(/^( {2}- id: )(A[\d.]+)$/gm, (_all, key: string, id: string) => `${key}"${form(id)}"`)
        : text;
    return rows.replace(
      /^( *controls?: )(\[)?(A\.[\d., A]+)(\])?$/gm,
      (_all, key: string, open: string | undefined, ids: string) => {
        const written = ids
          .split(', ')
          .map((id) => `"${form(id)}"`)
          .join(', ');
        return open ? `${key}[${written}]` : `${key}${written}`;
      },
    );
  };
}

export const clauseIds =
  (form: (id: string) => string): Edit =>
  (text) =>
    text.replace(
      /^clauses: \[(.*)\]$/gm,
      (_all, list: string) =>
        `clauses: [${list
          .split(', ')
          .map((id) => `"${form(id.replaceAll('"', ''))}"`)
          .join(', ')}]`,
    );
