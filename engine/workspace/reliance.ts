import type { DocumentRecord, Row } from '../kinds/record';
import { linkedTo } from './evidence';
import { isInPlace } from './risk-links';
import type { WorkspaceView } from './workspace-view';

/** The documents that a control which is said to be in place rests on, each with the first such control. */
export function documentsReliedOn(view: WorkspaceView): ReadonlyMap<DocumentRecord, Row> {
  const found = new Map<DocumentRecord, Row>();
  for (const decision of view.rows('control-decision')) {
    if (!isInPlace(decision) || valueIsFalse(decision)) continue;
    for (const { document } of linkedTo(view, decision))
      if (document && !found.has(document)) found.set(document, decision);
  }
  return found;
}

function valueIsFalse(decision: Row): boolean {
  return decision.fields.get('applicable')?.value === 'false';
}
