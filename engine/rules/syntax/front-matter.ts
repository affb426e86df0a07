import { hasProblems, problemPlaces } from '../../workspace/problem-places';
import { defineRule } from '../rule';

export default defineRule({
  id: 'syntax/front-matter',
  scope: 'text',
  where: hasProblems,
  severity: 'error',
  references: [],
  messages: {
    found:
      'The block that starts here is never closed, so what it says about the document cannot be read. Put a line with --- after its last entry.',
  },
  *check(text) {
    for (const { at } of problemPlaces(text, 'front-matter')) yield { at, message: 'found' };
  },
});
