import type { DocumentRecord, Row } from '../kinds/record';
import { filledText, foldId, foldName, valueOf, valuesOf } from './names';
import { documentLedTo } from './resolve';
import type { WorkspaceView } from './workspace-view';

/** The day of an audit report; empty where it has none. */
export function auditDay(report: DocumentRecord): string {
  return valueOf(report.metadata, 'held_on') || valueOf(report.metadata, 'date');
}

/** The reports that belong to an entry of the audit programme: linked there, naming it, or about the same part in the same half year. */
export function reportsOf(view: WorkspaceView, entry: Row): DocumentRecord[] {
  const linked = new Set<DocumentRecord>();
  const field = entry.fields.get('report');
  for (const item of field?.items ?? []) {
    const document = field && documentLedTo(view.resolve(entry.path, item, field.definition));
    if (document) linked.add(document);
  }
  const planned = valueOf(entry, 'planned');
  return view.documentsOf('audit-report').filter((report) => {
    if (linked.has(report)) return true;
    const id = foldId(entry.id);
    if (
      id !== '' &&
      (valuesOf(report.metadata, 'audit').some((named) => foldId(named) === id) ||
        report.mentions.some((mention) => foldId(mention.value) === id))
    )
      return true;
    const day = auditDay(report);
    const near = planned !== '' && day !== '' && Math.abs(Date.parse(day) - Date.parse(planned)) < 185 * 86_400_000;
    return (
      near &&
      ['clauses', 'controls', 'systems'].some((name) =>
        valuesOf(entry, name).some((value) =>
          valuesOf(report.metadata, name).some((other) => foldId(other) === foldId(value)),
        ),
      )
    );
  });
}

/** The persons or roles named in a text, each on its own and folded. */
export function personsIn(text: string): string[] {
  return text
    .split(/[,;/()\n&]|\s(?:and|und|et|y|en)\s/)
    .map((part) => foldName(part))
    .filter((part) => part.length > 2);
}

/** The name of the role that answers for the management system, and who holds it. */
export function systemLeads(view: WorkspaceView): { readonly row: Row; readonly persons: readonly string[] }[] {
  return view
    .rows('role')
    .filter(
      (row) =>
        /\b(?:AIMS|AI management system|AI governance|KI-Managementsystem)\b/i.test(filledText(row, 'role')) &&
        !isAuditorRole(row) &&
        !/board|committee|sponsor|steering|council|ausschuss|gremium/i.test(filledText(row, 'role')),
    )
    .map((row) => ({ row, persons: [...personsIn(filledText(row, 'role')), ...personsIn(filledText(row, 'holder'))] }));
}

/** True for a role that audits. */
export function isAuditorRole(row: Row): boolean {
  return /\baudit(?:or|s|or:in)?\b|\bauditor/i.test(filledText(row, 'role'));
}
