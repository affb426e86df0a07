import { readDate } from '../../kinds/dates';
import type { Row } from '../../kinds/record';
import { earliestDay } from '../../workspace/dates';
import { valueOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { fieldLabel, rowName, shorten } from '../../workspace/wording';
import { defineRule } from '../rule';

/** Dates of something that has happened; all others may lie ahead. */
const PAST = new Set([
  'approved_on',
  'assessed_on',
  'held_on',
  'started_on',
  'reviewed',
  'last_reviewed',
  'last_review',
  'last_checked',
  'accepted_on',
  'decided_on',
  'closed_on',
  'reported_on',
  'due_diligence_on',
  'last_change',
  'tested_on',
  'verified_on',
  'completed_on',
]);
/** Rows whose `date` is the day of something that happened. */
const DATED = new Set<Row['entity']>(['incident', 'concern', 'nonconformity', 'improvement', 'result', 'competence']);

export default defineRule({
  id: 'date/in-future',
  scope: 'document',
  rowByRow: true,
  severity: 'warning',
  references: ['7.5.2'],
  messages: {
    found:
      'The {label} of {row} is {text}, which has not come yet. Correct the date, or write it down when it has happened.',
    evidence: 'The evidence of {row} is dated {text}, which has not come yet. Correct the date.',
  },
  *check(document, view) {
    for (const { row, field } of document.dated) {
      const { name, type } = field.definition;
      if (type !== 'date' && name !== 'evidence') continue;
      const happened =
        PAST.has(name.slice(name.lastIndexOf('.') + 1)) ||
        (name === 'date' && (DATED.has(row.entity) || (row === document.metadata && document.kind.class === 'record')));
      // A change may be planned: then its date is the plan.
      if (type === 'date' && happened && earliestDay(field) > view.today && !isPlanned(row)) {
        yield {
          at: onField(row, name),
          message: 'found',
          data: { label: fieldLabel(field.definition), row: rowName(row), text: shorten(field.text) },
        };
      }
      if (name !== 'evidence') continue;
      for (const item of field.items) {
        const part = item.parts.get('date');
        if (!part || earliestDay({ text: part.text, value: readDate(part.text).iso }) <= view.today) continue;
        yield {
          at: onField(row, name, { ...item, text: part.text, at: part.at }),
          message: 'evidence',
          data: { row: rowName(row), text: part.text },
        };
      }
    }
  },
});

function isPlanned(row: Row): boolean {
  return /^(?:planned|scheduled|not_started)$/.test(valueOf(row, 'status'));
}
