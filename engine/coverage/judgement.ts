import type { DocumentRecord } from '../kinds/record';
import type { Grade } from './grade';

/** What is said of a control or a clause: its grade, why, and what to do next. */
export interface Judgement {
  readonly grade: Grade;
  readonly reason: string;
  readonly next: string;
  readonly action?: string;
}

/** What is said of a control or a clause; `action` is one of ours that begins what is next. */
export function judged(grade: Grade, reason: string, next: string, action = ''): Judgement {
  return { grade, reason, next, action };
}

/** Nothing is concluded from what a document does not say while it cannot be read in full. */
export function unreadable({ path }: DocumentRecord, about: string): Judgement {
  const reason = `${path} could not be read in full, and may say something about ${about}.`;
  return judged('unknown', reason, `Repair ${path}.`);
}
