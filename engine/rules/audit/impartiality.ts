import type { Row } from '../../kinds/record';
import { isAuditorRole, personsIn, systemLeads } from '../../workspace/audits';
import { filledText, foldId, valuesOf } from '../../workspace/names';
import { onField, onRow } from '../../workspace/places';
import { rowName, shorten } from '../../workspace/wording';
import type { WorkspaceView } from '../../workspace/workspace-view';
import { defineRule } from '../rule';

export default defineRule({
  id: 'audit/impartiality',
  scope: 'workspace',
  severity: 'warning',
  references: ['9.2.2'],
  reads: 'all',
  messages: {
    owner:
      '{auditor} audits {target} and also owns it. Nobody can audit their own work: let somebody else do this part.',
    lead: '{auditor} audits the management system and also answers for it ("{role}"). Nobody can audit their own work: name another auditor.',
    holder:
      '{person} is both "{role}" and "{other}". Whoever answers for the management system cannot audit it: name another auditor.',
    other: 'The other place.',
  },
  *check(view) {
    const leads = systemLeads(view);
    const audits = [...view.rows('audit'), ...view.documentsOf('audit-report').map((document) => document.metadata)];
    for (const audit of audits) {
      const auditor = filledText(audit, 'auditor');
      const persons = personsIn(auditor);
      if (persons.length === 0) continue;
      const owned = ownedBy(view, audit, persons);
      const lead = leads.find((candidate) => candidate.persons.some((person) => persons.includes(person)));
      const at = onField(audit, 'auditor');
      const data = { auditor: shorten(auditor) };
      if (owned)
        yield {
          at,
          message: 'owner',
          data: { ...data, target: rowName(owned) },
          related: [{ at: onField(owned, 'owner'), message: 'other' }],
        };
      else if (lead)
        yield {
          at,
          message: 'lead',
          data: { ...data, role: shorten(filledText(lead.row, 'role')) },
          related: [{ at: onRow(lead.row), message: 'other' }],
        };
    }
    for (const row of view.rows('role').filter(isAuditorRole)) {
      const holders = personsIn(filledText(row, 'holder'));
      const lead = leads.find((candidate) =>
        personsIn(filledText(candidate.row, 'holder')).some((person) => holders.includes(person)),
      );
      if (!lead) continue;
      const data = {
        person: shorten(filledText(row, 'holder')),
        role: shorten(filledText(row, 'role')),
        other: shorten(filledText(lead.row, 'role')),
      };
      yield {
        at: onField(row, 'holder'),
        message: 'holder',
        data,
        related: [{ at: onRow(lead.row), message: 'other' }],
      };
    }
  },
});

/** A control or system that an audit looks at and that its auditor owns. */
function ownedBy(view: WorkspaceView, audit: Row, persons: readonly string[]): Row | undefined {
  const owns = (row: Row): boolean => personsIn(filledText(row, 'owner')).some((person) => persons.includes(person));
  const controls = new Set(valuesOf(audit, 'controls').map(foldId));
  const systems = new Set(valuesOf(audit, 'systems').map(foldId));
  return (
    view.rows('control-decision').find((row) => controls.has(foldId(row.id)) && owns(row)) ??
    view.systems.find((row) => (systems.has(foldId(row.id)) || systems.has('all')) && owns(row))
  );
}
