import { rowsAbout } from '../../workspace/document-rows';
import { isPast } from '../../workspace/due';
import { isFilled, valueOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'objective/overdue',
  scope: 'document',
  about: 'objective',
  severity: 'warning',
  references: ['6.2', '9.1'],
  messages: {
    found:
      '{objective} was due on {due} and has no result. Write what came of it, met or missed; a missed objective is no fault, one that nobody evaluated is (clause 6.2).',
  },
  *check(document, view) {
    for (const row of rowsAbout(document, 'objective')) {
      const due = valueOf(row, 'due');
      if (!isPast(view, due) || isFilled(row, 'result')) continue;
      yield { at: onField(row, 'due'), message: 'found', data: { objective: rowName(row), due } };
    }
  },
});
