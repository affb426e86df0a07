import { isBlank, rowsAbout } from '../../workspace/document-rows';
import { filledText, isFilled } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'objective/not-measurable',
  scope: 'document',
  about: 'objective',
  severity: 'warning',
  references: ['6.2'],
  messages: {
    found:
      'Nothing says how to see whether {objective} is reached: no measure and no target. Clause 6.2 asks for objectives that can be measured where that is practicable.',
  },
  *check(document) {
    for (const row of rowsAbout(document, 'objective')) {
      if (isFilled(row, 'result') || !isBlank(row, 'measure') || !isBlank(row, 'target')) continue;
      // "At most 1 % of urgent letters are missed" is measure and target in one sentence.
      if (/\d/.test(filledText(row, 'objective').replace(/\b20\d\d\b/g, ''))) continue;
      yield { at: onField(row, 'objective'), message: 'found', data: { objective: rowName(row) } };
    }
  },
});
