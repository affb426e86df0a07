import { rowsAbout } from '../../workspace/document-rows';
import { filledText, isFilled } from '../../workspace/names';
import { onField, onList } from '../../workspace/places';
import { rowName, shorten } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'role/no-holder',
  scope: 'document',
  about: 'role',
  severity: 'warning',
  references: ['5.3', 'A.3.2'],
  messages: {
    found:
      '"{role}" has no holder. Clause 5.3 asks that responsibilities are assigned: name who holds it, or who acts for now.',
    all: 'None of the {count} roles has a holder. Clause 5.3 asks that responsibilities are assigned: add who holds each of them.',
  },
  *check(document) {
    const rows = rowsAbout(document, 'role');
    const without = rows.filter(
      (row) =>
        !isFilled(row, 'holder') &&
        !/\b(?:acting|interim|ad interim|kommissarisch|par intérim|en funciones|waarnemend)\b/i.test(
          filledText(row, 'deputy'),
        ),
    );
    if (without.length === rows.length && rows.length >= 3) {
      yield {
        at: onList(document, rows[0]?.definition?.list ?? 'roles'),
        message: 'all',
        data: { count: rows.length },
      };
      return;
    }
    for (const row of without)
      yield {
        at: onField(row, 'holder'),
        message: 'found',
        data: { role: shorten(filledText(row, 'role') || rowName(row)) },
      };
  },
});
