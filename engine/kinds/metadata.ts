import type { KindDefinition } from './kind';

/** True for kinds whose documents are drafts until somebody approves them. */
export function needsApproval(kind: KindDefinition): boolean {
  return kind.class === 'governing' || kind.kind === 'ai-impact-assessment';
}
