import type { Severity } from '../configuration/configuration';
import type { DocumentRecord } from '../kinds/record';
import type { Rule } from '../rules/rule';
import { isDraft } from './document-status';
import type { Finding, Place, Report } from './finding';
import { placePath } from './locate';
import type { WorkspaceView } from './workspace-view';

const SOFTER: Readonly<Record<Severity, Severity>> = {
  error: 'warning',
  warning: 'information',
  information: 'information',
  hint: 'hint',
};

/** Turns a report into a finding: severity policy, references, logical place. Undefined where `aims.yaml` turns the rule off. */
export function judge(rule: Rule, report: Report, view: WorkspaceView): Finding | undefined {
  const path = placePath(report.at);
  const document = view.document(path);
  let severity = report.severity ?? rule.severity;
  // A failure of the product says nothing about the document it happened at.
  const own = rule.id.startsWith('engine/');
  if (document && !report.final && !own && isSoftened(rule.id, document)) severity = SOFTER[severity];
  if (document?.recognised === 'shape' && !own && severity === 'error') severity = 'warning';
  const configured = view.configuration.rules[rule.id];
  if (configured === 'off' && !own) return undefined;
  if (configured !== undefined && configured !== 'off') severity = configured;
  const references = [...new Set([...rule.references, ...(report.references ?? [])])].map((reference) =>
    named(reference),
  );
  const related = (report.related ?? []).map(({ at, message, data }) => ({ at, message, data: data ?? {} }));
  return {
    rule: rule.id,
    severity,
    message: report.message,
    data: report.data ?? {},
    at: report.at,
    path,
    references,
    related,
    where: whereOf(report.at, report.references),
  };
}

/** A draft may still be wrong; what proves a contradiction even in a draft is not softened. */
function isSoftened(rule: string, document: DocumentRecord): boolean {
  if (rule.startsWith('syntax/') || rule === 'id/duplicate' || rule === 'framework/undecided') return false;
  return isDraft(document);
}

/** A clause gets the standard's name; a control and a law stand for themselves. */
function named(reference: string): string {
  return /^\d/.test(reference) ? `ISO/IEC 42001:2023, ${reference}` : reference;
}

/** Row id and field: the same in every run, whatever the line. In a list and a file as a whole also what it is about. */
function whereOf(place: Place, about: readonly string[] = []): string {
  switch (place.on) {
    case 'field':
      return [place.row.id, place.field, ...(place.item ? [place.item.text] : [])]
        .filter((part) => part !== '')
        .join('.');
    case 'row':
      return place.row.id;
    case 'section':
      return `#${place.section.slug}`;
    case 'list':
      return [place.list, ...about].join('.');
    case 'file':
      return about.join('.');
    case 'configuration':
      return place.keys.join('.');
    default:
      return '';
  }
}
