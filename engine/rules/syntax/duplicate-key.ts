import { hasProblems, problemPlaces } from '../../workspace/problem-places';
import { defineRule } from '../rule';

export default defineRule({
  id: 'syntax/duplicate-key',
  scope: 'text',
  where: hasProblems,
  severity: 'error',
  references: [],
  messages: {
    found: '"{key}" stands twice here, and nobody can tell which of the two counts. Keep one of them.',
  },
  *check(text) {
    for (const { at } of problemPlaces(text, 'duplicate-key')) {
      if (at.on !== 'span') continue;
      const [written = '', , key = ''] = /^(["']?)([^:\r\n]+?)\1(?=[ \t]*:)/.exec(text.text.slice(at.start)) ?? [];
      yield { at: { ...at, end: at.start + Math.max(written.length, 1) }, message: 'found', data: { key } };
    }
  },
});
