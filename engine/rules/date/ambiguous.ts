import { readDate } from '../../kinds/dates';
import { onField } from '../../workspace/places';
import { fieldLabel, rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'date/ambiguous',
  scope: 'document',
  rowByRow: true,
  severity: 'warning',
  references: ['7.5.2'],
  messages: {
    found:
      '"{text}" ({label} of {row}) can mean {first} or {second}, so it counts as unknown. Write the one that is meant.',
  },
  *check(document) {
    for (const { row, field } of document.dated) {
      const { definition } = field;
      for (const item of field.items) {
        if (item.parts.size === 0 && (definition.type !== 'date' || !item.text.includes('/'))) continue;
        const parts = ['date', 'valid_until'].flatMap((key) => {
          const part = item.parts.get(key);
          return part ? [{ text: part.text, at: part.at, label: key.replace('_', ' ') }] : [];
        });
        const own = definition.type === 'date' ? [{ text: item.text, at: item.at, label: fieldLabel(definition) }] : [];
        for (const { text, at, label } of [...own, ...parts]) {
          if (!text.includes('/') || readDate(text).problem !== 'ambiguous') continue;
          const [one = '', two = '', year = ''] = text
            .trim()
            .split('/')
            .map((figure) => figure.padStart(2, '0'));
          const data = {
            text: text.trim(),
            label,
            row: rowName(row),
            first: `${year}-${one}-${two}`,
            second: `${year}-${two}-${one}`,
          };
          yield {
            at: onField(row, definition.name, { ...item, text, at }),
            message: 'found',
            data,
          };
        }
      }
    }
  },
});
