import type { DocumentRecord } from '../kinds/record';

/** True for documents that count: templates and retired ones do not. */
export function isLive({ status }: DocumentRecord): boolean {
  return status !== 'template' && status !== 'retired';
}

/** True for documents that are still being written or looked at before approval. */
export function isDraft({ status }: DocumentRecord): boolean {
  return status === 'draft' || status === 'in_review';
}
