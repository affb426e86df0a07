// Ways to write the example differently that say the same: no finding and no grade may change.
import { Document, isMap, isScalar, isSeq, type Pair, parse, parseDocument, Scalar, visit, type YAMLMap, type YAMLSeq } from 'yaml';
import { FieldTable } from '../../engine/kinds/field-table';
import type { FieldDefinition, KindDefinition } from '../../engine/kinds/kind';
import { kinds } from '../../engine/kinds/registry';
import { cellsOf, headRange, tableLine, tableRows } from './document-lines';

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

type Edit = (text: string, path: string) => string;

const isYaml = (path: string) => path.endsWith('.yaml') && path !== 'aims.yaml';
const isMarkdown = (path: string) => path.endsWith('.md') && path !== 'README.md';
const isCsv = (path: string) => path.endsWith('.csv');

function rewriting(title: string, where: (path: string) => boolean, edit: Edit): Rewriting {
  return { title, rewrite: (files) => new Map([...files].map(([path, text]) => [path, where(path) ? edit(text, path) : text])) };
}

/** Changes a YAML file as a tree. */
function tree(change: (document: Document.Parsed, path: string) => void, options: Parameters<Document['toString']>[0] = {}): Edit {
  return (text, path) => {
    const document = parseDocument(text);
    change(document, path);
    return document.toString({ lineWidth: 0, ...options });
  };
}

/** Changes the front matter of a Markdown document as a tree. */
function front(edit: Edit): Edit {
  return (text, path) => {
    const match = /^---\n([\s\S]*?)\n---\n/.exec(text);
    return match ? `---\n${edit(match[1] ?? '', path).trimEnd()}\n---\n${text.slice(match[0].length)}` : text;
  };
}

/** The rows of a register: maps in a list at the top. */
function rowsOf(document: Document.Parsed): { list: string; rows: YAMLMap[] }[] {
  const top = document.contents;
  if (!isMap(top)) return [];
  return top.items.flatMap(({ key, value }) => (isSeq(value) && value.items.every(isMap) && value.items.length > 0 ? [{ list: String(key), rows: value.items as unknown as YAMLMap[] }] : []));
}

const quote = (type: 'QUOTE_DOUBLE' | 'QUOTE_SINGLE' | 'BLOCK_FOLDED' | 'BLOCK_LITERAL', only: (text: string) => boolean) =>
  tree((document) => {
    visit(document, {
      Scalar(key, node) {
        if (key !== 'key' && typeof node.value === 'string' && only(node.value)) node.type = type;
      },
    });
  });

const flow = (depth: (size: number) => boolean, on: boolean) =>
  tree((document) => {
    visit(document, {
      Collection(_key, node, ancestors) {
        if (depth(ancestors.filter((each) => isMap(each) || isSeq(each)).length)) node.flow = on;
      },
    });
  });

/** Lines of each row, edited. */
const lines = (change: (line: string, index: number) => string | string[]): Edit => (text) => text.split('\n').flatMap(change).join('\n');

const kindOf = (text: string): KindDefinition | undefined => kinds.find((kind) => kind.kind === /^kind: (\S+)$/m.exec(text)?.[1]);

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

const keySynonyms = (number: number) =>
  tree((document, path) => {
    const kind = kindOf(document.toString());
    if (!kind || !isMap(document.contents) || path === '') return;
    const lists = rowsOf(document);
    for (const { list, rows } of lists) {
      const definition = kind.rows.find((each) => each.list === list);
      if (definition) for (const row of rows) renameKeys(row, (key) => synonymOf(definition.fields, key, number));
    }
    renameKeys(document.contents, (key) => (FIXED_KEYS.includes(key) || lists.some(({ list }) => list === key) ? undefined : synonymOf(kind.metadata, key, number)));
  });

const listSynonyms = (number: number) =>
  tree((document) => {
    const kind = kindOf(document.toString());
    if (!kind || !isMap(document.contents)) return;
    renameKeys(document.contents, (key) => {
      const words = kind.rows.find((each) => each.list === key)?.listSynonyms ?? [];
      return number < 0 ? (words.length > 0 && kind.rows[0]?.list === key ? 'entries' : undefined) : words[number % Math.max(1, words.length)];
    });
  });

