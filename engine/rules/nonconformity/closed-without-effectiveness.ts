import { isFilled } from '../../workspace/names';
import { isClosed } from '../../workspace/nonconformities';
import { onField } from '../../workspace/places';
import { rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'nonconformity/closed-without-effectiveness',
  scope: 'workspace',
  severity: 'warning',
  expected: true,
  references: ['10.2'],
  reads: ['nonconformity-register', 'nonconformity'],
  messages: {
    found:
      '{row} is closed, but nothing says how somebody saw that the action worked. Usually that is expected before closing: write it, or open the entry again until it can be seen.',
  },
  *check(view) {
    for (const row of view.rows('nonconformity')) {
      if (isClosed(row) && !isFilled(row, 'effectiveness'))
        yield { at: onField(row, 'effectiveness'), message: 'found', data: { row: rowName(row) } };
    }
  },
});
