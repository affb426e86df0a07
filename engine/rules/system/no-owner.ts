import { lacking, rowsAbout } from '../../workspace/document-rows';
import { isActive } from '../../workspace/named-systems';
import { defineRule } from '../rule';

export default defineRule({
  id: 'system/no-owner',
  scope: 'document',
  about: 'system',
  severity: 'warning',
  references: ['5.3', 'A.3.2'],
  messages: {
    row: '{row} has no owner. Name the role that answers for the system, so that its risks, assessment and reviews have somebody (A.3.2).',
    none: 'None of the {count} systems here has an owner. Name the role that answers for each (A.3.2).',
  },
  *check(document) {
    const rows = rowsAbout(document, 'system').filter(isActive);
    yield* lacking(document, rows, 'owner');
  },
});
