import type { FieldValue, Row } from '../../kinds/record';
import { filledFields, isCanonical } from '../../workspace/references';
import { fieldLabel, rowName, shorten } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'document/unknown-value',
  scope: 'document',
  severity: 'warning',
  references: ['7.5.2'],
  messages: {
    value:
      '"{text}" is no {label} that can be read ({row}). Write one of: {allowed}; or add your own word under "synonyms" in aims.yaml.',
    boolean: '"{text}" is neither yes nor no, so nobody can tell the {label} of {row}. Write true or false.',
  },
  *check(document) {
    for (const { row, field } of filledFields(document)) {
      if (field.problem !== 'unknown-value' || isOrdinaryStatus(row, field)) continue;
      // A label in a record's text may mean anything: only what stands in its place as data is judged.
      if (row === document.metadata && document.kind.class !== 'governing' && !isCanonical(document, row, field))
        continue;
      const { definition } = field;
      const severity = row.entity === 'control-decision' ? ('error' as const) : ('warning' as const);
      const allowed = (definition.values ?? []).map(({ value }) => value).join(', ');
      for (const item of field.items) {
        if (item.value !== '') continue;
        const data = { text: shorten(item.text), label: fieldLabel(definition), row: rowName(row), allowed };
        const at = { on: 'field' as const, row, field: definition.name, item };
        yield {
          at,
          message: definition.type === 'boolean' ? 'boolean' : 'value',
          data,
          severity,
          references: row.id.startsWith('A.') ? [row.id] : [],
        };
      }
    }
  },
});

/** A document's "Status: Implemented" speaks of the work it describes, not of its approval. */
function isOrdinaryStatus(row: Row, field: FieldValue): boolean {
  return (
    row.definition === undefined &&
    field.definition.name === 'status' &&
    /^(?:implemented|completed?|done|active|open|closed|in progress|ongoing)\b/i.test(field.text.trim())
  );
}
