import { defineRule } from '../rule';

export default defineRule({
  id: 'engine/rule-failed',
  scope: 'engine',
  uncheckable: true,
  severity: 'error',
  references: [],
  messages: {
    failed:
      'The check {rule} stopped with an error of its own ({error}), so nothing is known about what it looks for. This is a mistake in the product, not in your documents: please report it.',
  },
});
