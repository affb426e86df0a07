import { onField } from '../../workspace/places';
import { rowName, shorten } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'audit/done-without-report',
  scope: 'document',
  about: 'audit',
  severity: 'warning',
  expected: true,
  references: ['9.2.2'],
  messages: {
    found:
      '"{text}" says that {row} has taken place, but leads to no report. Usually a report is expected: add it and link it here.',
  },
  *check(document) {
    for (const row of document.rows) {
      if (row.entity !== 'audit') continue;
      const field = row.fields.get('report');
      if (
        field?.state !== 'filled' ||
        !/^(?:[✅✓✔]\s*)?(?:yes|done|completed?|performed|held|finished|closed|ok|x|ja|erledigt|durchgeführt|abgeschlossen|oui|sí|terminé|realizado|✅|✓|✔)\b|^[✅✓✔]/i.test(
          field.text.trim(),
        )
      )
        continue;
      if (field.items.some((item) => item.link !== undefined)) continue;
      yield {
        at: onField(row, 'report'),
        message: 'found',
        data: { row: rowName(row), text: shorten(field.text) },
      };
    }
  },
});
