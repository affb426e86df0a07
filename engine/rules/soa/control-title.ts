import { readControlId } from '../../kinds/control-id';
import type { Row } from '../../kinds/record';
import { decisionsIn, isAnnexRow, STATEMENT } from '../../workspace/decisions';
import { filledText, foldName } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { defineRule } from '../rule';

export default defineRule({
  id: 'soa/control-title',
  scope: 'document',
  kinds: [STATEMENT],
  severity: 'warning',
  references: ['6.1.3'],
  messages: {
    found:
      '"{title}" is the title of {other}, but the row says {control} ({own}). Correct the number or the title, so that the decision is about the control you mean.',
  },
  *check(document, view) {
    const { controls } = view.catalogue;
    const owners = new Map([...controls.values()].map((control) => [foldTitle(control.title), control.id]));
    for (const row of decisionsIn(document)) {
      const control = controls.get(row.id);
      if (!control || !isAnnexRow(row)) continue;
      for (const { title, field } of titlesOf(row)) {
        const other = owners.get(foldTitle(title));
        if (other === undefined || other === row.id) continue;
        yield {
          at: onField(row, field),
          message: 'found',
          data: { title, other, control: row.id, own: control.title },
          references: [row.id, other],
        };
        break;
      }
    }
  },
});

function titlesOf(row: Row): { title: string; field: string }[] {
  const identity = row.definition?.identity ?? 'id';
  const inId = readControlId(filledText(row, identity)).title;
  return [
    { title: filledText(row, 'title'), field: 'title' },
    { title: inId, field: identity },
  ].filter(({ title }) => title !== '');
}

/** Titles are compared without case and without the plural and spelling that people vary. */
function foldTitle(title: string): string {
  return foldName(title)
    .replace(/organisation/g, 'organization')
    .replace(/[.;:]+$/, '')
    .replace(/\bsystems\b/g, 'system');
}
