import { lacking, rowsAbout } from '../../workspace/document-rows';
import { isActive } from '../../workspace/named-systems';
import { defineRule } from '../rule';

export default defineRule({
  id: 'system/lifecycle',
  scope: 'document',
  about: 'system',
  severity: 'warning',
  references: ['6.1.4', 'A.6.2.2'],
  messages: {
    row: 'Nothing says at which stage of its life {row} is. Write concept, design, development, verification, deployment, operation or retired: it decides when an impact assessment has to be there (clause 6.1.4).',
    none: 'None of the {count} systems here says at which stage of its life it is. Write it for each: it decides when an impact assessment has to be there (clause 6.1.4).',
  },
  *check(document) {
    const rows = rowsAbout(document, 'system').filter(isActive);
    yield* lacking(document, rows, 'lifecycle');
  },
});
