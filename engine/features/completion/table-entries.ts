import type { RowDefinition } from '../../kinds/kind';
import { literal } from '../edits/snippet';
import { cellText, csvCell } from '../edits/yaml-text';
import { type Candidate, type CompletionEntry, choose } from './entry';
import { type FieldSpot, fieldTable, type Here, ownField } from './here';
import { fragmentEntries } from './paths';
import { asAddress, looseEntries, proseEntries } from './prose';
import { decisionCandidates } from './row-snippets';
import type { TableSpot } from './table-spot';
import { nextIdCandidate, valueCandidates } from './values';

/** What can stand in a cell: by the field of its column, else what can stand in prose. */
export function tableEntries(here: Here, spot: TableSpot): CompletionEntry[] {
  const { document, trigger } = here;
  if (spot.head) return [];
  const field = cellField(here, spot);
  const before = here.text.slice(Math.max(0, spot.span.start), here.offset);
  if (!field) return spot.form === 'markdown' && trigger !== '|' ? proseEntries(here, before) : [];
  if ((trigger === '|' || trigger === ' ') && spot.typed.trim() !== '' && !field.field.list) return [];
  const typedCell = spot.typed;
  const cut = field.field.list ? Math.max(typedCell.lastIndexOf(','), typedCell.lastIndexOf(';')) + 1 : 0;
  const part = typedCell.slice(cut);
  const opening = /^\s*(?:\[|`|\*\*|")?/.exec(part)?.[0] ?? '';
  if (/\]\([^()]*$/.test(part)) return proseEntries(here, part);
  const typed = part.slice(opening.length);
  const start = spot.span.start + cut + (/^\s*/.exec(part)?.[0].length ?? 0);
  const link = opening.endsWith('[');
  const keep = opening.trim().length > 0 && !link ? opening.trim().length : 0;
  const end = field.field.list
    ? here.offset + (/^[^,;|\]`*"]*/.exec(here.text.slice(here.offset, spot.span.end))?.[0].trimEnd().length ?? 0)
    : spot.span.end;
  const span = { start: start + keep, end: keep > 0 ? here.offset : end };
  const behind =
    field.field.refersTo?.includes('path') && fragmentEntries(here, typed, start + opening.trim().length, span.end);
  if (behind) return behind;
  if (trigger === '#' || trigger === ':') return [];
  if (trigger === '.' && typed.trim() === '.') return [];
  const lead = cut > 0 && part === part.trimStart() ? ' ' : cut === 0 ? spot.lead : '';
  if (spot.column === idColumn(here, spot, field.definition) && field.definition)
    return idEntries(here, spot, field.definition, typed, { start: span.start, end: span.end }, keep > 0);
  const candidates = valueCandidates(here, field, typed);
  const free = field.field.name === 'implementation' && typed.includes(' ');
  if (!candidates || free)
    return trigger === '' ? proseEntries(here, before) : looseEntries(here, spot.typed, spot.span.end);
  if (document.language === 'csv' && trigger === '|') return [];
  return choose(candidates, typed, span, (candidate) => ({ text: lead + written(spot, candidate, typed, link) }));
}

/** An id as the first thing of a row: where nothing else stands in it, the whole row with its columns. */
function idEntries(
  here: Here,
  spot: TableSpot,
  definition: RowDefinition,
  typed: string,
  span: { start: number; end: number },
  decorated: boolean,
): CompletionEntry[] {
  const isDecision = definition.entity === 'control-decision';
  const empty = !decorated && spot.cells.every((cell, index) => index === spot.column || cell === '');
  const candidates: readonly Candidate[] = isDecision
    ? decisionCandidates(here)
    : [nextIdCandidate(here, definition.entity)];
  const columns = columnFields(here, spot, definition);
  return choose(candidates, typed, span, ({ label }) => {
    if (!empty) return { text: spot.lead + label };
    let stop = 0;
    const cells = columns.slice(spot.column + 1).map((field) => {
      if (isDecision && field === 'title')
        return literal(inCell(spot, here.view.catalogue.controls.get(label)?.title ?? ''));
      return `$${++stop}`;
    });
    const text =
      spot.form === 'csv'
        ? [label, ...cells].join(spot.separator)
        : `${spot.lead}${label} | ${cells.join(' | ')}${cells.length > 0 ? ' |' : ''}`;
    return { text, snippet: true, span: { start: span.start, end: Math.max(spot.rowEnd, span.end) } };
  });
}

function written(spot: TableSpot, candidate: Candidate, typed: string, link: boolean): string {
  const value = candidate.value ?? candidate.label;
  if (candidate.kind === 'file' && spot.form === 'markdown' && (link || !/[./]/.test(typed))) {
    const title = candidate.detail || value.slice(value.lastIndexOf('/') + 1);
    return cellText(`[${title.replace(/[[\]]/g, '')}](${asAddress(value)})`);
  }
  return inCell(spot, value);
}

function inCell(spot: TableSpot, value: string): string {
  if (spot.form === 'markdown') return cellText(value);
  return spot.quoted ? value.replace(/"/g, '""') : csvCell(value, spot.separator);
}

/** The fields of a table's columns: as the document was read, else from the names of the columns. */
function columnFields(here: Here, spot: TableSpot, definition: RowDefinition): readonly (string | undefined)[] {
  const key = spot.titles.map(fold).join('|');
  const known = here.document.tables.find(
    (table) => table.definition === definition && table.columns.map(({ title }) => fold(title)).join('|') === key,
  );
  if (known) return known.columns.map(({ field }) => field);
  const table = fieldTable(here.state, definition.fields);
  return spot.titles.map((title) => table.find(title)?.name);
}

function idColumn(here: Here, spot: TableSpot, definition: RowDefinition | undefined): number {
  return definition && definition.identity === 'id' ? columnFields(here, spot, definition).indexOf('id') : -1;
}

/** The field a cell is for; undefined where the table holds no rows of the kind and no metadata. */
function cellField(here: Here, spot: TableSpot): FieldSpot | undefined {
  const { kind } = here.document;
  let best: { definition: RowDefinition; fields: readonly (string | undefined)[]; count: number } | undefined;
  for (const definition of kind.rows) {
    const fields = columnFields(here, spot, definition);
    const names = new Set(fields.filter((name) => name !== undefined));
    const identified = names.has(definition.identity) || names.has('name') || names.has('title');
    if (identified && names.size >= 3 && names.size > (best?.count ?? 0))
      best = { definition, fields, count: names.size };
  }
  if (best) {
    const { definition, fields } = best;
    const field = definition.fields.find(({ name }) => name === fields[spot.column]);
    if (!field) return undefined;
    const others = new Map(
      fields.flatMap((name, index) =>
        name !== undefined && index !== spot.column ? [[name, spot.cells[index] ?? ''] as const] : [],
      ),
    );
    return { field, definition, entity: definition.entity, others, taken: field.list ? takenIn(spot) : [] };
  }
  // A table of two columns names the document's own fields in the first.
  const field =
    spot.titles.length === 2 && spot.column === 1
      ? fieldTable(here.state, kind.metadata).find((spot.cells[0] ?? '').replace(/[*_`:]/g, ''))
      : undefined;
  return field && ownField(here.document, field);
}

function takenIn(spot: TableSpot): string[] {
  const cell = spot.cells[spot.column] ?? '';
  return cell
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== spot.typed.split(/[,;]/).pop()?.trim());
}

function fold(title: string): string {
  return title.replace(/[*_`]/g, '').trim().toLowerCase();
}
