import { aboutControl } from '../../workspace/control-report';
import { includedIn, STATEMENT } from '../../workspace/decisions';
import { filledText } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { lacksEvidence, lacksImplementation } from '../../workspace/row-evidence';
import { defineRule } from '../rule';

export default defineRule({
  id: 'soa/implemented-without-evidence',
  scope: 'document',
  kinds: [STATEMENT],
  looksAround: true,
  severity: 'warning',
  references: ['6.1.3', '8.1'],
  messages: {
    evidence:
      '{control} is said to be "{status}", but no evidence is given and no record names it. Clause 8.1 expects records that show it works: name a report, a log, minutes or a test result, with its date.',
    both: '{control} is said to be "{status}", but nothing says how, no evidence is given and no record names it. Describe how it is in place and name a record that shows it works (clause 8.1).',
  },
  *check(document, view) {
    for (const row of includedIn(document)) {
      if (!lacksEvidence(view, row)) continue;
      const message = lacksImplementation(view, row) ? 'both' : 'evidence';
      const at = onField(row, 'status');
      yield { at, ...aboutControl(row, message, { status: filledText(row, 'status') }) };
    }
  },
});
