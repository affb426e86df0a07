import { defineRule } from '../rule';

export default defineRule({
  id: 'assessment/empty-section',
  scope: 'document',
  kinds: ['ai-impact-assessment'],
  severity: 'warning',
  references: ['6.1.4', 'A.5.3'],
  messages: {
    empty: 'Nothing stands under "{section}" yet. {question}',
    placeholder: 'Only placeholders stand under "{section}" yet. {question}',
  },
  *check(document) {
    for (const section of document.sections) {
      if (section.expected === undefined || section.content === 'filled') continue;
      const question = document.kind.sections.find(({ id }) => id === section.expected)?.help ?? '';
      yield {
        at: { on: 'section', document, section },
        message: section.content,
        data: { section: section.title, question },
      };
    }
  },
});
