import { plainVersion } from '../../kinds/read-document-control';
import type { DocumentRecord } from '../../kinds/record';
import { isLive } from '../../workspace/document-status';
import { filledText } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { documentLedTo } from '../../workspace/resolve';
import { documentName } from '../../workspace/wording';
import type { WorkspaceView } from '../../workspace/workspace-view';
import { defineRule } from '../rule';

export default defineRule({
  id: 'document/supersedes-cycle',
  scope: 'workspace',
  severity: 'error',
  references: ['7.5.3'],
  reads: 'all',
  messages: {
    itself: '{document} says that it replaces itself. Name the earlier document, or take the line out.',
    cycle:
      '{document} replaces {chain}: each replaces the other, so none of them holds. Correct the one that is wrong.',
  },
  *check(view) {
    for (const document of view.documents) {
      if (!isLive(document)) continue;
      const chain = cycleFrom(view, document);
      if (!chain) continue;
      const names = [...chain.slice(1), document].map(documentName).join(', which replaces ');
      const message = chain.length === 1 ? 'itself' : 'cycle';
      yield {
        at: onField(document.metadata, 'supersedes'),
        message,
        data: { document: documentName(document), chain: names },
      };
    }
  },
});

/** The documents on the way from one that replaces itself in the end, or undefined. */
function cycleFrom(view: WorkspaceView, start: DocumentRecord): DocumentRecord[] | undefined {
  const seen: DocumentRecord[] = [];
  const visit = (document: DocumentRecord): DocumentRecord[] | undefined => {
    seen.push(document);
    for (const next of replacedBy(view, document)) {
      if (next === start) return [...seen];
      if (!seen.includes(next)) {
        const found = visit(next);
        if (found) return found;
      }
    }
    seen.pop();
    return undefined;
  };
  return visit(start);
}

function replacedBy(view: WorkspaceView, document: DocumentRecord): DocumentRecord[] {
  const field = document.metadata.fields.get('supersedes');
  if (field?.state !== 'filled') return [];
  return field.items.flatMap((item) => {
    const other = documentLedTo(view.resolve(document.path, item, field.definition));
    if (!other || !isLive(other)) return [];
    // "Replaces POL-1 v1.0" in POL-1 v2.0 means an earlier version of the same document.
    const version = /\bv?(\d+(?:\.\d+)+|\d+)\s*\)?$|@(\S+)$/i.exec(item.text.replace(document.metadata.id, ''));
    if (
      other === document &&
      version &&
      plainVersion(version[0]) !== plainVersion(filledText(document.metadata, 'version'))
    )
      return [];
    return [other];
  });
}
