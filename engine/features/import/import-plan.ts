import { HOME_FRAMEWORK } from '../../catalogue/catalogue';
import { readControlId } from '../../kinds/control-id';
import type { FieldDefinition } from '../../kinds/kind';
import { needsApproval } from '../../kinds/metadata';
import { Vocabulary } from '../../kinds/vocabulary';
import type { WorkspaceState } from '../../workspace/snapshot';
import { freeId } from '../scaffold/free-id';
import { newPath } from '../scaffold/new-path';
import type { Column, FoundHeader } from './columns';
import { type ImportedValue, readCell } from './field-value';
import { commentLine, type ImportedRow, rowsYaml, scalar } from './register-yaml';

/** What an import would write, and everything that has to be said about it. */
export interface ImportPlan {
  readonly header: FoundHeader;
  readonly rows: number;
  /** The whole file. */
  readonly text: string;
  /** Where it belongs, root-relative. */
  readonly path: string;
  /** A document of the kind that is there already, of which a root has only one in force. */
  readonly alreadyThere: string | undefined;
  /** One sentence each: what was left as written, left out or has to be looked at. */
  readonly remarks: readonly string[];
}

interface ReadRows {
  readonly rows: readonly ImportedRow[];
  /** Rows that are no entries: headings, clauses among the controls. */
  readonly others: readonly (readonly string[])[];
  readonly remarks: readonly string[];
  /** Control ids of a statement, in canonical form. */
  readonly ids: readonly string[];
  /** The ids of all entries in small letters. */
  readonly all: ReadonlySet<string>;
}

/**
 * Makes canonical YAML of a sheet. Nothing is decided here: what is empty stays empty, what is not understood stays as
 * written. `source` is the file's name; `own` its root-relative path where it lies inside the root.
 */
export function planImport(state: WorkspaceState, header: FoundHeader, source: string, own?: string): ImportPlan {
  const { view } = state;
  const { kind, definition } = header.named;
  const read = readRows(state, header);
  const framework = kind.kind === 'statement-of-applicability' ? frameworkOf(state, header, read.ids, source) : '';
  const lines = [
    `# Taken over from ${JSON.stringify(source)}${header.sheet.name === '' ? '' : `, ${JSON.stringify(header.sheet.name)}`} on ${view.today}.\n`,
    ...above(header).map(commentLine),
    `kind: ${kind.kind}\n`,
    ...documentId(state, header, read.all),
    `title: ${scalar(kind.title)}\n`,
    ...(needsApproval(kind) ? ['status: draft\n'] : []),
    ...(framework === '' ? [] : [`framework: ${framework}\n`]),
    ...(read.rows.length === 0 ? [`${definition.list}: []\n`] : [`${definition.list}:\n`, rowsYaml(read.rows)]),
    ...(read.others.length === 0
      ? []
      : ['# Rows of the source that are no entries, as they were:\n', ...read.others.map(commentLine)]),
  ];
  const live = view.documentsOf(kind.kind).find(({ path }) => path !== own)?.path;
  const twice =
    own !== undefined && view.document(own)
      ? [
          `${own} is itself read as a document of this management system, so entries would stand twice: move it away, or list it under "exclude" in aims.yaml.`,
        ]
      : [];
  const undecided =
    kind.kind === 'statement-of-applicability' && framework === ''
      ? ['Nothing tells which framework the ids belong to: say it in the file, such as "framework: iso-42001".']
      : [];
  return {
    header,
    rows: read.rows.length,
    text: lines.join(''),
    // An existing file is not gone round: the command says so.
    path: newPath(
      { documents: view.documents.filter(({ path }) => path !== own), paths: { has: () => false } },
      kind,
      kind.kind,
      '.yaml',
    ),
    alreadyThere: kind.oneOf ? live : undefined,
    remarks: [...header.sheet.remarks, ...read.remarks, ...undecided, ...twice],
  };
}

