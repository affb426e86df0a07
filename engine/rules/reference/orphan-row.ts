import type { Entity } from '../../kinds/kind';
import type { DocumentRecord, Row } from '../../kinds/record';
import { isLive } from '../../workspace/document-status';
import { hasWord, rowText } from '../../workspace/named-in-text';
import { filledText, foldName, isFilled } from '../../workspace/names';
import { onRow } from '../../workspace/places';
import { rowName } from '../../workspace/wording';
import type { WorkspaceView } from '../../workspace/workspace-view';
import { defineRule } from '../rule';

const KEPT: readonly Entity[] = ['model', 'dataset', 'supplier', 'resource'];

export default defineRule({
  id: 'reference/orphan-row',
  scope: 'workspace',
  reads: 'all',
  severity: 'information',
  references: ['A.4.2'],
  messages: {
    found:
      'No AI system, control, risk or document names {row}, although others of the list are named. Name it where it is used, or take it out if it no longer is (A.4.2).',
  },
  *check(view) {
    // Whatever could not be read may name the row.
    if (view.incomplete) return;
    const rows = KEPT.flatMap((entity) => view.rows(entity)).filter((row) => namesOf(row).length > 0);
    if (rows.length < 2) return;
    const named = referredTo(view);
    const open = rows.filter((row) => !isFilled(row, 'systems') && !namesOf(row).some((name) => named.has(name)));
    const alone = new Set(withoutThoseInWords(view, open));
    const listOf = (row: Row): string => `${row.path}\n${row.entity}`;
    // A list of which nothing is named anywhere is kept for itself.
    const used = new Set(rows.filter((row) => !alone.has(row)).map(listOf));
    for (const row of alone)
      if (used.has(listOf(row))) yield { at: onRow(row), message: 'found', data: { row: rowName(row) } };
  },
});

/** What people call a row, folded. */
function namesOf(row: Row): string[] {
  return [foldName(row.id), foldName(filledText(row, 'name'))].filter((name) => name !== '');
}

/** Ids and names, folded, in the fields that lead to such rows. */
function referredTo(view: WorkspaceView): ReadonlySet<string> {
  const found = new Set<string>();
  for (const document of view.documents.filter(isLive)) {
    for (const { field } of document.filled) {
      if (!field.definition.refersTo?.some((target) => (KEPT as readonly string[]).includes(target))) continue;
      for (const { value } of field.items) {
        found.add(foldName(value));
        found.add(foldName(value.replace(/@[^@]*$|\s+v\d[\w.]*$/i, '')));
      }
    }
  }
  return found;
}

/** The rows that no other document has in its words: rows, prose with ids, headings, title and links. */
function withoutThoseInWords(view: WorkspaceView, rows: readonly Row[]): readonly Row[] {
  let open = rows;
  for (const document of view.documents) {
    if (open.length === 0) break;
    if (!isLive(document)) continue;
    const words = foldName(wordsOf(document));
    open = open.filter(
      (row) => row.path === document.path || !namesOf(row).some((name) => name.length > 1 && hasWord(words, name)),
    );
  }
  return open;
}

function wordsOf(document: DocumentRecord): string {
  return [
    document.title,
    rowText(document.metadata),
    ...document.rows.map(rowText),
    ...document.sections.map(({ title }) => title),
    ...[...document.links, ...document.mentions].map(({ value }) => value),
  ].join('\n');
}
