import { hasProblems, problemPlaces } from '../../workspace/problem-places';
import { defineRule } from '../rule';

export default defineRule({
  id: 'syntax/conflict-marker',
  scope: 'text',
  where: hasProblems,
  severity: 'error',
  references: [],
  messages: {
    found:
      'Two versions of this file were merged and the conflict was never settled. Nothing in the file is read until it is: keep what is right and remove the lines with <<<<<<<, ======= and >>>>>>>.',
  },
  *check(text) {
    for (const { at } of problemPlaces(text, 'conflict-marker')) yield { at, message: 'found' };
  },
});
