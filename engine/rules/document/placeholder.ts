import type { DocumentRecord, Place, Section } from '../../kinds/record';
import { onFact, onField } from '../../workspace/places';
import { fieldLabel, rowName, shorten } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'document/placeholder',
  scope: 'document',
  rowByRow: true,
  severity: 'warning',
  references: ['7.5.2'],
  messages: {
    prose: '"{text}" is still a placeholder. Write what belongs there, or take it out.',
    field: 'The {label} of {row} is still a placeholder ("{text}"), so it counts as empty. Write what belongs there.',
    approved:
      '"{text}" is still a placeholder, yet {document} is approved. Fill it in and have the document approved again, or set it back to draft.',
  },
  *check(document) {
    const approved = document.status === 'approved';
    const level = { severity: approved ? ('error' as const) : ('warning' as const), final: true };
    const seen = new Set<number>();
    for (const row of [document.metadata, ...document.rows]) {
      if (row.unfilled) continue;
      for (const field of row.fields.values()) {
        if (field.state !== 'placeholder') continue;
        seen.add(row.block + field.at.block);
        // The Statement of Applicability has a rule of its own for reasons that are missing.
        if (row.entity === 'control-decision' && ['justification', 'applicable'].includes(field.definition.name))
          continue;
        const at = onField(row, field.definition.name);
        const data = {
          text: shorten(field.text),
          label: fieldLabel(field.definition),
          row: rowName(row),
          document: rowName(document.metadata),
        };
        yield { at, message: approved ? 'approved' : 'field', data, ...level };
      }
    }
    for (const place of document.placeholders) {
      if (seen.has(place.block) || isSaidAtHeading(document, place)) continue;
      const data = { text: shorten(place.value), document: rowName(document.metadata) };
      yield {
        at: onFact(document.path, place),
        message: approved ? 'approved' : 'prose',
        data,
        ...level,
      };
    }
  },
});

/** A section of an assessment that holds nothing else is reported at its heading, once. */
function isSaidAtHeading(document: DocumentRecord, place: Place): boolean {
  if (document.kind.kind !== 'ai-impact-assessment') return false;
  return document.sections.some(
    (section) => section.expected !== undefined && section.content === 'placeholder' && holds(section, place),
  );
}

function holds(section: Section, place: Place): boolean {
  return place.block > section.block && place.block < section.endBlock;
}
