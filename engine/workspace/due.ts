import { addPeriod } from '../kinds/dates';
import type { WorkspaceView } from './workspace-view';

/** True for a known day before today. */
export function isPast(view: WorkspaceView, day: string): boolean {
  return day !== '' && day < view.today;
}

/** Whether a day has passed, comes within `warn_before`, or is further away; an unknown day is `later`. */
export function dueState(view: WorkspaceView, date: string): 'overdue' | 'soon' | 'later' {
  if (date === '') return 'later';
  if (date < view.today) return 'overdue';
  return date <= addPeriod(view.today, view.configuration.warnBefore) ? 'soon' : 'later';
}
