import { lacking, rowsAbout } from '../../workspace/document-rows';
import { defineRule } from '../rule';

export default defineRule({
  id: 'supplier/no-responsibility',
  scope: 'document',
  about: 'supplier',
  severity: 'warning',
  references: ['A.10.2'],
  messages: {
    row: "Nothing says which tasks are {row}'s and which are yours. Write who does what over the life of the AI system (A.10.2).",
    none: 'For none of the {count} suppliers here it is said which tasks are theirs and which are yours. Write it for each (A.10.2).',
  },
  *check(document) {
    const rows = rowsAbout(document, 'supplier');
    yield* lacking(document, rows, 'responsibilities');
  },
});
