import type { Row } from '../../kinds/record';
import { filledText, valuesOf } from '../../workspace/names';
import { onRow } from '../../workspace/places';
import { enumerate } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'audit/clause-never-audited',
  scope: 'workspace',
  severity: 'information',
  expected: true,
  references: ['9.2.2'],
  reads: ['audit-programme', 'audit-report'],
  messages: {
    found:
      'No planned audit and no report names {clauses}. Usually every clause is expected to be audited once in the cycle: add it to one of the audits.',
  },
  *check(view) {
    const programme = view.documentsOf('audit-programme')[0];
    if (!programme || view.incompleteOf('audit-programme', 'audit-report')) return;
    const entries = [...view.rows('audit'), ...view.documentsOf('audit-report').map((report) => report.metadata)];
    if (entries.some(coversEverything)) return;
    const requirements = [...view.catalogue.clauses.values()]
      .filter((clause) => !clause.heading_only)
      .map((clause) => clause.number);
    const named = new Set(entries.flatMap((entry) => clausesOf(entry, requirements)));
    // Who audits by topic and not by clause cannot be measured by clauses.
    if (named.size === 0) return;
    const never = requirements.filter((number) => !named.has(number));
    if (never.length > 0)
      yield { at: onRow(programme.metadata), message: 'found', data: { clauses: enumerate(never) } };
  },
});

function coversEverything(entry: Row): boolean {
  const text = `${filledText(entry, 'scope')} ${filledText(entry, 'clauses')}`;
  return /\b(?:all (?:clauses|requirements)|(?:whole|entire|full|complete) (?:AIMS|AI management system|management system|standard|scope)|(?:clauses? )?4\s*(?:–|—|-|to|bis)\s*10|gesamte|alle (?:Kapitel|Abschnitte|Anforderungen))\b/i.test(
    text,
  );
}

/** The requirement clauses that an entry names, with those above and below a heading, and ranges written out. */
function clausesOf(entry: Row, requirements: readonly string[]): string[] {
  const text = `${filledText(entry, 'clauses')} ${/\b(?:clauses?|chapters?|kapitel|abschnitte?|§)/i.test(filledText(entry, 'scope')) ? filledText(entry, 'scope') : ''}`;
  const named = new Set(valuesOf(entry, 'clauses'));
  for (const match of text.matchAll(
    /(?<![\w.])(\d{1,2}(?:\.\d{1,2})*)(?:\s*(?:–|—|-|to|bis)\s*(\d{1,2}(?:\.\d{1,2})*))?(?![\w])/g,
  )) {
    const [, from = '', to = ''] = match;
    for (const number of requirements) {
      if (
        to === ''
          ? within(number, from)
          : compare(number, from) >= 0 && (compare(number, to) <= 0 || within(number, to))
      )
        named.add(number);
    }
  }
  return requirements.filter((number) => [...named].some((name) => within(number, name)));
}

function within(number: string, parent: string): boolean {
  return number === parent || number.startsWith(`${parent}.`);
}

function compare(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
