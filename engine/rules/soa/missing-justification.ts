import { aboutControl } from '../../workspace/control-report';
import { decisionsIn, STATEMENT } from '../../workspace/decisions';
import { isFilled, valueOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { defineRule } from '../rule';

export default defineRule({
  id: 'soa/missing-justification',
  scope: 'document',
  kinds: [STATEMENT],
  severity: 'error',
  references: ['6.1.3'],
  messages: {
    included:
      '{control} is included but nothing says why. Clause 6.1.3 asks for a reason for every inclusion: write in your own words what makes this control necessary for you.',
    excluded:
      '{control} is excluded but nothing says why. Clause 6.1.3 asks for a reason for every exclusion: write what makes this control unnecessary for you.',
    placeholder:
      'The justification of {control} is still a placeholder ("{text}"). Clause 6.1.3 asks for a reason for every decision: write yours.',
  },
  *check(document) {
    for (const row of decisionsIn(document)) {
      const decision = valueOf(row, 'applicable');
      if (decision === '' || isFilled(row, 'justification')) continue;
      const written = row.fields.get('justification');
      const at = onField(row, 'justification');
      if (written?.state === 'placeholder') yield { at, ...aboutControl(row, 'placeholder', { text: written.text }) };
      else yield { at, ...aboutControl(row, decision === 'true' ? 'included' : 'excluded') };
    }
  },
});
