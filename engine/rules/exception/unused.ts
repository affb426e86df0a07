import { defineRule } from '../rule';

export default defineRule({
  id: 'exception/unused',
  scope: 'engine',
  severity: 'information',
  references: [],
  messages: {
    found:
      'This exception for {rule} silences nothing here. Remove it; or, if it should silence something, check the name of the rule and the place.',
  },
});
