import { problemPlaces } from '../../workspace/problem-places';
import { defineRule } from '../rule';

export default defineRule({
  id: 'syntax/duplicate-key',
  scope: 'text',
  severity: 'error',
  references: [],
  messages: {
    found: '"{key}" stands twice here, and nobody can tell which of the two counts. Keep one of them.',
  },
  *check(text) {
    for (const { at } of problemPlaces(text, 'duplicate-key')) {
      const key = at.on === 'span' ? text.text.slice(at.start, at.end).replace(/[\s:].*$/s, '').replace(/^["']|["']$/g, '') : '';
      yield { at: at.on === 'span' ? { ...at, end: at.start + Math.max(key.length, 1) } : at, message: 'found', data: { key } };
    }
  },
});
