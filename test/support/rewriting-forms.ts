// Other forms of whole documents: a register as a table, with headings, as YAML; facts as lines.
import { Document, parse, parseDocument } from 'yaml';
import { headRange, tableLine, tableRows } from './document-lines';
import { type Edit, type Rewriting, rowsOf } from './rewriting-edits';

/** A YAML register as a Markdown document with front matter and a table. */
export function asTable(text: string): string {
  const document = parseDocument(text);
  const { list, rows } = rowsOf(document)[0] ?? { list: '', rows: [] };
  const head = parse(text) as Record<string, unknown>;
  delete head[list];
  const entries = rows.map((row) => row.toJSON() as Record<string, unknown>);
  const columns = [...new Set(entries.flatMap((entry) => Object.keys(flat(entry))))];
  const cell = (value: unknown): string => {
    if (Array.isArray(value)) return value.map(cell).join('<br>');
    return written(value).replaceAll('|', '\\|');
  };
  const table = [
    tableLine(columns),
    `|${columns.map(() => '---').join('|')}|`,
    ...entries.map((entry) => tableLine(columns.map((column) => cell(flat(entry)[column])))),
  ];
  return `---\n${new Document(head).toString({ lineWidth: 0 })}---\n# ${String(head.title)}\n\n${table.join('\n')}\n`;
}

/** `ai_act: { tier }` as a column `ai_act.tier`. */
export function flat(entry: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(entry).flatMap(([key, value]) =>
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.entries(value).map(([inner, each]) => [`${key}.${inner}`, each])
        : [[key, value]],
    ),
  );
}

/** A value in a cell or line: of an entry with a reference, the reference. */
function written(value: unknown): string {
  return value !== null && typeof value === 'object'
    ? String((value as { ref?: string }).ref ?? '')
    : String(value ?? '');
}

/** A YAML register with a heading for each entry and bold labels below it. */
export function asHeadings(text: string): string {
  const document = parseDocument(text);
  const { list, rows } = rowsOf(document)[0] ?? { list: '', rows: [] };
  const head = parse(text) as Record<string, unknown>;
  delete head[list];
  const entries = rows.map((row) => {
    const { id, ...rest } = row.toJSON() as Record<string, unknown>;
    const labels = Object.entries(flat(rest)).map(
      ([key, value]) =>
        `- **${key.replaceAll('_', ' ')}:** ${Array.isArray(value) ? value.map(written).join('; ') : written(value)}`,
    );
    return `## ${String(id)}\n\n${labels.join('\n')}\n`;
  });
  return `---\n${new Document(head).toString({ lineWidth: 0 })}---\n# ${String(head.title)}\n\n${entries.join('\n')}`;
}

/** A Markdown register, whose rows stand in one table, as YAML. */
export function asYaml(text: string, list: string): string {
  const rows = tableRows(text.split('\n'));
  const head = text.split('\n').slice(headRange(text.split('\n')).from, headRange(text.split('\n')).to);
  const entries = rows.map((row) =>
    Object.fromEntries(
      row.columns.map((column, at) => [column, row.cells[at] ?? '']).filter(([, cell]) => cell !== '' && cell !== '—'),
    ),
  );
  return `${head.join('\n')}\n${new Document({ [list]: entries }).toString({ lineWidth: 0 })}`;
}

/** Gives a file another form and name, and corrects every link to it. */
export function otherForm(title: string, path: string, ending: string, form: Edit): Rewriting {
  const renamed = path.replace(/\.\w+$/, `.${ending}`);
  const [before, after] = [path.slice(path.lastIndexOf('/') + 1), renamed.slice(renamed.lastIndexOf('/') + 1)];
  return {
    title,
    renamed: new Map([[renamed, path]]),
    rewrite: (files) =>
      new Map(
        [...files].map(([each, text]) => [
          each === path ? renamed : each,
          (each === path ? form(text, path) : text).replaceAll(before, after),
        ]),
      ),
  };
}

/** A CSV as a Markdown table. */
export function csvAsTable(kind: string, title: string): Edit {
  return (text) => {
    const rows = text
      .trimEnd()
      .split('\n')
      .map((line) => line.split(','));
    const [header = [], ...rest] = rows;
    return `---\nkind: ${kind}\n---\n# ${title}\n\n${[tableLine(header), `|${header.map(() => '---').join('|')}|`, ...rest.map(tableLine)].join('\n')}\n`;
  };
}

/** The facts of a document as lines below its title, but for its kind, id and lists. */
export function asLines(line: (key: string, value: string) => string, before = '', after = ''): Edit {
  return (text) => {
    const all = text.split('\n');
    const head = headRange(all);
    const facts = all.slice(head.from, head.to);
    const moved = facts.filter((fact) =>
      /^(version|status|owner|approved_by|approved_on|next_review|author|reviewed|date): /.test(fact),
    );
    const kept = facts.filter((fact) => !moved.includes(fact));
    const written = moved.map((fact) =>
      line(fact.slice(0, fact.indexOf(':')), fact.slice(fact.indexOf(':') + 2).replaceAll('"', '')),
    );
    const body = all.slice(head.to + 1);
    return [
      '---',
      ...kept,
      '---',
      body[0] ?? '',
      '',
      ...(before ? [before] : []),
      ...written,
      ...(after ? [after] : []),
      '',
      ...body.slice(1),
    ].join('\n');
  };
}

export const title = (key: string) => key.replaceAll('_', ' ').replace(/^./, (letter) => letter.toUpperCase());
export const isPolicy = (path: string) => path.startsWith('policies/') || path.startsWith('procedures/');
