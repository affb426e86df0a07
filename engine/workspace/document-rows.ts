import type { Entity } from '../kinds/kind';
import type { DocumentRecord, Row } from '../kinds/record';
import type { Report } from './finding';
import { isFilled } from './names';
import { onField, onList } from './places';
import { enumerate, rowName } from './wording';
import type { WorkspaceView } from './workspace-view';

/** The filled rows of a document about something; a document that is one entry is a row itself. */
export function rowsAbout(document: DocumentRecord, entity: Entity): readonly Row[] {
  const rows = document.rows.filter((row) => row.entity === entity && !row.unfilled);
  return document.kind.single === entity ? [document.metadata, ...rows] : rows;
}

/** Names joined for a sentence; beyond a few the rest is counted, so that a message stays short. */
export function listed(names: readonly string[], most = 5): string {
  const rest = names.length - most;
  return rest > 0 ? `${names.slice(0, most).join(', ')} and ${rest} more` : enumerate(names);
}

/** True where a field says nothing at all. What is still a placeholder is reported where it stands. */
export function isBlank(row: Row, field: string): boolean {
  const state = row.fields.get(field)?.state;
  return state !== 'filled' && state !== 'placeholder';
}

/** The words for what is asked of a row, field by field, where the field is not filled. */
export function unanswered(row: Row, asked: Readonly<Record<string, string>>): string[] {
  return Object.entries(asked).flatMap(([field, words]) => (isFilled(row, field) ? [] : [words]));
}

/**
 * Tells of each row that says nothing in a field. Where none of three or more does, that is one thing to tell (message
 * `none`), not one for each row.
 */
export function* lacking(
  document: DocumentRecord,
  rows: readonly Row[],
  field: string,
  tell: (row: Row) => Omit<Report, 'at'> = (row) => ({ message: 'row', data: { row: rowName(row) } }),
): Iterable<Report> {
  const without = rows.filter((row) => isBlank(row, field));
  if (without.length === rows.length && rows.length >= 3) {
    yield {
      at: onList(document, rows[0]?.definition?.list ?? ''),
      message: 'none',
      data: { count: rows.length },
    };
    return;
  }
  for (const row of without) yield { at: onField(row, field), ...tell(row) };
}

/** The register rows that a field of a row leads to. */
export function rowsNamed(view: WorkspaceView, row: Row, field: string): readonly Row[] {
  const value = row.fields.get(field);
  if (value?.state !== 'filled') return [];
  return value.items.flatMap((item) => {
    const found = view.resolve(row.path, item, value.definition);
    return found.type === 'named' ? [found.named.row] : [];
  });
}
