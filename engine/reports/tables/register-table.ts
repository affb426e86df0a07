import { HOME_FRAMEWORK } from '../../catalogue/catalogue';
import { coverageOf } from '../../coverage/coverage';
import { FOOT_LINE, GRADE_WORDS } from '../../coverage/grade';
import { printable } from '../../features/import/guarded-text';
import type { NamedRows } from '../../features/import/kind-names';
import type { FieldDefinition } from '../../kinds/kind';
import type { DocumentRecord, Row } from '../../kinds/record';
import { foldId } from '../../workspace/names';
import type { Snapshot } from '../../workspace/snapshot';
import { placeNumbers } from '../finding-rows';
import { fieldCell } from './field-cell';
import { OURS, type Table, type TableCell, type TableColumn, textCell } from './table';

/** Fields of a statement that are shown even where nobody has filled them in. */
const ALWAYS: Readonly<Record<string, readonly string[]>> = {
  'control-decision': ['id', 'applicable', 'justification', 'status', 'owner', 'evidence'],
};

interface OwnColumn {
  readonly head: string;
  readonly width: number;
  readonly of: (row: Row) => string;
}

/** All entries of one sort as a table: what the documents say and, beside it and marked as ours, what we make of it. */
export function registerTable(snapshot: Snapshot, named: NamedRows): Table {
  const documents = holding(snapshot, named);
  const rows = documents.flatMap((document) => rowsOf(document, named));
  const fields = columnFields(named, rows);
  const { before, after } = ownColumns(snapshot, named, documents.length > 1);
  const columns = [
    ...fields.slice(0, 1).map(fieldColumn),
    ...before.map(ownColumn),
    ...fields.slice(1).map(fieldColumn),
    ...after.map(ownColumn),
  ];
  const cells = rows.map((row): TableCell[] => {
    const own = (column: OwnColumn) => textCell(printable(column.of(row)));
    const [first, ...rest] = fields.map((field) => fieldCell(row.fields.get(field.name)));
    return [...(first ? [first] : []), ...before.map(own), ...rest, ...after.map(own)];
  });
  return {
    title: printable(titleOf(snapshot, named)),
    today: snapshot.view.today,
    columns,
    rows: cells,
    notes: notesOf(snapshot, named, documents, rows).map(printable),
  };
}

/** Documents that may hold such rows and count: no templates, nothing retired. */
function holding(snapshot: Snapshot, { entity }: NamedRows): DocumentRecord[] {
  return snapshot.view.documents.filter(
    ({ status, kind }) =>
      status !== 'template' &&
      status !== 'retired' &&
      (kind.single === entity || kind.rows.some((definition) => definition.entity === entity)),
  );
}

function rowsOf(document: DocumentRecord, { entity }: NamedRows): Row[] {
  const own = document.rows.filter((row) => row.entity === entity);
  // A change record is one change, or a list of them.
  return document.kind.single === entity && own.length === 0 ? [document.metadata] : own;
}

function columnFields({ entity, kind, definition }: NamedRows, rows: readonly Row[]): FieldDefinition[] {
  const always = new Set([...(ALWAYS[entity] ?? []), ...(definition ? [definition.identity] : ['id'])]);
  const used = new Set(
    rows.flatMap((row) => [...row.fields].filter(([, field]) => fieldCell(field).text !== '').map(([name]) => name)),
  );
  const fields = definition?.fields ?? kind.metadata;
  const more = rows.flatMap((row) => [...row.fields.values()]).map((field) => field.definition);
  const known = new Set(fields.map(({ name }) => name));
  // A document that is one entry has fields that a row of the register has not, such as its version.
  const others = definition ? [] : more.filter(({ name }) => !known.has(name) && known.add(name));
  const chosen = [...fields, ...others].filter(({ name }) => always.has(name) || used.has(name));
  const identity = definition?.identity ?? 'id';
  return [...chosen.filter(({ name }) => name === identity), ...chosen.filter(({ name }) => name !== identity)];
}

