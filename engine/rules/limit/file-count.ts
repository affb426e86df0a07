import { defineRule } from '../rule';

export default defineRule({
  id: 'limit/file-count',
  scope: 'engine',
  uncheckable: true,
  severity: 'error',
  references: [],
  messages: {
    found:
      'There are {count} files here and the most is {most}, so the result cannot be relied on. Name the folders of the management system with "include" in aims.yaml, or leave others out with "exclude".',
  },
});