/** An id for the document that no entry has; none where the next free one is taken by an entry. */
function documentId({ view }: WorkspaceState, { named }: FoundHeader, ids: ReadonlySet<string>): string[] {
  const id = freeId(view, named.kind.kind);
  return ids.has(id.toLowerCase()) ? [] : [`id: ${scalar(id)}\n`];
}

/** Filled rows above the header: a title, a version, somebody's signature. */
function above({ sheet, row }: FoundHeader): (readonly string[])[] {
  return sheet.rows.slice(0, row).filter((cells) => cells.some((cell) => cell.trim() !== ''));
}

function readRows(state: WorkspaceState, header: FoundHeader): ReadRows {
  const vocabulary = new Vocabulary(state.view.configuration.synonyms);
  const tally = new Tally();
  const rows: ImportedRow[] = [];
  const others: (readonly string[])[] = [];
  const ids: string[] = [];
  const seen = new Set<string>();
  // Some write the controls of the security standard as bare numbers: then these are the entries.
  const lettered = header.sheet.rows.some(
    (cells, index) => index > header.row && /^\W*(?:annex )?a[. ]?\d/i.test(identityOf(header, cells)),
  );
  for (const [index, cells] of header.sheet.rows.entries()) {
    if (index <= header.row || cells.every((cell) => cell.trim() === '')) continue;
    const why = whyNoEntry(state, header, cells, lettered);
    if (why !== undefined) {
      tally.add(why, identityOf(header, cells) || `row ${index + 1}`);
      if (why !== OUTLINE) others.push(cells.map((cell) => cell.trim()));
      continue;
    }
    const row = readRow(header, cells, vocabulary, tally);
    rows.push(row);
    const id = identityOf(header, cells);
    if (id === '') tally.add('have no id', `row ${index + 1}`);
    else {
      if (header.named.definition.identity === 'id' && seen.has(id.toLowerCase()))
        tally.add('stand more than once', id);
      seen.add(id.toLowerCase());
      ids.push(readControlId(id).id);
    }
  }
  return { rows, others, ids, all: seen, remarks: tally.sentences() };
}

function identityOf({ named, columns }: FoundHeader, cells: readonly string[]): string {
  const column = columns.find(({ field }) => field?.name === named.definition.identity);
  return column ? (cells[column.at] ?? '').trim() : '';
}

const OUTLINE = 'are headings of the framework and were left out';
const HEADING = 'are no entries and stay in the file as comments';

/** Rows of a sheet that are no entries: headings with one cell; clauses and groups in a list of controls. */
function whyNoEntry(
  state: WorkspaceState,
  header: FoundHeader,
  cells: readonly string[],
  lettered: boolean,
): string | undefined {
  const { named, columns, tool } = header;
  const filled = columns.filter(({ at, ours }) => !ours && (cells[at] ?? '').trim() !== '');
  if (filled.length === 0) return HEADING;
  if (filled.length === 1 && columns.length > 2 && filled[0]?.field?.name !== named.definition.identity) return HEADING;
  if (named.entity !== 'control-decision') return undefined;
  const valueOf = (head: string): string => {
    const column = columns.find((each) => each.head.toLowerCase().replace(/^requirement\./, '') === head);
    return column ? (cells[column.at] ?? '').trim() : '';
  };
  const assessed = ['observations', 'observation', 'compliance_result', 'result', 'extended_result'].some(
    (head) => !/^(?:|not_assessed|none|null|undefined)$/i.test(valueOf(head)),
  );
  if (tool && !assessed && /^(?:false|no|0|-|)$/i.test(valueOf('assessable')) && valueOf('assessable') !== '')
    return OUTLINE;
  const { id } = readControlId(identityOf(header, cells));
  const clause = lettered && /^(?:clause\s*)?\d{1,2}(?:\.\d{1,2}){0,3}$/i.test(id);
  if (tool && clause && !assessed) return OUTLINE;
  const { groups } = state.view.catalogue;
  const group = groups.some((each) => each.id === id || each.subgroups?.some((inner) => inner.id === id));
  const content = filled.some(({ field }) => field !== undefined && field.name !== 'id' && field.name !== 'title');
  if (clause) return HEADING;
  return group && !content ? HEADING : undefined;
}

