import { rowsAbout, unanswered } from '../../workspace/document-rows';
import { onRow } from '../../workspace/places';
import { enumerate, rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'monitoring/incomplete',
  scope: 'document',
  about: 'metric',
  severity: 'warning',
  references: ['9.1'],
  expected: true,
  messages: {
    found:
      '{row}: nothing says {missing}. Usually that is expected of everything that is monitored: add it, so that two people measure the same.',
  },
  *check(document) {
    for (const row of rowsAbout(document, 'metric')) {
      const missing = unanswered(row, {
        method: 'how it is measured',
        frequency: 'how often',
        owner: 'who does it',
      });
      if (missing.length > 0)
        yield { at: onRow(row), message: 'found', data: { row: rowName(row), missing: enumerate(missing) } };
    }
  },
});