const frontSynonyms = (number: number): Edit => (text, path) => {
  const kind = kindOf(text);
  return kind ? front(tree((document) => isMap(document.contents) && renameKeys(document.contents, (key) => (FIXED_KEYS.includes(key) ? undefined : synonymOf(kind.metadata, key, number)))))(text, path) : text;
};

const keyStyle = (style: (key: string) => string) => {
  const edit = tree((document) => {
    const lists = rowsOf(document);
    for (const { rows } of lists) for (const row of rows) renameKeys(row, style);
    if (isMap(document.contents)) renameKeys(document.contents, (key) => (key === 'kind' || lists.some(({ list }) => list === key) ? undefined : style(key)));
  });
  return edit;
};

const valueSynonyms = (number: number) =>
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

const headerSynonyms = (number: number): Edit => (text) => {
  const kind = kindOf(text);
  return kind ? text.replace(/^\| id \|.*\|$/m, (header) => {
    const cells = cellsOf(header);
    const definition = kind.rows.find((row) => row.fields.filter((field) => cells.includes(field.name)).length >= 4);
    return definition ? tableLine(cells.map((cell) => synonymOf(definition.fields, cell, number) ?? cell)) : header;
  }) : text;
};

/** Edits the tables whose rows have ids: header line, separator line, and each row with its columns. */
function tables(edit: (cells: string[], part: 'header' | 'separator' | 'row', columns: readonly string[]) => string): Edit {
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

const eachCell = (change: (cell: string, column: string, part: 'header' | 'row') => string) =>
  tables((cells, part, columns) => (part === 'separator' ? `|${cells.map(() => '---').join('|')}|` : tableLine(cells.map((cell, at) => change(cell, columns[at] ?? '', part)))));

/** Dates that are a whole value: after a key, in a cell, between separators. */
function dates(form: (year: string, month: number, day: number) => string): Edit {
  return (text, path) => {
    const write = (iso: string): string => {
      const [year = '', month = '', day = ''] = iso.split('-');
      return form(year, Number(month), Number(day));
    };
    if (isCsv(path)) return text.replace(/(?<=,)\d{4}-\d\d-\d\d(?=,|$)/gm, (iso) => `"${write(iso)}"`);
    const cells = text.replace(/(?<=\| )\d{4}-\d\d-\d\d(?= \|)/g, write);
    return cells.replace(/((?:_on|date|due|review|reviewed|_until|_since|last_change): )(\d{4}-\d\d-\d\d)(?=[ }\n])/g, (_all, key: string, iso: string) => `${key}"${write(iso)}"`);
  };
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const GERMAN = ['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September', 'Oktober', 'November', 'Dezember'];
const FRENCH = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'];
const SPANISH = ['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre'];
const DUTCH = ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december'];

/** Control ids that are a whole value: the id of a row in the statement, and lists of controls. */
function controlIds(form: (id: string) => string): Edit {
  return (text, path) => {
    const rows = path === 'soa.yaml' ? text.replace(/^( {2}- id: )(A[\d.]+)$/gm, (_all, key: string, id: string) => `${key}"${form(id)}"`) : text;
    return rows.replace(/^( *controls?: )(\[)?(A\.[\d., A]+)(\])?$/gm, (_all, key: string, open: string | undefined, ids: string) => {
      const written = ids.split(', ').map((id) => `"${form(id)}"`).join(', ');
      return open ? `${key}[${written}]` : `${key}${written}`;
    });
  };
}

const clauseIds = (form: (id: string) => string): Edit => (text) =>
  text.replace(/^clauses: \[(.*)\]$/gm, (_all, list: string) => `clauses: [${list.split(', ').map((id) => `"${form(id.replaceAll('"', ''))}"`).join(', ')}]`);

/** A YAML register as a Markdown document with front matter and a table. */
function asTable(text: string): string {
  const document = parseDocument(text);
  const { list, rows } = rowsOf(document)[0] ?? { list: '', rows: [] };
  const head = parse(text) as Record<string, unknown>;
  delete head[list];
  const entries = rows.map((row) => row.toJSON() as Record<string, unknown>);
  const columns = [...new Set(entries.flatMap((entry) => Object.keys(flat(entry))))];
  const cell = (value: unknown): string => {
    if (Array.isArray(value)) return value.map(cell).join('<br>');
    if (value !== null && typeof value === 'object') return String((value as { ref?: string }).ref ?? '');
    return String(value ?? '').replaceAll('|', '\\|');
  };
  const table = [tableLine(columns), `|${columns.map(() => '---').join('|')}|`, ...entries.map((entry) => tableLine(columns.map((column) => cell(flat(entry)[column]))))];
  return `---\n${new Document(head).toString({ lineWidth: 0 })}---\n# ${String(head.title)}\n\n${table.join('\n')}\n`;
}

/** `ai_act: { tier }` as a column `ai_act.tier`. */
function flat(entry: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(entry).flatMap(([key, value]) => (value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.entries(value).map(([inner, each]) => [`${key}.${inner}`, each]) : [[key, value]])));
}

/** A YAML register with a heading for each entry and bold labels below it. */
function asHeadings(text: string): string {
  const document = parseDocument(text);
  const { list, rows } = rowsOf(document)[0] ?? { list: '', rows: [] };
  const head = parse(text) as Record<string, unknown>;
  delete head[list];
  const entries = rows.map((row) => {
    const { id, ...rest } = row.toJSON() as Record<string, unknown>;
    const labels = Object.entries(flat(rest)).map(([key, value]) => `- **${key.replaceAll('_', ' ')}:** ${Array.isArray(value) ? value.join('; ') : String(value)}`);
    return `## ${String(id)}\n\n${labels.join('\n')}\n`;
  });
  return `---\n${new Document(head).toString({ lineWidth: 0 })}---\n# ${String(head.title)}\n\n${entries.join('\n')}`;
}

/** A Markdown register, whose rows stand in one table, as YAML. */
function asYaml(text: string, list: string): string {
  const rows = tableRows(text.split('\n'));
  const head = text.split('\n').slice(headRange(text.split('\n')).from, headRange(text.split('\n')).to);
  const entries = rows.map((row) => Object.fromEntries(row.columns.map((column, at) => [column, row.cells[at] ?? '']).filter(([, cell]) => cell !== '' && cell !== '—')));
  return `${head.join('\n')}\n${new Document({ [list]: entries }).toString({ lineWidth: 0 })}`;
}

/** Gives a file another form and name, and corrects every link to it. */
function otherForm(title: string, path: string, ending: string, form: Edit): Rewriting {
  const renamed = path.replace(/\.\w+$/, `.${ending}`);
  const [before, after] = [path.slice(path.lastIndexOf('/') + 1), renamed.slice(renamed.lastIndexOf('/') + 1)];
  return {
    title,
    renamed: new Map([[renamed, path]]),
    rewrite: (files) => new Map([...files].map(([each, text]) => [each === path ? renamed : each, (each === path ? form(text, path) : text).replaceAll(before, after)])),
  };
}

/** A CSV as a Markdown table. */
function csvAsTable(kind: string, title: string): Edit {
  return (text) => {
    const rows = text.trimEnd().split('\n').map((line) => line.split(','));
    const [header = [], ...rest] = rows;
    return `---\nkind: ${kind}\n---\n# ${title}\n\n${[tableLine(header), `|${header.map(() => '---').join('|')}|`, ...rest.map(tableLine)].join('\n')}\n`;
  };
}

/** The facts of a document as lines below its title, but for its kind, id and lists. */
function asLines(line: (key: string, value: string) => string, before = '', after = ''): Edit {
  return (text) => {
    const all = text.split('\n');
    const head = headRange(all);
    const facts = all.slice(head.from, head.to);
    const moved = facts.filter((fact) => /^(version|status|owner|approved_by|approved_on|next_review|author|reviewed|date): /.test(fact));
    const kept = facts.filter((fact) => !moved.includes(fact));
    const written = moved.map((fact) => line(fact.slice(0, fact.indexOf(':')), fact.slice(fact.indexOf(':') + 2).replaceAll('"', '')));
    const body = all.slice(head.to + 1);
    return ['---', ...kept, '---', body[0] ?? '', '', ...(before ? [before] : []), ...written, ...(after ? [after] : []), '', ...body.slice(1)].join('\n');
  };
}

const title = (key: string) => key.replaceAll('_', ' ').replace(/^./, (letter) => letter.toUpperCase());
const isPolicy = (path: string) => path.startsWith('policies/') || path.startsWith('procedures/');

/** All rewritings. */
export function rewritings(): Rewriting[] {
  const long = (text: string) => text.length > 60;
  return [
    // --- YAML
    rewriting('YAML: read and written again', isYaml, tree(() => {})),
    rewriting('YAML: four spaces', isYaml, tree(() => {}, { indent: 4 })),
    rewriting('YAML: lists not indented', isYaml, tree(() => {}, { indentSeq: false })),
    rewriting('YAML: everything in double quotes', isYaml, quote('QUOTE_DOUBLE', () => true)),
    rewriting('YAML: everything in single quotes', isYaml, quote('QUOTE_SINGLE', () => true)),
    rewriting('YAML: dates in quotes', isYaml, quote('QUOTE_DOUBLE', (text) => /^\d{4}-/.test(text))),
    rewriting('YAML: long texts folded', isYaml, quote('BLOCK_FOLDED', long)),
    rewriting('YAML: long texts as literal blocks', isYaml, quote('BLOCK_LITERAL', long)),
    rewriting('YAML: long lines wrapped', isYaml, tree(() => {}, { lineWidth: 60 })),
    rewriting('YAML: each row on one line', isYaml, flow((depth) => depth === 2, true)),
    rewriting('YAML: short lists a line each', isYaml, flow(() => true, false)),
    rewriting('YAML: inner lists in brackets', isYaml, flow((depth) => depth > 2, true)),
    rewriting('YAML: flow with wide brackets', isYaml, tree(() => {}, { flowCollectionPadding: false })),
    rewriting('YAML: keys of rows the other way round', isYaml, tree((document) => {
      for (const { rows } of rowsOf(document)) for (const row of rows) row.items.reverse();
    })),
    rewriting('YAML: keys of rows by the alphabet', isYaml, tree((document) => {
      for (const { rows } of rowsOf(document)) for (const row of rows) row.items.sort((a, b) => (String(a.key) < String(b.key) ? -1 : 1));
    })),
    // What kind a document is has to stand in its first 16 KB.
    rewriting('YAML: list before the facts', (path) => isYaml(path) && !/soa|risk-register/.test(path), tree((document) => {
      if (isMap(document.contents)) document.contents.items.reverse();
    })),
    rewriting('YAML: rows the other way round', isYaml, tree((document) => {
      if (isMap(document.contents)) for (const { value } of document.contents.items) if (isSeq(value) && value.items.every(isMap)) (value as YAMLSeq).items.reverse();
    })),
    rewriting('YAML: quoted keys', isYaml, lines((line) => line.replace(/^( *(?:- )?)(\w+):(?= |$)/, '$1"$2":'))),
    rewriting('YAML: comments before rows', isYaml, lines((line) => (/^ {2}- /.test(line) ? ['  # the next one: as agreed', line] : line))),
    rewriting('YAML: comments at line ends', isYaml, lines((line) => (/^ {4}(?:owner|status|level|treatment): [^"#]+$/.test(line) ? `${line}   # checked` : line))),
    rewriting('YAML: blank lines between rows', isYaml, lines((line) => (/^ {2}- /.test(line) ? ['', line] : line))),
    rewriting('YAML: document marks', isYaml, (text) => `---\n${text}...\n`),
    rewriting('YAML: a comment at the top', isYaml, (text) => `# Kept by us.\n# See the handbook.\n\n${text}`),
    rewriting('YAML: spaces behind', isYaml, lines((line) => (line === '' ? line : `${line}  `))),
    rewriting('YAML: spaces after the colon', isYaml, lines((line) => line.replace(/^( *(?:- )?\w+:) (?=\S)/, '$1    '))),
    rewriting('YAML: one value without its list', isYaml, lines((line) => line.replace(/^( *(?:systems|controls|risks|models|datasets|roles|objective|basis): )\[([\w.]+|[\w-]+)\]$/, '$1$2'))),
    rewriting('YAML: lists as text with commas', isYaml, lines((line) => line.replace(/^( *(?:systems|controls|risks|models|datasets|suppliers|roles|basis|consequences): )\[([\w., -]+)\]$/, '$1$2'))),
    rewriting('YAML: lists as text with semicolons', isYaml, lines((line) => line.replace(/^( *(?:systems|controls|risks|models|datasets|suppliers|roles|basis|consequences): )\[([\w., -]+)\]$/, (_all, key: string, list: string) => `${key}${list.replaceAll(', ', '; ')}`))),
    rewriting('YAML: true as yes', isYaml, lines((line) => line.replace(/: true$/, ': yes').replace(/: false$/, ': no'))),
    rewriting('YAML: true as Ja', isYaml, lines((line) => line.replace(/: true$/, ': Ja').replace(/: false$/, ': Nein'))),
    rewriting('YAML: true as Oui', isYaml, lines((line) => line.replace(/: true$/, ': Oui').replace(/: false$/, ': Non'))),
    rewriting('YAML: true as Included', (path) => path === 'soa.yaml', lines((line) => line.replace(/(applicable): true$/, '$1: Included').replace(/(applicable): false$/, '$1: Excluded'))),
    rewriting('YAML: true as ✅', isYaml, lines((line) => line.replace(/: true$/, ': ✅').replace(/: false$/, ': ❌'))),
    rewriting('YAML: values in capitals', isYaml, lines((line) => line.replace(/^( +(?:status|level|residual|treatment|likelihood|impact|lifecycle|tier|severity): )(\w)(\w*)$/, (_all, key: string, first: string, rest: string) => `${key}${first.toUpperCase()}${rest.replaceAll('_', ' ')}`))),
    rewriting('YAML: values in capital letters only', isYaml, lines((line) => line.replace(/^( +(?:status|level|residual|treatment|lifecycle|tier|severity): )(\w+)$/, (_all, key: string, word: string) => `${key}${word.toUpperCase()}`))),
    rewriting('YAML: evidence as plain references', (path) => path === 'soa.yaml', lines((line) => line.replace(/- \{ ref: (records\/[\w./-]*\d{4}-\d\d[\w./-]*|records\/\S+\.md), date: [\d-]+ \}/, '- $1'))),
    rewriting('YAML: evidence as maps over two lines', (path) => path === 'soa.yaml', lines((line) => line.replace(/^( *- )\{ ref: (\S+), date: ([\d-]+) \}$/, '$1ref: $2\n        date: $3').split('\n'))),
    rewriting('YAML: evidence as links', (path) => path === 'soa.yaml', lines((line) => line.replace(/ref: (records\/[\w./-]+),/, 'ref: "[$1]($1)",'))),
    rewriting('YAML: keys in camelCase', isYaml, keyStyle((key) => key.replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase()))),
    rewriting('YAML: keys in kebab-case', isYaml, keyStyle((key) => key.replaceAll('_', '-'))),
    rewriting('YAML: keys in Title Case', isYaml, keyStyle((key) => key.split('_').map(title).join(' '))),
    ...[0, 1, 2, 3, 5, 7, 9].map((number) => rewriting(`YAML: other names of keys, ${number + 1}`, isYaml, keySynonyms(number))),
    ...[0, 1, 2, 4, 6].map((number) => rewriting(`YAML: other words for values, ${number + 1}`, isYaml, valueSynonyms(number))),
    ...[-1, 0, 1].map((number) => rewriting(`YAML: other names of lists, ${number + 2}`, isYaml, listSynonyms(number))),
    // --- Markdown: tables
    rewriting('tables: padded', isMarkdown, eachCell((cell) => cell.padEnd(24))),
    rewriting('tables: no spaces', isMarkdown, tables((cells, part) => `|${part === 'separator' ? cells.map(() => '-').join('|') : cells.join('|')}|`)),
    rewriting('tables: without outer bars', isMarkdown, tables((cells, part) => (part === 'separator' ? cells.map(() => '---') : cells).join(' | '))),
    rewriting('tables: aligned', isMarkdown, tables((cells, part) => (part === 'separator' ? `|${cells.map((_cell, at) => [':--', ':-:', '--:'][at % 3]).join('|')}|` : tableLine(cells)))),
    rewriting('tables: columns the other way round', isMarkdown, tables((cells, part) => (part === 'separator' ? `|${cells.map(() => '---').join('|')}|` : tableLine([...cells].reverse())))),
    rewriting('tables: bold headings', isMarkdown, eachCell((cell, _column, part) => (part === 'header' ? `**${cell}**` : cell))),
    rewriting('tables: headings in Title Case', isMarkdown, eachCell((cell, _column, part) => (part === 'header' ? cell.split('_').map(title).join(' ') : cell))),
    rewriting('tables: headings in capital letters', isMarkdown, eachCell((cell, _column, part) => (part === 'header' ? cell.toUpperCase() : cell))),
    rewriting('tables: bold ids', isMarkdown, eachCell((cell, column, part) => (part === 'row' && column === 'id' ? `**${cell}**` : cell))),
    rewriting('tables: emphasised owners', isMarkdown, eachCell((cell, column, part) => (part === 'row' && /owner|auditor|holder/.test(column) && cell !== '' ? `*${cell}*` : cell))),
    rewriting('tables: lists over lines', isMarkdown, eachCell((cell, column, part) => (part === 'row' && /^(clauses|systems)$/.test(column) ? cell.replaceAll('; ', '<br>') : cell))),
    rewriting('tables: lists with commas', isMarkdown, eachCell((cell, column, part) => (part === 'row' && /^(clauses|systems)$/.test(column) ? cell.replaceAll('; ', ', ') : cell))),
    rewriting('tables: a column of notes', isMarkdown, tables((cells, part) => (part === 'separator' ? `|${[...cells, ''].map(() => '---').join('|')}|` : tableLine([...cells, part === 'header' ? 'Remarks of the desk' : 'none'])))),
    rewriting('tables: rows the other way round', isMarkdown, (text) => {
      const all = text.split('\n');
      const rows = tableRows(all);
      rows.forEach((row, at) => {
        all[row.from] = text.split('\n')[rows[rows.length - 1 - at]?.from ?? row.from] ?? '';
      });
      return rows.every((row, at) => at === 0 || row.from === (rows[at - 1]?.from ?? 0) + 1) ? all.join('\n') : text;
    }),
    ...[0, 1, 2, 4, 6, 8].map((number) => rewriting(`tables: other names of columns, ${number + 1}`, isMarkdown, headerSynonyms(number))),
    // --- Markdown: facts and prose
    rewriting('front matter: written again', isMarkdown, front(tree(() => {}))),
    rewriting('front matter: everything in quotes', isMarkdown, front(quote('QUOTE_DOUBLE', () => true))),
    rewriting('front matter: lists a line each', isMarkdown, front(flow(() => true, false))),
    rewriting('front matter: the other way round', isMarkdown, front((text, path) => tree((document) => isMap(document.contents) && document.contents.items.reverse())(text, path))),
    rewriting('front matter: with comments', isMarkdown, front(lines((line) => (/^(owner|date|status):/.test(line) ? ['# agreed', line] : line)))),
    rewriting('front matter: keys in camelCase', isMarkdown, front(keyStyle((key) => key.replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase())))),
    rewriting('front matter: keys in Title Case', isMarkdown, front(keyStyle((key) => key.split('_').map(title).join(' ')))),
    ...[0, 1, 3, 5].map((number) => rewriting(`front matter: other names of keys, ${number + 1}`, isMarkdown, frontSynonyms(number))),
    rewriting('facts as bold lines', isPolicy, asLines((key, value) => `**${title(key)}:** ${value}  `)),
    rewriting('facts as plain lines with breaks', isPolicy, asLines((key, value) => `${title(key)}: ${value}  `)),
    rewriting('facts as plain lines', isPolicy, asLines((key, value) => `${title(key)}: ${value}`)),
    rewriting('facts as a table', isPolicy, asLines((key, value) => `| ${title(key)} | ${value} |`, '| Field | Value |\n|---|---|')),
    rewriting('facts as a list under a heading', isPolicy, asLines((key, value) => `- **${title(key)}:** ${value}`, '## Document Control\n')),
    rewriting('facts as a bold-lined record', (path) => path.startsWith('records/') && path.endsWith('.md'), asLines((key, value) => `**${title(key)}**: ${value}  `)),
    rewriting('prose: blank lines doubled', isMarkdown, (text) => text.replace(/\n\n/g, '\n\n\n')),
    rewriting('prose: headings with closing marks', isMarkdown, lines((line) => line.replace(/^(#+) (.+)$/, '$1 $2 $1'))),
    rewriting('prose: other list marks', isMarkdown, lines((line) => line.replace(/^- /, '* '))),
    rewriting('prose: a comment at the end', isMarkdown, (text) => `${text}\n<!-- Printed copies are not controlled. A.99.1, {{x}} -->\n`),
    // --- dates
    rewriting('dates: 20 Nov 2026', () => true, dates((year, month, day) => `${day} ${MONTHS[month - 1]?.slice(0, 3)} ${year}`)),
    rewriting('dates: November 20, 2026', () => true, dates((year, month, day) => `${MONTHS[month - 1]} ${day}, ${year}`)),
    rewriting('dates: 20th November 2026', () => true, dates((year, month, day) => `${day}${day === 1 || day === 21 || day === 31 ? 'st' : day === 2 || day === 22 ? 'nd' : day === 3 || day === 23 ? 'rd' : 'th'} ${MONTHS[month - 1]} ${year}`)),
    rewriting('dates: 20.11.2026', () => true, dates((year, month, day) => `${day}.${String(month).padStart(2, '0')}.${year}`)),
    rewriting('dates: 2026/11/20', () => true, dates((year, month, day) => `${year}/${month}/${day}`)),
    rewriting('dates: 20. November 2026 in German', () => true, dates((year, month, day) => `${day}. ${GERMAN[month - 1]} ${year}`)),
    rewriting('dates: in French', () => true, dates((year, month, day) => `${day} ${FRENCH[month - 1]} ${year}`)),
    rewriting('dates: in Spanish', () => true, dates((year, month, day) => `${day} de ${SPANISH[month - 1]} de ${year}`)),
    rewriting('dates: in Dutch', () => true, dates((year, month, day) => `${day} ${DUTCH[month - 1]} ${year}`)),
    rewriting('dates: in Japanese', () => true, dates((year, month, day) => `${year}年${month}月${day}日`)),
    // --- ids of controls and clauses
    rewriting('controls: A 6.2.4', () => true, controlIds((id) => id.replace('.', ' '))),
    rewriting('controls: A6.2.4', () => true, controlIds((id) => id.replace('.', ''))),
    rewriting('controls: Annex A.6.2.4', () => true, controlIds((id) => `Annex ${id}`)),
    rewriting('controls: ISO 42001 A.6.2.4', () => true, controlIds((id) => `ISO 42001 ${id}`)),
    rewriting('controls: 42001:A.6.2.4', () => true, controlIds((id) => `42001:${id}`)),
    rewriting('controls: ISO/IEC 42001:2023 A.6.2.4', () => true, controlIds((id) => `ISO/IEC 42001:2023 ${id}`)),
    rewriting('controls: bold', () => true, controlIds((id) => `**${id}**`)),
    rewriting('controls: lower case', () => true, controlIds((id) => id.toLowerCase())),
    rewriting('clauses: Clause 6.1.3', () => true, clauseIds((id) => `Clause ${id}`)),
    rewriting('clauses: Cl. 6.1.3', () => true, clauseIds((id) => `Cl. ${id}`)),
    rewriting('clauses: §6.1.3', () => true, clauseIds((id) => `§${id}`)),
    rewriting('clauses: ISO 42001:6.1.3', () => true, clauseIds((id) => `ISO 42001:${id}`)),
    // --- ids and paths
    rewriting('ids in lower case where they are used', isYaml, lines((line) => line.replace(/^( +(?:systems|risks|models|datasets|suppliers|risk|supplier): \[?)([A-Z0-9, -]+)(\]?)$/, (_all, key: string, ids: string, end: string) => key + ids.toLowerCase() + end))),
    rewriting('ids with their names', (path) => path.startsWith('operation/') && isYaml(path), lines((line) => line.replace('systems: [AIS-001]', 'systems: ["Triage Support (AIS-001)"]').replace('systems: [AIS-003]', 'systems: ["Meridian Assist (AIS-003)"]'))),
    rewriting('paths from the folder itself', (path) => path === 'soa.yaml', lines((line) => line.replace(/ref: (records|assessments|operation)\//, 'ref: ./$1/'))),
    rewriting('paths from the root', (path) => path === 'soa.yaml', lines((line) => line.replace(/ref: (records|assessments|operation)\//, 'ref: /$1/'))),
    // --- whole files
    rewriting('line ends of Windows', () => true, (text) => text.replaceAll('\n', '\r\n')),
    rewriting('byte order mark', () => true, (text) => `\uFEFF${text}`),
    rewriting('no line end at the end', () => true, (text) => text.replace(/\n+$/, '')),
    rewriting('blank lines at the end', () => true, (text) => `${text}\n\n\n`),
    { title: 'files in another order', rewrite: (files) => new Map([...files].reverse()) },
    { title: 'other files beside them', rewrite: (files) => new Map([...files, ['notes/todo.txt', 'call the auditor'], ['notes/lunch.md', '# Lunch\n\nSoup on Monday.\n'], ['src/index.ts', 'export {};']]) },
    // --- CSV
    rewriting('CSV: semicolons', isCsv, (text) => text.replace(/;/g, ' and').replaceAll(',', ';')),
    rewriting('CSV: tabs', isCsv, (text) => text.replaceAll(',', '\t')),
    rewriting('CSV: all cells quoted', isCsv, lines((line) => (line === '' ? line : line.split(',').map((cell) => `"${cell}"`).join(',')))),
    rewriting('CSV: spaces around cells', isCsv, lines((line) => line.split(',').join(' , '))),
    rewriting('CSV: columns the other way round', isCsv, lines((line) => (line === '' ? line : line.split(',').reverse().join(',')))),
    rewriting('CSV: headings in Title Case', isCsv, lines((line, index) => (index === 0 ? line.split(',').map(title).join(',') : line))),
    rewriting('CSV: rows the other way round', isCsv, (text) => {
      const [header = '', ...rows] = text.trimEnd().split('\n');
      return `${[header, ...rows.reverse()].join('\n')}\n`;
    }),
    // --- the form of a register
    ...['risk/risk-register.yaml', 'risk/treatment-plan.yaml', 'systems/inventory.yaml', 'systems/models.yaml', 'systems/datasets.yaml', 'systems/resources.yaml', 'partners/suppliers.yaml', 'operation/incident-log.yaml', 'operation/concern-log.yaml', 'operation/changes.yaml', 'improvement/nonconformities.yaml', 'documents/document-register.yaml', 'context/interested-parties.yaml', 'soa.yaml'].map((path) => otherForm(`form: ${path} as a table`, path, 'md', asTable)),
    ...['risk/risk-register.yaml', 'systems/models.yaml', 'partners/suppliers.yaml', 'operation/incident-log.yaml'].map((path) => otherForm(`form: ${path} with a heading for each entry`, path, 'md', asHeadings)),
    ...([['organisation/objectives.md', 'objectives'], ['partners/customer-commitments.md', 'commitments'], ['improvement/improvement-log.md', 'improvements'], ['documents/external-documents.md', 'documents']] as const).map(([path, list]) => otherForm(`form: ${path} as YAML`, path, 'yaml', (text) => asYaml(text, list))),
    otherForm('form: organisation/competence.csv as a table', 'organisation/competence.csv', 'md', csvAsTable('competence-register', 'Competence')),
    otherForm('form: operation/monitoring-results.csv as a table', 'operation/monitoring-results.csv', 'md', csvAsTable('monitoring-results', 'Monitoring results')),
  ];
}
