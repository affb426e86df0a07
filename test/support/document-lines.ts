// Finds places in the documents of examples/meridian by their lines, as a person with an editor would: no parser of ours.

/** Lines of a text that belong together: from the first to the one after the last. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** An entry of a register in YAML, a row of a table or CSV, or a section, with the name people use for it. */
export interface NamedRange extends LineRange {
  readonly name: string;
}

/** Entries of a YAML register: each starts at `  - id: …`, or at another first key. */
export function yamlEntries(lines: readonly string[]): NamedRange[] {
  const starts = lines.flatMap((line, index) => {
    const match = /^ {2}- (?:id|document): ["']?([^"']+?)["']?$/.exec(line);
    return match?.[1] ? [{ name: match[1], from: index }] : [];
  });
  const end = lines.at(-1) === '' ? lines.length - 1 : lines.length;
  return starts.map((start, index) => ({ ...start, to: starts[index + 1]?.from ?? end }));
}

/** The lines of a key within some lines, with what is nested below it. */
export function keyRange(lines: readonly string[], within: LineRange, key: string): LineRange | undefined {
  for (let at = within.from; at < within.to; at++) {
    const match = new RegExp(`^( *(?:- )?)${key}:(?: |$)`).exec(lines[at] ?? '');
    if (!match) continue;
    const depth = match[1]?.length ?? 0;
    let to = at + 1;
    while (to < within.to && /^ *\S/.test(lines[to] ?? '') && (lines[to] ?? '').search(/\S/) > depth) to++;
    return { from: at, to };
  }
  return undefined;
}

/** The lines of a document's own facts: its front matter, or a YAML file before its first list of entries. */
export function headRange(lines: readonly string[]): LineRange {
  if (lines[0] === '---') return { from: 1, to: lines.indexOf('---', 1) };
  const list = lines.findIndex((line) => /^ {2}- /.test(line));
  return { from: 0, to: list < 0 ? lines.length : list - 1 };
}

/** A row of a Markdown table. */
export interface TableRow extends NamedRange {
  readonly columns: readonly string[];
  readonly cells: readonly string[];
}

/** Rows of the tables that have an `id` column, or of all tables. */
export function tableRows(lines: readonly string[], all = false): TableRow[] {
  const rows: TableRow[] = [];
  let columns: string[] | undefined;
  lines.forEach((line, index) => {
    if (!line.startsWith('|')) columns = undefined;
    else if (!columns) columns = cellsOf(line);
    else if (!/^\|[-|: ]+$/.test(line) && (all || columns.includes('id'))) {
      const cells = cellsOf(line);
      rows.push({ name: cells[0] ?? '', from: index, to: index + 1, columns, cells });
    }
  });
  return rows;
}

/** The cells of a table line, trimmed. */
export function cellsOf(line: string): string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}

/** A table line of cells. */
export function tableLine(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Sections at level two. */
export function sections(lines: readonly string[]): NamedRange[] {
  const starts = lines.flatMap((line, index) => {
    const match = /^## (.+)$/.exec(line);
    return match?.[1] ? [{ name: match[1], from: index }] : [];
  });
  return starts.map((start, index) => ({ ...start, to: starts[index + 1]?.from ?? lines.length }));
}

/** A text with some of its lines replaced. */
export function withLines(lines: readonly string[], range: LineRange, ...instead: readonly string[]): string {
  return [...lines.slice(0, range.from), ...instead, ...lines.slice(range.to)].join('\n');
}
