import type { DocumentRecord } from '../kinds/record';
import { isPast } from '../workspace/due';
import { isInForce, reviewDue } from '../workspace/evidence';
import { valueOf } from '../workspace/names';
import type { WorkspaceView } from '../workspace/workspace-view';

/** The state of a document: no grade. Registers and records are `recorded` unless they say something else. */
export type DocumentStateName =
  | 'unknown'
  | 'template'
  | 'draft'
  | 'in review'
  | 'in force'
  | 'overdue'
  | 'superseded'
  | 'retired'
  | 'recorded';

/** The state of a document today. */
export function documentState(view: WorkspaceView, document: DocumentRecord): DocumentStateName {
  if (!document.complete) return 'unknown';
  if (document.status === 'template' || document.status === 'retired' || document.status === 'draft')
    return document.status;
  if (view.isSuperseded(document)) return 'superseded';
  if (document.status === 'in_review') return 'in review';
  // Approved without name or date, from a later day on, or with placeholders, it is not in force yet.
  if (document.kind.class === 'governing' && document.status === 'approved' && !isInForce(view, document))
    return 'draft';
  const due = document.status === 'approved' ? reviewDue(view, document) : valueOf(document.metadata, 'next_review');
  if (isPast(view, due)) return 'overdue';
  return document.status === 'approved' ? 'in force' : 'recorded';
}
