import { filledText } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'nonconformity/cause-restates-finding',
  scope: 'workspace',
  severity: 'warning',
  expected: true,
  references: ['10.2'],
  reads: ['nonconformity-register', 'nonconformity'],
  messages: {
    found:
      'The cause of {row} says the same as the finding. Usually the reason behind it is expected: ask why once more, and write what made it possible.',
  },
  *check(view) {
    for (const row of view.rows('nonconformity')) {
      const [cause, finding] = [plain(filledText(row, 'cause')), plain(filledText(row, 'finding'))];
      const part = cause.split(' ').length >= 4 && ` ${finding} `.includes(` ${cause} `);
      if (cause !== '' && (cause === finding || part))
        yield { at: onField(row, 'cause'), message: 'found', data: { row: rowName(row) } };
    }
  },
});

function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
