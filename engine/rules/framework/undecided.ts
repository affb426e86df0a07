import { readControlId } from '../../kinds/control-id';
import { STATEMENT } from '../../workspace/decisions';
import { isoSecurityEdition } from '../../workspace/foreign-numbering';
import { filledText } from '../../workspace/names';
import { onField, onRow } from '../../workspace/places';
import { defineRule } from '../rule';

export default defineRule({
  id: 'framework/undecided',
  scope: 'document',
  severity: 'error',
  references: ['6.1.3'],
  messages: {
    statement:
      'Nothing says which standard {control} belongs to: ISO/IEC 42001 and ISO/IEC 27001 use the same numbers for different controls. Write "framework: iso-42001" at the top of the statement, or name one standard in aims.yaml.',
    several:
      'Nothing says which standard {control} and the other controls here belong to ({count} rows): ISO/IEC 42001 and ISO/IEC 27001 use the same numbers for different controls. Write "framework: iso-42001" at the top of the statement, or name one standard in aims.yaml.',
    elsewhere:
      '{control} is a control of ISO/IEC 42001 and one of ISO/IEC 27001, and you use both. Say which is meant: write "42001:{control}" or "27001:{control}", or give the document a "framework".',
  },
  *check(document, view) {
    if (document.kind.kind === STATEMENT) {
      const open = document.rows.filter(
        (row) =>
          row.entity === 'control-decision' &&
          !row.unfilled &&
          row.framework === 'undecided' &&
          /^(?:A\.)?\d/.test(row.id),
      );
      const first = open[0];
      if (!first) return;
      const at = onRow(first);
      yield open.length === 1
        ? { at, message: 'statement', data: { control: first.id } }
        : { at, message: 'several', data: { control: first.id, count: open.length } };
      return;
    }
    const { frameworks } = view.configuration;
    if (
      !frameworks.includes('iso-42001') ||
      !frameworks.includes('iso-27001') ||
      filledText(document.metadata, 'framework') !== ''
    )
      return;
    const field = document.metadata.fields.get('controls');
    if (field?.state !== 'filled') return;
    for (const item of field.items) {
      const written = readControlId(item.text);
      if (
        written.framework !== undefined ||
        !view.catalogue.controls.has(written.id) ||
        isoSecurityEdition(written.id) !== '2022'
      )
        continue;
      yield {
        at: onField(document.metadata, 'controls', item),
        message: 'elsewhere',
        severity: 'information',
        data: { control: written.id },
      };
      return;
    }
  },
});
