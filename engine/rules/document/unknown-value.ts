import { HOME_FRAMEWORK } from '../../catalogue/catalogue';
import type { Severity } from '../../configuration/configuration';
import type { FieldValue, Row } from '../../kinds/record';
import { onField } from '../../workspace/places';
import { filledFields, isCanonical } from '../../workspace/references';
import { fieldWords } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'document/unknown-value',
  scope: 'document',
  rowByRow: true,
  severity: 'warning',
  references: ['7.5.2'],
  messages: {
    value:
      '"{text}" is no {label} that can be read ({row}). Write one of: {allowed}; or add your own word under "synonyms" in aims.yaml.',
    boolean: '"{text}" is neither yes nor no, so nobody can tell the {label} of {row}. Write true or false.',
  },
  *check(document) {
    for (const { row, field } of filledFields(document)) {
      if (field.problem !== 'unknown-value' || isOrdinaryStatus(row, field) || isForeign(row)) continue;
      // A label in a record's text may mean anything: only what stands in its place as data is judged.
      if (row === document.metadata && document.kind.class !== 'governing' && !isCanonical(document, row, field))
        continue;
      const { definition } = field;
      const severity = severityOf(row, definition.name);
      const allowed = (definition.values ?? []).map(({ value }) => value).join(', ');
      for (const item of field.items) {
        if (item.value !== '') continue;
        const data = { ...fieldWords(row, definition, item.text), allowed };
        const at = onField(row, definition.name, item);
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

/** In a Statement of Applicability a value decides what is shown; where a control comes from decides nothing. */
function severityOf(row: Row, field: string): Severity {
  if (row.entity !== 'control-decision') return 'warning';
  return field === 'source' ? 'information' : 'error';
}

/** Statements about other frameworks have their own words; which framework it is has a rule of its own. */
function isForeign(row: Row): boolean {
  return row.entity === 'control-decision' && row.framework !== HOME_FRAMEWORK && row.framework !== 'own';
}
