import { FieldTable } from '../../kinds/field-table';
import type { FieldDefinition, KindDefinition, RowDefinition } from '../../kinds/kind';
import { normalName } from '../../kinds/normal-name';
import { nameColumns } from '../../kinds/read-rows';
import { Recogniser } from '../../kinds/recognise';
import type { NamedRows } from './kind-names';
import { ImportError, MOST_COLUMNS, type SourceSheet } from './source-sheet';

/** What a column of the source becomes. */
export interface Column {
  /** Where it stands, counted from 0. */
  readonly at: number;
  readonly head: string;
  /** The field; undefined where the column is kept beside the fields. */
  readonly field: FieldDefinition | undefined;
  /** True where the column was computed by our own export: it is left out. */
  readonly ours: boolean;
  /** True where the user said so. */
  readonly told: boolean;
}

/** A sheet whose header was found. */
export interface FoundHeader {
  readonly sheet: SourceSheet;
  readonly named: NamedRows & { readonly definition: RowDefinition };
  /** The header's row, counted from 0. */
  readonly row: number;
  readonly columns: readonly Column[];
  /** What the columns look like. */
  readonly tool: 'ciso-assistant' | undefined;
  /** How many different fields were found. */
  readonly count: number;
}

/** Columns by the user's word: a head, and the field it means; an empty field leaves the column out of the fields. */
export type ToldColumns = readonly (readonly [head: string, field: string])[];

const LOOK_AT = 60;

/** Finds the header of a sheet and what its columns mean; undefined where no row looks like one. */
export function findHeader(
  sheet: SourceSheet,
  path: string,
  kinds: readonly KindDefinition[],
  asked: NamedRows | undefined,
  told: ToldColumns,
): FoundHeader | undefined {
  let best: FoundHeader | undefined;
  const recogniser = asked ? undefined : new Recogniser(kinds, () => undefined);
  for (const [row, cells] of sheet.rows.slice(0, LOOK_AT).entries()) {
    const heads = cells.map((cell) => cell.replace(/\s+/g, ' ').trim());
    if (heads.filter((head) => head !== '').length < 2) continue;
    const tool = isCisoAssistant(heads) ? ('ciso-assistant' as const) : undefined;
    const named = asked ?? recognised(recogniser, heads, [path, `${sheet.name}.csv`], kinds, tool);
    if (!named?.definition) continue;
    const { definition } = named;
    const samples = sheet.rows.slice(row + 1, row + 13).map((cells) => cells.map((cell) => cell.trim()));
    const columns = nameAll(heads, samples, definition, told, tool);
    const fields = new Set(columns.flatMap(({ field }) => (field ? [field.name] : [])));
    const names = fields.has(definition.identity) || NAMING.some((name) => fields.has(name));
    const enough = tool || told.length > 0 ? 1 : 2;
    if (names && fields.size >= enough && fields.size > (best?.count ?? 0))
      best = { sheet, named: { ...named, definition }, row, columns, tool, count: fields.size };
  }
  if (best && best.columns.length > MOST_COLUMNS)
    throw new ImportError(`The table has more than ${MOST_COLUMNS} columns; take out what is not needed.`);
  return best;
}

/** Fields that name an entry where it has no id. */
const NAMING = ['name', 'title', 'objective', 'metric', 'finding', 'risk', 'role'];

function recognised(
  recogniser: Recogniser | undefined,
  heads: readonly string[],
  paths: readonly string[],
  kinds: readonly KindDefinition[],
  tool: FoundHeader['tool'],
): NamedRows | undefined {
  const statement = kinds.find(({ kind }) => kind === 'statement-of-applicability');
  const text = heads.map((head) => `"${head.replace(/"/g, '""')}"`).join(',');
  const kind = tool
    ? statement
    : (paths.map((path) => recogniser?.recognise(path, 'csv', text)?.kind).find((found) => found !== undefined) ??
      bestFit(heads, kinds));
  const definition = kind?.rows[0];
  return kind && definition && { entity: definition.entity, kind, definition };
}

/** The one kind that understands more of the heads than every other, its id among them. */
function bestFit(heads: readonly string[], kinds: readonly KindDefinition[]): KindDefinition | undefined {
  const fits = kinds.flatMap((kind) =>
    kind.rows.slice(0, 1).map((definition) => {
      const table = new FieldTable(definition.fields);
      const fields = new Set(heads.flatMap((head) => (head === '' ? [] : (table.find(head)?.name ?? []))));
      return { kind, count: fields.has(definition.identity) ? fields.size : 0 };
    }),
  );
  fits.sort((one, other) => other.count - one.count);
  const [first, second] = fits;
  return first && first.count >= 3 && first.count > (second?.count ?? 0) ? first.kind : undefined;
}

/** CISO Assistant names what it assesses by `urn` and `ref_id`; its "status" is how far somebody is with the questions. */
function isCisoAssistant(heads: readonly string[]): boolean {
  const names = new Set(heads.map((head) => head.toLowerCase()));
  return ['', 'requirement.'].some((lead) => names.has(`${lead}urn`) && names.has(`${lead}ref_id`));
}

const CISO_FIELDS: Readonly<Record<string, string>> = { ref_id: 'id', name: 'title' };

function nameAll(
  heads: readonly string[],
  samples: readonly (readonly string[])[],
  definition: RowDefinition,
  told: ToldColumns,
  tool: FoundHeader['tool'],
): Column[] {
  const table = new FieldTable(definition.fields);
  const fieldOf = (name: string) => definition.fields.find((field) => field.name === name);
  const toldOf = (head: string) => told.find(([name]) => normalName(name) === normalName(head));
  const taken = new Set(heads.flatMap((head) => (toldOf(head) ? [table.find(toldOf(head)?.[1] ?? '')?.name] : [])));
  // What is told and what is ours takes no part in guessing.
  const open = heads.map((head) => (toldOf(head) || isOurs(head) ? '' : head));
  const guessed = tool
    ? open.map((head) => fieldOf(CISO_FIELDS[head.toLowerCase().replace(/^requirement\./, '')] ?? ''))
    : nameColumns(table, definition, open, samples);
  return heads.map((head, at): Column => {
    const own = toldOf(head);
    if (own) return { at, head, field: own[1] === '' ? undefined : table.find(own[1]), ours: false, told: true };
    const field = guessed[at];
    return { at, head, field: field && !taken.has(field.name) ? field : undefined, ours: isOurs(head), told: false };
  });
}

/** Columns that our own export computed. */
function isOurs(head: string): boolean {
  return /^AIMS (?:title|grade|reason|next action|source|assessment)\b/.test(head);
}

/** Says what is wrong with the user's own columns. Undefined where nothing is. */
export function whyNotColumns(header: FoundHeader, told: ToldColumns): string | undefined {
  const table = new FieldTable(header.named.definition.fields);
  for (const [head, field] of told) {
    if (!header.columns.some((column) => normalName(column.head) === normalName(head)))
      return `There is no column "${head}". The columns are ${header.columns.map((column) => `"${column.head}"`).join(', ')}.`;
    if (field !== '' && !table.find(field))
      return `"${field}" is no field of: ${header.named.kind.title}. The fields are ${header.named.definition.fields.map(({ name }) => name).join(', ')}.`;
  }
  return undefined;
}