function ownColumns(
  snapshot: Snapshot,
  { entity }: NamedRows,
  several: boolean,
): { readonly before: OwnColumn[]; readonly after: OwnColumn[] } {
  const source: OwnColumn = {
    head: `${OURS}source`,
    width: 24,
    of: (row) => {
      const { path, start } = placeNumbers(snapshot, { on: 'row', row });
      return `${path}:${start.line}`;
    },
  };
  if (entity === 'control-decision') {
    const grades = new Map(coverageOf(snapshot).controls.map((item) => [foldId(item.id), item]));
    const graded = (row: Row) => (row.framework === HOME_FRAMEWORK ? grades.get(foldId(row.id)) : undefined);
    return {
      before: [{ head: `${OURS}title`, width: 28, of: (row) => graded(row)?.title ?? '' }],
      after: [
        {
          head: GRADE_HEAD,
          width: 18,
          of: (row) => {
            const grade = graded(row)?.grade;
            return grade ? GRADE_WORDS[grade] : '';
          },
        },
        { head: `${OURS}reason`, width: 40, of: (row) => graded(row)?.reason ?? '' },
        { head: `${OURS}next action`, width: 36, of: (row) => graded(row)?.next ?? '' },
        source,
      ],
    };
  }
  if (entity === 'system') {
    const states = new Map(coverageOf(snapshot).systems.map((system) => [system.row, system]));
    return {
      before: [],
      after: [
        { head: `${OURS}assessment`, width: 16, of: (row) => states.get(row)?.state.replace(/-/g, ' ') ?? '' },
        { head: `${OURS}reason`, width: 40, of: (row) => states.get(row)?.reason ?? '' },
        source,
      ],
    };
  }
  return { before: [], after: several ? [source] : [] };
}

/** The head says what a grade is not, since a head travels with its column. */
const GRADE_HEAD = `${OURS}grade (no statement of conformity)`;

function titleOf(snapshot: Snapshot, { kind }: NamedRows): string {
  const { organization } = snapshot.view.configuration;
  return organization === '' ? kind.title : `${kind.title} – ${organization}`;
}

function notesOf(
  snapshot: Snapshot,
  { entity, kind }: NamedRows,
  documents: readonly DocumentRecord[],
  rows: readonly Row[],
): string[] {
  const { view } = snapshot;
  const used = new Set(rows.map((row) => row.path));
  const from = documents.filter(({ path }) => used.has(path)).map(describe);
  const notes = [`As of ${view.today}. Taken from ${from.length > 0 ? from.join('; ') : 'no document'}.`];
  if (entity === 'control-decision') {
    const decided = new Set(rows.filter((row) => row.framework === HOME_FRAMEWORK).map((row) => foldId(row.id)));
    const missing = [...view.catalogue.controls.keys()].filter((id) => !decided.has(foldId(id)));
    if (missing.length > 0) notes.push(`No row for ${missing.join(', ')}.`);
  }
  const broken = documents.find((document) => !document.complete) ?? view.incompleteOf(kind.kind);
  if (broken) notes.push(`${broken.path} could not be read in full: entries may be missing here.`);
  notes.push('Columns that begin with AIMS are computed by this tool; all others are what the documents say.');
  return [...notes, FOOT_LINE];
}

function describe({ path, status, metadata }: DocumentRecord): string {
  const version = metadata.fields.get('version');
  const words = [
    version?.state === 'filled' ? `version ${version.text}` : '',
    status === 'none' ? '' : status.replace('_', ' '),
  ];
  const remark = words.filter((word) => word !== '').join(', ');
  return remark === '' ? path : `${path} (${remark})`;
}

/** True where something that belongs in the table could not be read. */
export function isIncomplete(snapshot: Snapshot, named: NamedRows): boolean {
  return (
    holding(snapshot, named).some((document) => !document.complete) ||
    snapshot.view.incompleteOf(named.kind.kind) !== undefined
  );
}

const WIDE =
  /justification|implementation|description|cause|lessons|purpose|intended_use|evidence|reason|action|finding/;

function fieldColumn({ name, type }: FieldDefinition): TableColumn {
  const width = WIDE.test(name) ? 48 : type === 'date' ? 12 : name === 'id' ? 12 : type === 'text' ? 24 : 14;
  return { head: name, ours: false, width };
}

function ownColumn({ head, width }: OwnColumn): TableColumn {
  return { head, ours: true, width };
}
