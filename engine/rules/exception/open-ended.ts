import { defineRule } from '../rule';

export default defineRule({
  id: 'exception/open-ended',
  scope: 'engine',
  severity: 'information',
  references: [],
  messages: {
    found:
      'This exception for {rule} has no last day, so nothing asks anybody to look at it again. Write until when it holds, at most a year ahead.',
    far: 'This exception for {rule} holds until {until}, more than a year ahead. Choose an earlier day, so that somebody looks at it at least once a year.',
  },
});
