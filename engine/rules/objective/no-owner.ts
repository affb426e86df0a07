import { lacking, rowsAbout } from '../../workspace/document-rows';
import { isFilled } from '../../workspace/names';
import { defineRule } from '../rule';

export default defineRule({
  id: 'objective/no-owner',
  scope: 'document',
  about: 'objective',
  severity: 'warning',
  references: ['6.2'],
  messages: {
    row: '{row} has no owner. Clause 6.2 asks who is responsible: name the role.',
    none: 'None of the {count} objectives here has an owner. Clause 6.2 asks who is responsible: name the role for each.',
  },
  *check(document) {
    const rows = rowsAbout(document, 'objective').filter((row) => !isFilled(row, 'result'));
    yield* lacking(document, rows, 'owner');
  },
});
