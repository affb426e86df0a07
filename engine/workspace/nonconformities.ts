import type { Row } from '../kinds/record';
import { isFilled, valueOf } from './names';

/** True where somebody has declared the entry closed. */
export function isClosed(row: Row): boolean {
  const status = valueOf(row, 'status');
  return (
    status === 'closed' ||
    (status !== 'open' && status !== 'in_progress' && status !== 'accepted' && isFilled(row, 'closed_on'))
  );
}

/** Days that people may take before an entry needs a cause and an action. */
export const DAYS_TO_START = 30;
