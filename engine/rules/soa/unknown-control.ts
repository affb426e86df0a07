import { controlsOf, decisionsIn, isAnnexRow, meantControl, STATEMENT } from '../../workspace/decisions';
import { isoSecurityEdition } from '../../workspace/foreign-numbering';
import { onRow } from '../../workspace/places';
import { defineRule } from '../rule';

export default defineRule({
  id: 'soa/unknown-control',
  scope: 'document',
  kinds: [STATEMENT],
  severity: 'error',
  references: ['6.1.3'],
  messages: {
    unknown:
      'Annex A of {framework} has no control {control}. Correct the number; if the control is your own, say so with "source: own".',
    meant: '{control} is not how a control of Annex A is written. If {meant} ({title}) is meant, write {meant}.',
    own: '{control} is no control of Annex A. If it is a control of your own, say so with "source: own"; then nobody looks for it in the standard.',
  },
  *check(document, view) {
    const { controls, groups } = view.catalogue;
    const framework = view.catalogue.frameworkName('iso-42001');
    const groupIds = new Set(
      groups.flatMap((group) => [group.id, ...(group.subgroups ?? []).map((subgroup) => subgroup.id)]),
    );
    for (const row of decisionsIn(document)) {
      if (!isAnnexRow(row)) continue;
      const at = onRow(row);
      for (const control of controlsOf(row)) {
        if (controls.has(control) || groupIds.has(control) || isoSecurityEdition(control) !== undefined) continue;
        const meant = meantControl(view, control);
        if (meant !== undefined)
          yield {
            at,
            message: 'meant',
            data: { control, meant, title: controls.get(meant)?.title ?? '' },
            references: [meant],
          };
        else if (/^A\.\d/.test(control)) yield { at, message: 'unknown', data: { control, framework } };
        else yield { at, message: 'own', severity: 'information', data: { control } };
      }
    }
  },
});
