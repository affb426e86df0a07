import { aboutControl } from '../../workspace/control-report';
import { eachOrAll, includedIn, STATEMENT } from '../../workspace/decisions';
import { isFilled } from '../../workspace/names';
import { defineRule } from '../rule';

export default defineRule({
  id: 'soa/no-basis',
  scope: 'document',
  kinds: [STATEMENT],
  severity: 'warning',
  expected: true,
  references: ['6.1.3'],
  messages: {
    found:
      'Nothing says what the inclusion of {control} rests on. Usually expected is at least one of risk, impact, legal, contract, objective, policy; or the risks it treats.',
    all: 'For none of the {count} included controls anything says what the inclusion rests on. Usually expected is a column "Basis" with risk, impact, legal, contract, objective or policy; or one with the risks each control treats.',
  },
  *check(document) {
    const rows = includedIn(document);
    yield* eachOrAll(document, rows, 'basis', (row) => {
      const given = row.fields.get('basis');
      // A value that cannot be read is a finding of its own, and a named risk is a basis.
      if (given?.state === 'filled' || isFilled(row, 'risks')) return undefined;
      return aboutControl(row, 'found');
    });
  },
});
