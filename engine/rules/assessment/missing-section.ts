import type { DocumentRecord } from '../../kinds/record';
import { valueOf } from '../../workspace/names';
import { onRow } from '../../workspace/places';
import { documentName } from '../../workspace/wording';
import { defineRule } from '../rule';

/** What clause 6.1.4 and its controls themselves ask to be looked at; the other sections are good practice. */
const ASKED = ['purpose', 'misuse', 'individuals', 'society'];

export default defineRule({
  id: 'assessment/missing-section',
  scope: 'document',
  kinds: ['ai-impact-assessment'],
  severity: 'warning',
  references: ['6.1.4', 'A.5.3', 'A.5.4', 'A.5.5'],
  messages: {
    one: '{assessment} has no section on: {missing}. Clause 6.1.4 asks to look at it; add the heading and answer it, or give yours a title that says what it is about.',
    asked:
      '{assessment} has no section on: {missing}. Clause 6.1.4 asks to look at {asked}; add the headings and answer them, or give yours a title that says what it is about.',
    expected:
      '{assessment} has no section on: {missing}. They are usually expected in an impact assessment; add the headings, or say under a heading of your own why a topic does not matter here.',
  },
  *check(document) {
    if (document.language !== 'markdown' || !document.complete) return;
    const missing = missingSections(document);
    if (missing.length === 0) return;
    const asked = missing.filter(({ id }) => ASKED.includes(id));
    // A screening is short by nature; that it looks at effects at all is still asked.
    if (valueOf(document.metadata, 'depth') === 'screening' && asked.length === 0) return;
    const names = (sections: readonly { title: string }[]) => sections.map(({ title }) => `"${title}"`).join(', ');
    yield {
      at: onRow(document.metadata),
      message: asked.length === 0 ? 'expected' : missing.length === 1 ? 'one' : 'asked',
      data: { assessment: documentName(document), missing: names(missing), asked: names(asked) },
      severity: document.status === 'approved' && asked.length > 0 ? 'error' : 'warning',
      final: true,
    };
  },
});

function missingSections(document: DocumentRecord): { id: string; title: string }[] {
  const present = new Set(document.sections.map((section) => section.expected));
  return document.kind.sections.filter(({ id }) => !present.has(id)).map(({ id, title }) => ({ id, title }));
}
