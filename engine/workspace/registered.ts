import type { DocumentRecord, Row } from '../kinds/record';
import { filledText, foldId, foldName } from './names';
import type { WorkspaceView } from './workspace-view';

/** The rows of the document register that stand for documents, with the document each leads to where it is in the root. */
export function registeredDocuments(
  view: WorkspaceView,
): { readonly row: Row; readonly document: DocumentRecord | undefined }[] {
  const live = view.documents.filter((document) => document.status !== 'template');
  const byId = new Map(
    live.filter((document) => document.metadata.id !== '').map((document) => [foldId(document.metadata.id), document]),
  );
  const byTitle = new Map(live.map((document) => [foldName(document.title), document]));
  // A row that names a document and nothing else registers it all the same.
  const rows = view
    .documentsOf('document-register')
    .flatMap((register) => register.rows.filter((row) => row.entity === 'document-entry'));
  return rows.map((row) => {
    const byPath = [...row.fields.values()]
      .flatMap((field) => field.items)
      .map((item) => {
        const target = item.link === undefined ? undefined : view.resolveLink(row.path, item.link);
        return target?.type === 'file' ? target.document : undefined;
      });
    const written = [...row.fields.values()]
      .filter((field) => field.definition.refersTo?.includes('path') && field.state === 'filled')
      .flatMap((field) => field.items);
    const resolved = written.map((item) => {
      const target = view.resolve(row.path, item, { name: 'location', type: 'text', refersTo: ['path'], help: '' });
      return target.type === 'file' ? target.document : undefined;
    });
    const title = foldName(filledText(row, 'title') || filledText(row, 'name') || filledText(row, 'document'));
    const document =
      byId.get(foldId(row.id)) ??
      [...byPath, ...resolved].find(Boolean) ??
      (title === '' ? undefined : byTitle.get(title));
    return { row, document };
  });
}
