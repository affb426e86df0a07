import type { FieldValue, Row } from '../../kinds/record';
import { earliestDay } from '../../workspace/dates';
import { valueOf } from '../../workspace/names';
import { fieldLabel, rowName, shorten } from '../../workspace/wording';
import { defineRule } from '../rule';

/** What cannot come after what: the first of each pair is the earlier one. */
const ORDER: readonly (readonly [string, string])[] = [
  ['approved_on', 'next_review'],
  ['last_reviewed', 'next_review'],
  ['reviewed', 'next_review'],
  ['last_review', 'next_review'],
  ['last_checked', 'next_review'],
  ['assessed_on', 'next_review'],
  ['assessed_on', 'approved_on'],
  ['held_on', 'next_review'],
  ['accepted_on', 'next_review'],
  ['date', 'valid_until'],
  ['date', 'reported_on'],
  ['date', 'closed_on'],
  ['reported_on', 'closed_on'],
  ['opened_on', 'closed_on'],
  ['date', 'due'],
  ['started_on', 'held_on'],
];

export default defineRule({
  id: 'date/order',
  scope: 'document',
  rowByRow: true,
  severity: 'warning',
  references: ['7.5.2'],
  messages: {
    found: '{row}: {laterLabel} ({later}) is earlier than {earlierLabel} ({earlier}). One of the two is wrong.',
    service:
      '{row} was put in service on {later}, but its tier was decided only on {earlier}. For a {tier} tier the decision is expected before.',
    other: 'The other date.',
  },
  *check(document) {
    let last: Row | undefined;
    for (const { row } of document.dated) {
      // A row with several dates stands there several times in a row, and is looked at once.
      if (row === last) continue;
      last = row;
      for (const [earlier, later] of ORDER) {
        const [first, second] = [row.fields.get(earlier), row.fields.get(later)];
        if (!first || !second || !isAfter(first, second)) continue;
        const data = {
          row: rowName(row),
          earlierLabel: fieldLabel(first.definition),
          laterLabel: fieldLabel(second.definition),
          earlier: shorten(first.text),
          later: shorten(second.text),
        };
        yield {
          at: { on: 'field', row, field: later },
          message: 'found',
          data,
          related: [{ at: { on: 'field', row, field: earlier }, message: 'other' }],
        };
      }
      const service = lateDecision(row);
      if (service) yield service;
    }
  },
});

function isAfter(first: FieldValue, second: FieldValue): boolean {
  if (first.state !== 'filled' || second.state !== 'filled') return false;
  return first.value !== '' && second.value !== '' && earliestDay(first) > second.value;
}

/** A tier that was decided after people were already affected. */
function lateDecision(row: Row) {
  const tier = valueOf(row, 'ai_act.tier');
  const decided = row.fields.get('ai_act.decided_on');
  const service = row.fields.get('in_service_since');
  if (
    row.entity !== 'system' ||
    (tier !== 'high' && tier !== 'prohibited') ||
    !decided ||
    !service ||
    !isAfter(decided, service)
  )
    return undefined;
  const data = { row: rowName(row), later: shorten(service.text), earlier: shorten(decided.text), tier };
  return {
    at: { on: 'field' as const, row, field: 'ai_act.decided_on' },
    message: 'service',
    data,
    severity: 'information' as const,
    references: ['EU AI Act, Article 6'],
  };
}
