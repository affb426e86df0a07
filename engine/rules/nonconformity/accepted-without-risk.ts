import { filledText, isFilled, valueOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'nonconformity/accepted-without-risk',
  scope: 'workspace',
  severity: 'warning',
  expected: true,
  references: ['6.1.3', '10.2'],
  reads: 'all',
  messages: {
    found:
      '{row} is accepted as it is, but names no risk. Usually the risk that one lives with is expected in the risk register, with the person who accepts it: name it here.',
  },
  *check(view) {
    const risks = new Set(view.rows('risk').map((row) => row.id.toLowerCase()));
    for (const row of view.rows('nonconformity')) {
      const words =
        /\b(?:accept(?:ed)? (?:as is|the risk|risk|this)|will not fix|won['’]t fix|wird nicht behoben|wird akzeptiert|risiko akzeptiert)\b/i;
      const accepted = valueOf(row, 'status') === 'accepted' || words.test(filledText(row, 'action'));
      if (!accepted || isFilled(row, 'risks')) continue;
      // The risk may also be named in the words of another cell.
      const text = [...row.fields.values()].map((field) => field.text.toLowerCase()).join(' ');
      if ([...risks].some((id) => id !== '' && text.includes(id))) continue;
      yield {
        at: onField(row, valueOf(row, 'status') === 'accepted' ? 'status' : 'action'),
        message: 'found',
        data: { row: rowName(row) },
      };
    }
  },
});
