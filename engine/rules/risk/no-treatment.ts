import { lacking, rowsAbout } from '../../workspace/document-rows';
import { isOpenRisk } from '../../workspace/risk-links';
import { defineRule } from '../rule';

export default defineRule({
  id: 'risk/no-treatment',
  scope: 'document',
  about: 'risk',
  severity: 'warning',
  references: ['6.1.3'],
  messages: {
    row: 'Nothing says how {row} is treated. Decide: avoid, modify, share, retain or pursue (clause 6.1.3).',
    none: 'None of the {count} risks here says how it is treated. Decide for each: avoid, modify, share, retain or pursue (clause 6.1.3).',
  },
  *check(document) {
    const rows = rowsAbout(document, 'risk').filter(isOpenRisk);
    yield* lacking(document, rows, 'treatment');
  },
});
