import type { Finding } from '../workspace/finding';
import type { Snapshot } from '../workspace/snapshot';
import type { Action } from './actions/action';
import { addException } from './actions/add-exception';
import { choices } from './actions/choices';
import { FIXES } from './actions/fixes';
import { rowScaffolds } from './actions/row-scaffolds';
import { scaffolds } from './actions/scaffolds';
import type { Change } from './change';
import type { FileEdit } from './edits/field-edits';

/** Everything that is offered for a finding: what corrects it, what brings it further, an exception. */
export function actionsFor(snapshot: Snapshot, finding: Finding): Action[] {
  return [
    ...(FIXES[finding.rule]?.(snapshot, finding) ?? []),
    ...choices(snapshot, finding),
    ...scaffolds(snapshot, finding),
    ...rowScaffolds(snapshot, finding),
    ...addException(snapshot, finding),
  ];
}

/** All certain fixes of some findings as one change; edits that would touch the same text wait for the next time. */
export function fixAll(snapshot: Snapshot, findings: readonly Finding[]): Change {
  const edits: FileEdit[] = [];
  for (const finding of findings) {
    const fix = (FIXES[finding.rule]?.(snapshot, finding) ?? []).find((action) => action.fix);
    const change = fix?.change();
    if (!change || change.create.length > 0) continue;
    if (change.edits.every((edit) => edits.every((other) => !touch(edit, other)))) edits.push(...change.edits);
  }
  return { edits, create: [], open: undefined };
}

/** True where a finding has a certain fix. */
export function hasFix(snapshot: Snapshot, finding: Finding): boolean {
  return (FIXES[finding.rule]?.(snapshot, finding) ?? []).some((action) => action.fix);
}

function touch(a: FileEdit, b: FileEdit): boolean {
  if (a.path !== b.path) return false;
  if (a.span.start === b.span.start) return true;
  return a.span.start < b.span.end && b.span.start < a.span.end;
}
