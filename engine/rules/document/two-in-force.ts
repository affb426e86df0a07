import { compileGlob } from '../../configuration/glob';
import type { DocumentRecord } from '../../kinds/record';
import { isLive } from '../../workspace/document-status';
import { isInForce } from '../../workspace/evidence';
import { filledText, foldId, push, valuesOf } from '../../workspace/names';
import { onRow } from '../../workspace/places';
import { documentName } from '../../workspace/wording';
import type { WorkspaceView } from '../../workspace/workspace-view';
import { defineRule } from '../rule';

export default defineRule({
  id: 'document/two-in-force',
  scope: 'workspace',
  severity: 'warning',
  references: ['7.5.3'],
  reads: 'all',
  messages: {
    found:
      '{document} and {other} are both in force, but there should be one: {title}. Let the newer one say that it supersedes the other, or retire the other.',
    other: 'The other one.',
  },
  *check(view) {
    const byKind = new Map<string, DocumentRecord[]>();
    for (const document of view.documents) {
      if (!document.kind.oneOf || !counts(view, document)) continue;
      const frameworks = new Set(
        document.rows.filter((row) => row.entity === 'control-decision').map((row) => row.framework),
      );
      push(byKind, `${document.kind.kind} ${[...frameworks].sort().join(' ')}`, document);
    }
    for (const documents of byKind.values()) {
      for (const document of documents) {
        const other = documents.find((candidate) => candidate !== document && compete(document, candidate));
        if (!other || isTheOne(view, document)) continue;
        const data = { document: documentName(document), other: documentName(other), title: document.kind.title };
        yield {
          at: onRow(document.metadata),
          message: 'found',
          data,
          related: [{ at: onRow(other.metadata), message: 'other' }],
        };
      }
    }
  },
});

function counts(view: WorkspaceView, document: DocumentRecord): boolean {
  if (document.kind.class === 'governing') return isInForce(view, document);
  // A register is never approved: it counts once it says something about itself and holds entries.
  return (
    isLive(document) &&
    document.status !== 'draft' &&
    document.complete &&
    document.recognised !== 'shape' &&
    document.metadata.id !== '' &&
    document.rows.some((row) => !row.unfilled)
  );
}

function compete(a: DocumentRecord, b: DocumentRecord): boolean {
  if (foldId(a.id) === foldId(b.id)) return false;
  if (
    filledText(a.metadata, 'language') !== filledText(b.metadata, 'language') &&
    filledText(a.metadata, 'language') !== ''
  )
    return false;
  const [mine, theirs] = [systemsOf(a), systemsOf(b)];
  if (mine.length === 0 || theirs.length === 0 || [...mine, ...theirs].includes('all')) return true;
  return mine.some((system) => theirs.includes(system));
}

/** What a document covers: its own systems; for a Statement of Applicability and an inventory those of its rows. */
function systemsOf(document: DocumentRecord): string[] {
  const own = valuesOf(document.metadata, 'systems').map(foldId);
  if (own.length > 0) return own;
  // Inventories of two departments list different systems and are no competitors.
  return document.rows.flatMap((row) =>
    row.entity === 'system' ? [foldId(row.id)] : valuesOf(row, 'systems').map(foldId),
  );
}

/** The one that `documents:` in aims.yaml names: the finding sits on the other. */
function isTheOne(view: WorkspaceView, document: DocumentRecord): boolean {
  const globs = view.configuration.documents[document.kind.kind] ?? [];
  return globs.some((glob) => compileGlob(glob)(document.path));
}
