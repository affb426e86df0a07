import { aboutControl } from '../../workspace/control-report';
import { eachOrAll, includedIn, STATEMENT } from '../../workspace/decisions';
import { filledText, valueOf } from '../../workspace/names';
import { lacksEvidence, lacksImplementation } from '../../workspace/row-evidence';
import { defineRule } from '../rule';

export default defineRule({
  id: 'soa/no-implementation',
  scope: 'document',
  kinds: [STATEMENT],
  looksAround: true,
  severity: 'warning',
  references: ['6.1.3', '8.1'],
  messages: {
    found:
      '{control} is said to be "{status}", but nothing says how: no description, and no document names it. Write in a sentence what you do, or link the policy or procedure (clauses 6.1.3 and 8.1).',
    all: 'For {count} controls that are said to be in place nothing says how: no description, and no document names them. Add a column "Implementation" with a sentence, or a link to the policy or procedure (clauses 6.1.3 and 8.1).',
  },
  *check(document, view) {
    const rows = includedIn(document).filter(
      (row) => ['partial', 'implemented', 'verified'].includes(valueOf(row, 'status')) && !lacksEvidence(view, row),
    );
    yield* eachOrAll(document, rows, 'implementation', (row) =>
      lacksImplementation(view, row) ? aboutControl(row, 'found', { status: filledText(row, 'status') }) : undefined,
    );
  },
});
