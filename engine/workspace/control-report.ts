import type { Row } from '../kinds/record';
import { referencesOf } from './decisions';
import type { MessageData, Report } from './finding';

/** What is told of a control decision, but for its place: the control fills the message and is referred to. */
export function aboutControl(decision: Row, message: string, data: MessageData = {}): Omit<Report, 'at'> {
  return { message, data: { control: decision.id, ...data }, references: referencesOf(decision) };
}
