import type { DocumentRecord } from '../../kinds/record';
import { controlsOf, isForeign, listOf, meantControl, statements } from '../../workspace/decisions';
import { isoSecurityEdition } from '../../workspace/foreign-numbering';
import { foldId } from '../../workspace/names';
import { defineRule } from '../rule';

export default defineRule({
  id: 'soa/missing-control',
  scope: 'workspace',
  reads: ['statement-of-applicability'],
  severity: 'error',
  references: ['6.1.3'],
  messages: {
    missing:
      '{control} ({title}) is not in the Statement of Applicability. Clause 6.1.3 asks for a decision on every control of Annex A: add a row that says whether it applies, and why.',
    empty:
      'This Statement of Applicability lists none of the {count} controls of Annex A. Clause 6.1.3 asks for a decision on each of them: add one row per control.',
  },
  *check(view) {
    const found = statements(view);
    const first = found[0];
    // With several statements nobody can say in which of them a control is missing; translations are one statement.
    if (
      !first ||
      found.some((document) => foldId(document.id) !== foldId(first.id)) ||
      found.some((document) => !document.complete)
    )
      return;
    const listed = found.flatMap((document) => decisionIds(document));
    const { controls } = view.catalogue;
    const at = listOf(first);
    if (listed.length === 0) {
      yield { at, message: 'empty', data: { count: controls.size } };
      return;
    }
    // A statement that is mostly numbered like another standard is not a list of Annex A with gaps: soa/foreign-numbering says so.
    const strangers = listed.filter((id) => !controls.has(id) && isoSecurityEdition(id) !== undefined);
    if (strangers.length * 2 > listed.length) return;
    const known = new Set(listed.flatMap((id) => [id, meantControl(view, id) ?? id]));
    for (const { id, title } of controls.values()) {
      if (!known.has(id)) yield { at, message: 'missing', data: { control: id, title }, references: [id] };
    }
  },
});

function decisionIds(document: DocumentRecord): string[] {
  return document.rows
    .filter((row) => row.entity === 'control-decision' && row.id !== '' && !isForeign(row))
    .flatMap((row) => controlsOf(row));
}
