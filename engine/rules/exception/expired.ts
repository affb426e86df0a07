import { defineRule } from '../rule';

export default defineRule({
  id: 'exception/expired',
  scope: 'engine',
  severity: 'warning',
  references: [],
  messages: {
    found:
      'This exception for {rule} ended on {until}, and what it silenced is shown again. Settle the finding, or decide anew and set another date.',
  },
});
