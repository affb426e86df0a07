import { decisionsIn, isAnnexRow, listOf, STATEMENT } from '../../workspace/decisions';
import { isoSecurityEdition } from '../../workspace/foreign-numbering';
import { onRow } from '../../workspace/places';
import { defineRule } from '../rule';

export default defineRule({
  id: 'soa/foreign-numbering',
  scope: 'document',
  kinds: [STATEMENT],
  severity: 'warning',
  references: ['6.1.3'],
  messages: {
    security:
      '{control} is a number of ISO/IEC 27001:{edition}, not of Annex A of {framework}. If the row is about information security, say "framework: iso-27001" for it; else correct the number.',
    many: '{count} rows ({controls}) are numbered like ISO/IEC 27001, not like Annex A of {framework}. If this statement is about information security, say "framework: iso-27001" at its top; else correct the numbers.',
    group:
      '{control} ({title}) is a group of Annex A, not a control. Clause 6.1.3 asks for a decision on each control: decide on the controls under it, one row each.',
  },
  *check(document, view) {
    const { controls, groups } = view.catalogue;
    const framework = view.catalogue.frameworkName('iso-42001');
    const titles = new Map(
      groups.flatMap((group) => [
        [group.id, group.title] as const,
        ...(group.subgroups ?? []).map((subgroup) => [subgroup.id, subgroup.title] as const),
      ]),
    );
    const rows = decisionsIn(document).filter((row) => isAnnexRow(row) && !controls.has(row.id));
    const strangers = rows.filter((row) => !titles.has(row.id) && isoSecurityEdition(row.id) !== undefined);
    if (strangers.length > 3) {
      const named = strangers
        .slice(0, 3)
        .map((row) => row.id)
        .join(', ');
      yield {
        at: listOf(document),
        message: 'many',
        data: { count: strangers.length, controls: `${named} …`, framework },
      };
    }
    for (const row of rows) {
      const at = onRow(row);
      const title = titles.get(row.id);
      if (title !== undefined) yield { at, message: 'group', data: { control: row.id, title } };
      else if (strangers.length <= 3 && strangers.includes(row))
        yield {
          at,
          message: 'security',
          data: { control: row.id, edition: isoSecurityEdition(row.id) ?? '', framework },
        };
    }
  },
});
