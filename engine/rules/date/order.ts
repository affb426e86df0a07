import type { FieldValue, Row } from '../../kinds/record';
import { earliestDay } from '../../workspace/dates';
import { valueOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { fieldLabel, rowName, shorten } from '../../workspace/wording';
import { defineRule } from '../rule';

/** What cannot come after what: by the later date those that come before it. */
const EARLIER: Readonly<Record<string, readonly string[]>> = {
  next_review: [
    'approved_on',
    'last_reviewed',
    'reviewed',
    'last_review',
    'last_checked',
    'assessed_on',
    'held_on',
    'accepted_on',
  ],
  approved_on: ['assessed_on'],
  valid_until: ['date'],
  reported_on: ['date'],
  closed_on: ['date', 'reported_on', 'opened_on'],
  due: ['date'],
  held_on: ['started_on'],
};

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
    for (const { row, field } of document.dated) {
      const later = field.definition.name;
      for (const earlier of EARLIER[later] ?? []) {
        const first = row.fields.get(earlier);
        if (!first || !isAfter(first, field)) continue;
        const data = {
          row: rowName(row),
          earlierLabel: fieldLabel(first.definition),
          laterLabel: fieldLabel(field.definition),
          earlier: shorten(first.text),
          later: shorten(field.text),
        };
        yield {
          at: onField(row, later),
          message: 'found',
          data,
          related: [{ at: onField(row, earlier), message: 'other' }],
        };
      }
      const service = later === 'in_service_since' ? lateDecision(row, field) : undefined;
      if (service) yield service;
    }
  },
});

function isAfter(first: FieldValue, second: FieldValue): boolean {
  if (first.state !== 'filled' || second.state !== 'filled') return false;
  return first.value !== '' && second.value !== '' && earliestDay(first) > second.value;
}

/** A tier that was decided after people were already affected. */
function lateDecision(row: Row, service: FieldValue) {
  const tier = valueOf(row, 'ai_act.tier');
  const decided = row.fields.get('ai_act.decided_on');
  if (row.entity !== 'system' || (tier !== 'high' && tier !== 'prohibited') || !decided || !isAfter(decided, service))
    return undefined;
  const data = { row: rowName(row), later: shorten(service.text), earlier: shorten(decided.text), tier };
  return {
    at: onField(row, 'ai_act.decided_on'),
    message: 'service',
    data,
    severity: 'information' as const,
    references: ['EU AI Act, Article 6'],
  };
}
