import { aboutControl } from '../../workspace/control-report';
import { eachOrAll, includedIn, STATEMENT } from '../../workspace/decisions';
import { isFilled } from '../../workspace/names';
import { defineRule } from '../rule';

export default defineRule({
  id: 'soa/no-status',
  scope: 'document',
  kinds: [STATEMENT],
  severity: 'warning',
  references: ['6.1.3'],
  messages: {
    found:
      'Nothing says how far {control} is in place. Clause 6.1.3 has the statement show which necessary controls are implemented: write not started, planned, partial, implemented or verified.',
    all: 'Nothing says how far any of the {count} included controls is in place. Clause 6.1.3 has the statement show which necessary controls are implemented: add a column "Status".',
  },
  *check(document) {
    yield* eachOrAll(document, includedIn(document), 'status', (row) =>
      isFilled(row, 'status') ? undefined : aboutControl(row, 'found'),
    );
  },
});
