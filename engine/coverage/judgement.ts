import type { DocumentRecord } from '../kinds/record';
import type { Grade } from './grade';

/** What is said of a control: its grade, why, and what to do next. */
export interface Judgement {
  readonly grade: Grade;
  readonly reason: string;
  readonly next: string;
  readonly action?: string;
}

/** Nothing is concluded from what a document does not say while it cannot be read in full. */
export function unreadable({ path }: DocumentRecord, about: string): Judgement {
  const reason = `${path} could not be read in full, and may say something about ${about}.`;
  return { grade: 'unknown', reason, next: `Repair ${path}.` };
}
