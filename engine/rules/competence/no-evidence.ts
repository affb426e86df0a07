import { rowsAbout } from '../../workspace/document-rows';
import { filledText, isFilled } from '../../workspace/names';
import { onField, onList } from '../../workspace/places';
import { rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'competence/no-evidence',
  scope: 'document',
  about: 'competence',
  severity: 'warning',
  references: ['7.2'],
  messages: {
    found:
      '{row}: nothing shows the competence that is said to be there. Clause 7.2 asks for evidence: link a certificate, a list of participants, or a dated judgement by somebody who can tell.',
    all: 'None of the {count} entries shows by what a competence is seen. Clause 7.2 asks for evidence: add a column for it, with links.',
  },
  *check(document) {
    const rows = rowsAbout(document, 'competence').filter((row) => isFilled(row, 'held'));
    const without = rows.filter((row) => !isFilled(row, 'evidence'));
    if (without.length >= 3 && without.length === rows.length && rows.every((row) => !row.fields.has('evidence'))) {
      yield { at: onList(document, 'competences'), message: 'all', data: { count: rows.length } };
      return;
    }
    for (const row of without)
      yield {
        at: onField(row, 'evidence'),
        message: 'found',
        data: { row: filledText(row, 'role') || rowName(row) },
      };
  },
});
