import { lacking, rowsAbout } from '../../workspace/document-rows';
import { isActive } from '../../workspace/named-systems';
import { valueOf } from '../../workspace/names';
import { rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'system/no-role',
  scope: 'document',
  about: 'system',
  severity: 'warning',
  references: ['4.1'],
  messages: {
    row: 'Nothing says what your organisation is towards {row}: provider, deployer or another role. Clause 4.1 asks for your roles, and the duties of the AI Act depend on them.',
    none: 'For none of the {count} systems here it is said what your organisation is towards it. Write it for each: provider, deployer and so on (clause 4.1).',
  },
  *check(document) {
    const rows = rowsAbout(document, 'system').filter(isActive);
    yield* lacking(document, rows, 'roles', (row) => {
      const early = ['concept', 'design'].includes(valueOf(row, 'lifecycle'));
      return { message: 'row', data: { row: rowName(row) }, severity: early ? 'information' : 'warning' };
    });
  },
});
