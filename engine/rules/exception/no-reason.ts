import { defineRule } from '../rule';

export default defineRule({
  id: 'exception/no-reason',
  scope: 'engine',
  severity: 'warning',
  references: [],
  messages: {
    found:
      'This exception for {rule} gives no reason, and so it silences nothing. Write after a colon why the finding is all right, and who agreed.',
  },
});
