import { readDate } from '../../kinds/dates';
import { readPeriod } from '../../kinds/period';
import type { Item, Row } from '../../kinds/record';
import type { Report } from '../../workspace/finding';
import { onField } from '../../workspace/places';
import { fieldLabel, rowName, shorten } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'date/invalid',
  scope: 'document',
  rowByRow: true,
  severity: 'error',
  references: ['7.5.2'],
  messages: {
    invalid: '"{text}" ({label} of {row}) is no date that exists. Write the day that is meant, in the form 2026-11-20.',
    words:
      '"{text}" ({label} of {row}) is no date, so nothing can be checked with it. Write a day such as 2026-11-20, a month such as 2026-11, or leave it empty.',
    more: '"{text}" ({label} of {row}) holds more than a date, so it cannot be read. Leave the date alone here and put the rest elsewhere.',
  },
  *check(document) {
    for (const { row, field } of document.dated) {
      const { definition } = field;
      if (definition.type === 'date' && field.problem === 'invalid-date') {
        for (const item of field.items) {
          if (item.value !== '' || readDate(item.text).problem !== 'invalid') continue;
          // "quarterly" as the next review counts from the last one.
          if (/review|planned|due/.test(definition.name) && readPeriod(item.text) !== '') continue;
          yield report(row, definition.name, fieldLabel(definition), item);
        }
      }
      for (const item of field.items) {
        if (item.parts.size === 0) continue;
        for (const key of ['date', 'valid_until']) {
          const part = item.parts.get(key);
          if (!part || part.text.trim() === '' || /\{\{/.test(part.text) || readDate(part.text).problem !== 'invalid')
            continue;
          yield report(row, definition.name, key.replace('_', ' '), { ...item, text: part.text, at: part.at });
        }
      }
    }
  },
});

/** Figures that make no date are a mistake; words say something else than a date. */
function report(row: Row, field: string, label: string, item: Item): Report {
  const text = item.text.trim();
  const figures = /^\D{0,12}\d{1,4}[\s./年-]+(?:\d{1,2}|\p{L}+)[\s./,月-]+\d{1,4}日?$|^\d{4}-\d{1,2}$/u.test(text);
  const inside = text.match(
    /\d{4}-\d{2}-\d{2}|\d{1,2}[.]\d{1,2}[.]\d{4}|\d{1,2} \p{L}{3,9} \d{4}|\p{L}{3,9} \d{1,2}, \d{4}/u,
  )?.[0];
  const message = inside && inside !== text && readDate(inside).iso !== '' ? 'more' : figures ? 'invalid' : 'words';
  const at = onField(row, field, item);
  return {
    at,
    message,
    data: { text: shorten(text), label, row: rowName(row) },
    severity: message === 'invalid' ? 'error' : 'warning',
  };
}
