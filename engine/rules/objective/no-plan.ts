import type { DocumentRecord, Row } from '../../kinds/record';
import { isBlank, rowsAbout } from '../../workspace/document-rows';
import { namesId, rowText } from '../../workspace/named-in-text';
import { filledText, foldId, isFilled } from '../../workspace/names';
import { isOpenObjective } from '../../workspace/objectives';
import { onField, onList, onRow } from '../../workspace/places';
import { enumerate, rowName } from '../../workspace/wording';
import type { WorkspaceView } from '../../workspace/workspace-view';
import { defineRule } from '../rule';

/** What a plan says, with the words for it. */
const PARTS = [
  ['actions', 'what is done'],
  ['resources', 'who and what is needed'],
  ['due', 'by when'],
  ['evaluation', 'how the result is judged'],
] as const;
type Part = (typeof PARTS)[number][0];

export default defineRule({
  id: 'objective/no-plan',
  scope: 'document',
  about: 'objective',
  looksAround: true,
  severity: 'warning',
  references: ['6.2'],
  messages: {
    row: '{row}: nothing says {missing}. Clause 6.2 asks for a plan beside each objective: add it.',
    none: 'For none of the {count} open objectives here anything says {missing}. Clause 6.2 asks for a plan beside each objective: add it for each.',
  },
  *check(document, view) {
    const rows = rowsAbout(document, 'objective').filter((row) => isOpenObjective(view, row));
    const lacks = new Map(rows.map((row) => [row, missingOf(view, document, row)]));
    // What no objective of a list says is one thing to tell, not one for each.
    const nowhere =
      rows.length < 3 ? [] : PARTS.filter(([part]) => rows.every((row) => lacks.get(row)?.includes(part)));
    const said = (parts: readonly Part[]) =>
      enumerate(
        PARTS.filter(([part]) => parts.includes(part)).map(([, words]) => words),
        'or',
      );
    if (nowhere.length > 0) {
      const missing = said(nowhere.map(([part]) => part));
      yield {
        at: onList(document, 'objectives'),
        message: 'none',
        data: { count: rows.length, missing },
      };
    }
    for (const [row, missing] of lacks) {
      const own = missing.filter((part) => !nowhere.some(([other]) => other === part));
      const [first] = own;
      if (first === undefined) continue;
      const at = own.length === 1 ? onField(row, first) : onRow(row);
      yield { at, message: 'row', data: { row: rowName(row), missing: said(own) } };
    }
  },
});

function missingOf(view: WorkspaceView, document: DocumentRecord, row: Row): Part[] {
  return PARTS.map(([part]) => part).filter(
    (part) => isBlank(row, part) && !isSaidElsewhere(view, document, row, part),
  );
}

/** A plan may also stand where it belongs by its nature: the resources in a resource plan, the measurement in a monitoring plan. */
function isSaidElsewhere(view: WorkspaceView, document: DocumentRecord, row: Row, part: Part): boolean {
  switch (part) {
    case 'actions':
      return false;
    case 'due':
      // "At most 2 by June 2027" says it, in a list that has no day of its own for any objective.
      return (
        !rowsAbout(document, 'objective').some((other) => isFilled(other, 'due')) &&
        /\b20\d\d\b/.test(`${filledText(row, 'objective')} ${filledText(row, 'target')}`)
      );
    case 'resources':
      return view
        .documentsOf('resource-plan')
        .some((plan) => plan.mentions.some(({ value }) => row.id !== '' && foldId(value) === foldId(row.id)));
    case 'evaluation':
      return view
        .rows('metric')
        .some((metric) => namesId(rowText(metric), row.id) || namesId(filledText(row, 'measure'), metric.id));
  }
}
