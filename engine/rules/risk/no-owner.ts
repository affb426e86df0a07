import { lacking, rowsAbout } from '../../workspace/document-rows';
import { isOpenRisk } from '../../workspace/risk-links';
import { defineRule } from '../rule';

export default defineRule({
  id: 'risk/no-owner',
  scope: 'document',
  about: 'risk',
  severity: 'warning',
  references: ['6.1.2', '6.1.3'],
  messages: {
    row: '{row} has no owner. Name the role that answers for the risk: it approves the treatment and accepts what remains (clause 6.1.3).',
    none: 'None of the {count} risks here has an owner. Name the role for each: the risk owner approves the treatment and accepts what remains (clause 6.1.3).',
  },
  *check(document) {
    const rows = rowsAbout(document, 'risk').filter(isOpenRisk);
    yield* lacking(document, rows, 'owner');
  },
});