function readRow(header: FoundHeader, cells: readonly string[], vocabulary: Vocabulary, tally: Tally): ImportedRow {
  const fields = new Map<string, ImportedValue>();
  const kept: [string, string][] = [];
  const keep = (column: Column, text: string): void => {
    const head = column.head === '' ? `column ${letters(column.at)}` : column.head;
    const same = kept.filter(([name]) => name === head || name.startsWith(`${head} (`)).length;
    kept.push([same === 0 ? head : `${head} (${same + 1})`, text]);
  };
  for (const column of header.columns) {
    const text = (cells[column.at] ?? '').trim();
    if (text === '' || column.ours) continue;
    const { field } = column;
    if (!field || fields.has(field.name)) {
      keep(column, text);
      continue;
    }
    const { value, problem, serial } = readCell(text, field, vocabulary, header.sheet.days1904);
    if (problem) tally.add(PROBLEMS[problem], `${field.name} "${short(text)}"`);
    if (serial) tally.add('stood as the serial number of a day and are dates now', field.name);
    fields.set(field.name, value);
  }
  // Cells to the right of the last head.
  for (let at = header.columns.length; at < cells.length; at++) {
    const text = (cells[at] ?? '').trim();
    if (text !== '') keep({ at, head: '', field: undefined, ours: false, told: false }, text);
  }
  const order = (name: string) =>
    header.named.definition.fields.findIndex((field: FieldDefinition) => field.name === name);
  return { fields: [...fields].sort(([one], [other]) => order(one) - order(other)), kept };
}

const PROBLEMS = {
  date: 'are no date that is understood and stay as written',
  ambiguous: 'may be two different days and stay as written',
  word: 'are no value that is understood and stay as written',
} as const;

/** Counts what has to be said, with a few examples of each. */
class Tally {
  readonly #found = new Map<string, { count: number; readonly examples: string[] }>();

  add(what: string, example: string): void {
    const known = this.#found.get(what) ?? { count: 0, examples: [] };
    known.count++;
    if (known.examples.length < 5 && !known.examples.includes(example)) known.examples.push(example);
    this.#found.set(what, known);
  }

  sentences(): string[] {
    return [...this.#found].map(([what, { count, examples }]) => {
      const sort = /^are no value|^are no date|^may be|^stood/.test(what) ? 'cell' : 'row';
      const more = count > examples.length ? ', …' : '';
      return `${count} ${sort}${count === 1 ? '' : 's'}: ${what} (${examples.join(', ')}${more}).`;
    });
  }
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

/** The letter of a column, as spreadsheets name it. */
function letters(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : letters(Math.floor(at / 26) - 1) + last;
}

/** The framework of a statement, where that is certain; else empty, and somebody has to say it. */
function frameworkOf(state: WorkspaceState, header: FoundHeader, ids: readonly string[], source: string): string {
  const { sheet, columns, row } = header;
  if (columns.some(({ field }) => field?.name === 'framework')) return '';
  const urn = columns.find(({ head }) => /^(?:requirement\.)?urn$/i.test(head));
  const words = [
    source,
    sheet.name,
    ...sheet.rows.slice(0, row + 1).flat(),
    ...(urn ? sheet.rows.slice(row + 1, row + 200).map((cells) => cells[urn.at] ?? '') : []),
  ].join(' ');
  const named = new Set([...words.matchAll(/(?<!\d)(42001|27001)(?!\d)/g)].map(([number]) => `iso-${number}`));
  if (named.size === 1) return [...named][0] ?? '';
  const controls = ids.filter((id) => /^A\.\d/.test(id));
  const known = controls.every((id) => state.view.catalogue.controls.has(id));
  // No edition of the security standard has controls in these groups.
  const own = controls.some((id) => /^A\.[234]\./.test(id));
  return named.size === 0 && known && own ? HOME_FRAMEWORK : '';
}
