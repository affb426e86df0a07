import { isBlank, rowsAbout } from '../../workspace/document-rows';
import { foldId, isFilled, valuesOf } from '../../workspace/names';
import { onRow } from '../../workspace/places';
import { isOpenAction } from '../../workspace/risk-links';
import { enumerate, ownNumber, rowName } from '../../workspace/wording';
import type { WorkspaceView } from '../../workspace/workspace-view';
import { defineRule } from '../rule';

export default defineRule({
  id: 'treatment/incomplete',
  scope: 'document',
  about: 'treatment',
  looksAround: true,
  severity: 'warning',
  references: ['6.1.3'],
  messages: {
    found:
      'The treatment of {risk}{own} does not say {missing}. Add it, so that somebody does it and it can be seen whether it was done (clause 6.1.3).',
  },
  *check(document, view) {
    for (const row of rowsAbout(document, 'treatment')) {
      if (!isOpenAction(row)) continue;
      const missing = [
        ...(isBlank(row, 'action') ? ['what is done'] : []),
        ...(isBlank(row, 'owner') && !isFilled(document.metadata, 'owner') ? ['who does it'] : []),
        ...(isBlank(row, 'due') && !hasTargetDates(view, valuesOf(row, 'controls')) ? ['by when'] : []),
      ];
      if (missing.length === 0) continue;
      yield {
        at: onRow(row),
        message: 'found',
        data: { risk: row.id || rowName(row), own: ownNumber(row), missing: enumerate(missing) },
      };
    }
  },
});

/** True where the Statement of Applicability says for each of these controls by when it will be in place. */
function hasTargetDates(view: WorkspaceView, controls: readonly string[]): boolean {
  const dated = new Set(
    view
      .rows('control-decision')
      .filter((row) => isFilled(row, 'target_date'))
      .map((row) => foldId(row.id)),
  );
  return controls.length > 0 && controls.every((control) => dated.has(foldId(control)));
}
