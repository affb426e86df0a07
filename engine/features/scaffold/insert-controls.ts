import type { DocumentRecord, Row } from '../../kinds/record';
import { push } from '../../workspace/names';
import type { WorkspaceState } from '../../workspace/snapshot';
import type { Change, Refusal } from '../change';
import { insertRows } from '../edits/row-edits';
import { newControlRow } from './control-rows';

/** The controls of Annex A that a statement has no row for, in order. */
export function missingControls(state: WorkspaceState, document: DocumentRecord): string[] {
  const known = new Set(document.rows.filter((row) => row.entity === 'control-decision').map((row) => row.id));
  return [...state.view.catalogue.controls.keys()].filter((id) => !known.has(id));
}

/** Inserts rows for controls, each where it belongs in the order. The decision and its reason stay open. */
export function insertControls(
  state: WorkspaceState,
  document: DocumentRecord,
  ids: readonly string[],
): Change | Refusal {
  const definition = document.kind.rows[0];
  const order = [...state.view.catalogue.controls.keys()];
  const rows = document.rows.filter((row) => row.entity === 'control-decision');
  if (!definition) return { refused: 'This document has no rows of controls.' };
  const fields = usedFields(document, rows);
  // Rows that go to the same place are one edit, so that their order is kept.
  const byAnchor = new Map<Row | undefined, string[]>();
  for (const id of ids) {
    const before = rows.filter((row) => order.includes(row.id) && order.indexOf(row.id) < order.indexOf(id));
    const anchor = before.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id)).pop();
    push(byAnchor, anchor, id);
  }
  const edits = [...byAnchor].flatMap(([anchor, group]) => {
    const added = group.map((id) => newControlRow(id, state.view.catalogue.controls.get(id)?.title ?? '', fields));
    return insertRows(state, document, definition, added, anchor ?? undefined) ?? [];
  });
  if (edits.length === 0)
    return {
      refused: 'The row cannot be inserted here: the statement has neither a list of controls nor a table of them.',
    };
  return { edits, create: [], open: { path: document.path, offset: edits[0]?.span.start ?? 0 } };
}

/** Optional fields that a new row gets as well, because the others have them. */
function usedFields(document: DocumentRecord, rows: readonly Row[]): ReadonlySet<string> {
  const columns = document.tables.flatMap((table) => table.columns.map((column) => column.field ?? ''));
  const keys = rows.slice(0, 5).flatMap((row) => [...row.fields.keys()]);
  return new Set([...columns, ...keys]);
}
