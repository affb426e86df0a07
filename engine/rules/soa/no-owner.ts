import { aboutControl } from '../../workspace/control-report';
import { eachOrAll, includedIn, STATEMENT } from '../../workspace/decisions';
import { isFilled } from '../../workspace/names';
import { defineRule } from '../rule';

export default defineRule({
  id: 'soa/no-owner',
  scope: 'document',
  kinds: [STATEMENT],
  severity: 'warning',
  expected: true,
  references: ['5.3', '6.1.3'],
  messages: {
    found:
      'Nobody is named as the owner of {control}, and the statement has no owner either. Usually expected is a role that answers for each control: add it here, or one for the whole statement.',
    all: 'Nobody is named as the owner of any of the {count} included controls, and the statement has no owner either. Usually expected is a role that answers for each control: add a column "Owner", or one owner for the whole statement.',
  },
  *check(document) {
    if (isFilled(document.metadata, 'owner')) return;
    yield* eachOrAll(document, includedIn(document), 'owner', (row) =>
      isFilled(row, 'owner') ? undefined : aboutControl(row, 'found'),
    );
  },
});
