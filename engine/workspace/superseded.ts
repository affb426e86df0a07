import type { DocumentRecord } from '../kinds/record';
import { isDraft, isLive } from './document-status';
import { valueOf } from './names';
import { documentLedTo } from './resolve';
import type { WorkspaceView } from './workspace-view';

/** The documents that another live document says it replaces. */
export function supersededDocuments(
  view: WorkspaceView,
  documents: readonly DocumentRecord[],
): ReadonlySet<DocumentRecord> {
  const found = new Set<DocumentRecord>();
  for (const document of documents) {
    const field = document.metadata.fields.get('supersedes');
    // A draft of the next version does not yet put the one in force out of it.
    if (field?.state !== 'filled' || !isLive(document) || isDraft(document)) continue;
    for (const item of field.items) {
      const other = documentLedTo(view.resolve(document.path, item, field.definition));
      if (
        other &&
        other !== document &&
        valueOf(other.metadata, 'approved_on') <= (valueOf(document.metadata, 'approved_on') || '9999')
      )
        found.add(other);
    }
  }
  return found;
}
