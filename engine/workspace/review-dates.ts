import type { DocumentRecord } from '../kinds/record';
import { isDraft } from './document-status';
import { reviewDue } from './evidence';
import { isFilled, valueOf } from './names';
import type { WorkspaceView } from './workspace-view';

/** The day by which a document has to be looked at again; empty where that is not asked of it, or another rule says it. */
export function documentReviewDay(view: WorkspaceView, document: DocumentRecord): string {
  // A system in a file of its own and an assessment are looked at by rules of their own.
  if (document.kind.single !== undefined || document.kind.class === 'record' || view.isSuperseded(document)) return '';
  if (document.kind.class === 'governing' && document.status !== 'approved') return '';
  if (isDraft(document)) return '';
  const due = reviewDue(view, document);
  const last =
    ['last_reviewed', 'reviewed']
      .map((field) => valueOf(document.metadata, field))
      .sort()
      .pop() ?? '';
  // A review after the planned day, still without a next one, is a slip of the pen and no overdue review.
  return last !== '' && due !== '' && last >= due ? '' : due;
}

/** The field of a document that its review day comes from. */
export function reviewDayField({ metadata }: DocumentRecord): 'next_review' | 'approved_on' | 'reviewed' {
  if (isFilled(metadata, 'next_review')) return 'next_review';
  return isFilled(metadata, 'approved_on') ? 'approved_on' : 'reviewed';
}
