import { defineRule } from '../rule';

export default defineRule({
  id: 'limit/file-size',
  scope: 'engine',
  uncheckable: true,
  severity: 'error',
  references: [],
  messages: {
    found:
      'This file has {megabytes} MB and was not read: the most is {most} MB. Split it, or leave it out with "exclude" in aims.yaml.',
  },
});
