import type { DocumentRecord } from '../../kinds/record';
import { onRow } from '../../workspace/places';
import { documentName, enumerate } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'document/missing-section',
  scope: 'document',
  where: ({ kind, status }) => kind.class === 'governing' && status === 'approved',
  severity: 'warning',
  expected: true,
  references: ['7.5.1'],
  messages: {
    found:
      '{document} is approved, but a part usually expected of it is missing or says nothing: {sections}. Add it, or write it under a heading of its own.',
  },
  *check(document) {
    const { kind, sections } = document;
    if (kind.sections.length === 0 || document.language !== 'markdown' || !document.complete) return;
    // A text without any structure of its own is read as a whole; its parts cannot be told.
    if (sections.filter((section) => section.level > 1).length < 2) return;
    const missing = kind.sections.filter((expected) => !isThere(document, expected.id));
    if (missing.length === 0) return;
    const data = { document: documentName(document), sections: enumerate(missing.map((section) => section.title)) };
    yield { at: onRow(document.metadata), message: 'found', data, references: kind.clauses };
  },
});

/** Present with content; placeholders are reported where they stand. */
function isThere(document: DocumentRecord, id: string): boolean {
  const section = document.sections.find(({ expected }) => expected === id);
  return section !== undefined && section.content !== 'empty';
}
