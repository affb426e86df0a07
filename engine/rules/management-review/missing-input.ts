import { onRow } from '../../workspace/places';
import { documentName, enumerate } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'management-review/missing-input',
  scope: 'document',
  kinds: ['management-review'],
  severity: 'warning',
  expected: true,
  references: ['9.3.2'],
  messages: {
    found:
      '{document} does not show that management looked at: {inputs}. Usually each is expected; one sentence is enough, also "nothing to report".',
  },
  *check(document) {
    const { kind, sections } = document;
    if (document.language !== 'markdown' || !document.complete) return;
    const inputs = kind.sections.filter(({ id }) => id !== 'decisions');
    const missing = inputs.filter(({ id }) => sections.find(({ expected }) => expected === id)?.content !== 'filled');
    if (missing.length === 0) return;
    // Minutes that go through an agenda in a list or a table cannot be told apart by their headings.
    const agenda = sections.some(
      ({ title, enumerates }) =>
        enumerates &&
        /\b(?:inputs?|agenda|topics|items)\b|eingaben|tagesordnung|punkte|données d['’]entrée|ordre du jour|entradas|agendapunten/i.test(
          title,
        ),
    );
    if (missing.length > inputs.length - 2 && (agenda || sections.filter(({ level }) => level > 1).length < 2)) return;
    yield {
      at: onRow(document.metadata),
      message: 'found',
      data: { document: documentName(document), inputs: enumerate(missing.map(({ title }) => title.toLowerCase())) },
    };
  },
});
