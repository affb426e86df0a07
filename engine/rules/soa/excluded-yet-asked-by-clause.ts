import {
  clauseAskingFor,
  excludedIn,
  isAnnexRow,
  isIncludedElsewhere,
  referencesOf,
  STATEMENT,
} from '../../workspace/decisions';
import { onField } from '../../workspace/places';
import { defineRule } from '../rule';

export default defineRule({
  id: 'soa/excluded-yet-asked-by-clause',
  scope: 'document',
  kinds: [STATEMENT],
  severity: 'warning',
  references: ['6.1.3'],
  messages: {
    found:
      '{control} ({title}) is excluded, but clause {clause} asks for the same thing, and no clause can be excluded. You need it either way: include the control, or expect an auditor to ask.',
  },
  *check(document, view) {
    for (const row of excludedIn(document)) {
      const control = isAnnexRow(row) ? view.catalogue.controls.get(row.id) : undefined;
      const clause = control && clauseAskingFor(view, control);
      if (!clause || isIncludedElsewhere(document, row)) continue;
      yield {
        at: onField(row, 'applicable'),
        message: 'found',
        data: { control: row.id, title: control.title, clause: clause.number },
        references: [clause.number, ...referencesOf(row)],
      };
    }
  },
});
