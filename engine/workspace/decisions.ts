import { HOME_FRAMEWORK } from '../catalogue/catalogue';
import type { Clause, Control } from '../catalogue/types';
import { onlyControlFramework } from '../configuration/configuration';
import { readControlId } from '../kinds/control-id';
import type { DocumentRecord, Row } from '../kinds/record';
import { splitIds } from '../kinds/tokens';
import type { Place, Report } from './finding';
import { filledText, foldId, isFilled, valueOf, valuesOf } from './names';
import { onField, onList } from './places';
import type { WorkspaceView } from './workspace-view';

/** The kind of the Statement of Applicability. */
export const STATEMENT = 'statement-of-applicability';

const OTHER_FRAMEWORK = /27001/;

/** The filled decisions of a document that are not about another framework. A row such as "None" or "Total" decides nothing. */
export function decisionsIn(document: DocumentRecord): readonly Row[] {
  return document.rows.filter(
    (row) =>
      row.entity === 'control-decision' &&
      !row.unfilled &&
      (/\d/.test(row.id) || (row.id !== '' && row.framework === 'own')) &&
      !isForeign(row),
  );
}

/** The decisions that say the control applies. */
export function includedIn(document: DocumentRecord): readonly Row[] {
  return decisionsIn(document).filter((row) => valueOf(row, 'applicable') === 'true');
}

/** The decisions that say the control does not apply. */
export function excludedIn(document: DocumentRecord): readonly Row[] {
  return decisionsIn(document).filter((row) => valueOf(row, 'applicable') === 'false');
}

/** True for a decision that stands under another framework than ours. */
export function isForeign(row: Row): boolean {
  return OTHER_FRAMEWORK.test(row.framework);
}

/** True where the status says that the control is in place. */
export function isInPlace(row: Row): boolean {
  return ['implemented', 'verified'].includes(valueOf(row, 'status'));
}

/** The control of a decision as a reference of a finding; none for a control of one's own. */
export function referencesOf(row: Row): readonly string[] {
  return row.id.startsWith('A.') && !isForeign(row) ? [row.id] : [];
}

/** The live Statements of Applicability that are about our framework. */
export function statements(view: WorkspaceView): readonly DocumentRecord[] {
  return view.documentsOf(STATEMENT).filter((document) => {
    const decisions = document.rows.filter((row) => row.entity === 'control-decision');
    if (decisions.length > 0)
      return (
        decisions.some((row) => !isForeign(row) && row.framework !== 'undecided') ||
        decisions.every((row) => row.framework === 'undecided')
      );
    const declared = filledText(document.metadata, 'framework');
    return declared === '' ? onlyControlFramework(view.configuration) !== 'iso-27001' : !OTHER_FRAMEWORK.test(declared);
  });
}

/** The controls a decision is about: one, or all of a range such as `A.6.2.2–A.6.2.8`. */
export function controlsOf(row: Row): readonly string[] {
  const written = row.fields.get(row.definition?.identity ?? 'id')?.text ?? '';
  const parts = splitIds(written).map((token) => readControlId(token.text).id);
  return parts.length > 1 && parts.every((part) => /^A\.\d+(?:\.\d+)+$/.test(part)) ? parts : [row.id];
}

/** The control that an id without its letter, or with the letter of the guidance, most likely means. */
export function meantControl(view: WorkspaceView, id: string): string | undefined {
  const number = /^(?:B[. ]?)?(\d{1,2}(?:\.\d{1,2}){1,2})\b/.exec(id.trim())?.[1];
  return number !== undefined && view.catalogue.controls.has(`A.${number}`) ? `A.${number}` : undefined;
}

/** The systems a row is about; undefined where it is about all of them. */
function systemsOf(row: Row): ReadonlySet<string> | undefined {
  const systems = valuesOf(row, 'systems').map(foldId);
  return systems.length === 0 || systems.includes('all') ? undefined : new Set(systems);
}

/** True where two rows can be about the same system. */
export function overlap(one: Row, other: Row): boolean {
  const [mine, theirs] = [systemsOf(one), systemsOf(other)];
  return mine === undefined || theirs === undefined || [...mine].some((system) => theirs.has(system));
}

/** True where another decision of the document includes the same control, for other systems. */
export function isIncludedElsewhere(document: DocumentRecord, row: Row): boolean {
  return includedIn(document).some(
    (other) => other !== row && other.id === row.id && other.framework === row.framework,
  );
}

/** Whether the `controls` of a row name a control of our framework. */
export function namesControl(row: Row, control: string): boolean {
  const field = row.fields.get('controls');
  if (field?.state !== 'filled') return false;
  if (OTHER_FRAMEWORK.test(filledText(row, 'framework'))) return false;
  return field.items.some(
    (item) => item.value === control && !OTHER_FRAMEWORK.test(readControlId(item.text).framework ?? ''),
  );
}

/** Open risks that name a control, and those that the decision names. */
export function risksOf(view: WorkspaceView, decision: Row): readonly Row[] {
  const named = new Set(valuesOf(decision, 'risks').map(foldId));
  return view
    .rows('risk')
    .filter(
      (risk) => isOpen(risk) && (namesControl(risk, decision.id) || (risk.id !== '' && named.has(foldId(risk.id)))),
    );
}

/** Rows of a treatment plan that name a control and are not cancelled. */
export function treatmentsOf(view: WorkspaceView, control: string): readonly Row[] {
  return view.rows('treatment').filter((row) => valueOf(row, 'status') !== 'cancelled' && namesControl(row, control));
}

function isOpen(risk: Row): boolean {
  return valueOf(risk, 'status') !== 'closed';
}

/**
 * The clause that asks for a control's outcome by itself, so that excluding the control changes nothing. The catalogue
 * shows it: the control lists the clause first, is named after it, and the clause asks for a document.
 */
export function clauseAskingFor(view: WorkspaceView, control: Control): Clause | undefined {
  const clause = view.catalogue.clauses.get(control.clauses[0] ?? '');
  if (!clause || clause.heading_only || clause.required !== 'yes') return undefined;
  return control.title.toLowerCase().startsWith(clause.title.toLowerCase()) ? clause : undefined;
}

/** True where a decision is about Annex A of our framework, or nothing says what it is about. */
export function isAnnexRow(row: Row): boolean {
  return row.framework === HOME_FRAMEWORK;
}

/**
 * Reports each row that lacks something; where every row of a longer list lacks it, because there is no column for it,
 * one report for the whole list (message `all`) says the same in fewer words.
 */
export function* eachOrAll(
  document: DocumentRecord,
  rows: readonly Row[],
  field: string,
  one: (row: Row) => Omit<Report, 'at'> | undefined,
  place = field,
): Iterable<Report> {
  const found = rows.flatMap((row) => {
    const report = one(row);
    return report ? [{ row, report }] : [];
  });
  const first = found[0];
  if (first && found.length >= 3 && found.length === rows.length && rows.every((row) => !isFilled(row, field))) {
    yield { ...first.report, at: listOf(document), message: 'all', data: { count: found.length }, references: [] };
    return;
  }
  for (const { row, report } of found) yield { ...report, at: onField(row, place) };
}

/** The list of decisions as a place: its key, or the header of the first table. */
export function listOf(document: DocumentRecord): Place {
  return onList(document, document.kind.rows[0]?.list ?? 'controls');
}
