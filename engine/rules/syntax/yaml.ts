import { changedScalars } from '../../workspace/changed-scalars';
import { problemPlaces } from '../../workspace/problem-places';
import { defineRule } from '../rule';

export default defineRule({
  id: 'syntax/yaml',
  scope: 'text',
  severity: 'error',
  references: [],
  messages: {
    part: 'This part cannot be read as YAML: {detail}. What stands in it is left out, and nothing is called missing because of it. Correct it here or just above.',
    front:
      'The block between the --- lines at the top cannot be read as YAML: {detail}. What stands in it is left out, and nothing is called missing because of it.',
    number: 'Without quotes, other programs read {text} as the number {read}. Write "{text}" in quotes.',
    word: 'Without quotes, other programs read {text} as {read}. Write "{text}" in quotes if the word is meant.',
  },
  *check(text) {
    for (const { at, detail, frontMatter } of problemPlaces(text, 'yaml')) {
      yield { at, message: frontMatter ? 'front' : 'part', data: { detail: detail || 'its form is not right' } };
    }
    for (const { at, written, read } of changedScalars(text)) {
      const message = /^[\d.]+$/.test(read) ? 'number' : 'word';
      yield { at, message, severity: 'warning', data: { text: written, read } };
    }
  },
});
