import { rowsAbout } from '../../workspace/document-rows';
import { onRow } from '../../workspace/places';
import { documentName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'management-review/no-decision',
  scope: 'document',
  kinds: ['management-review'],
  severity: 'warning',
  expected: true,
  references: ['9.3.3'],
  messages: {
    found:
      '{document} records no decision. Usually a review is expected to end with decisions about improvement and change; "no change needed" is one. Write what was decided.',
  },
  *check(document) {
    if (!document.complete) return;
    if (rowsAbout(document, 'decision').length > 0) return;
    if (document.rows.some((row) => row.entity === 'decision' && row.id !== '')) return;
    const section = document.sections.find(({ expected }) => expected === 'decisions');
    if (section?.content === 'filled') return;
    const at = section ? { on: 'section' as const, document, section } : onRow(document.metadata);
    yield { at, message: 'found', data: { document: documentName(document) } };
  },
});
