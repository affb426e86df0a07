import { documentState } from '../coverage/document-state';
import type { Snapshot } from '../workspace/snapshot';
import { countPlaceholders } from './list-json';

/** `aims list` for people: each document with its kind, state and how it was recognised. */
export function listText(snapshot: Snapshot, prefix: string): string {
  const { view } = snapshot;
  const rows = view.documents.map((document) => {
    const placeholders = countPlaceholders(document);
    const notes = [
      documentState(view, document),
      document.recognised === 'shape' ? `recognised by ${document.why}` : '',
      placeholders > 0 ? `${placeholders} placeholders` : '',
    ];
    return [prefix + document.path, document.kind.title, notes.filter((note) => note !== '').join(', ')];
  });
  const widths = [0, 1].map((column) => Math.max(0, ...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      `${(row[0] ?? '').padEnd(widths[0] ?? 0)}  ${(row[1] ?? '').padEnd(widths[1] ?? 0)}  ${row[2]}`.trimEnd(),
    )
    .concat('')
    .join('\n');
}
