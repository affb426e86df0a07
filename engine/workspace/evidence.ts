import { reviewPeriod } from '../configuration/configuration';
import { addPeriod, readDate } from '../kinds/dates';
import { needsApproval } from '../kinds/metadata';
import type { DocumentRecord, Item, Row } from '../kinds/record';
import { isDraft } from './document-status';
import { isPast } from './due';
import { foldId, isFilled, valueOf, valuesOf } from './names';
import { documentsNaming } from './references';
import type { Resolution } from './resolve';
import type { WorkspaceView } from './workspace-view';

/** Something that is linked to a control: an evidence item, an implementation link, a document that names the control. */
export interface Linked {
  readonly from: 'evidence' | 'implementation' | 'controls';
  readonly item: Item | undefined;
  readonly resolution: Resolution | undefined;
  readonly document: DocumentRecord | undefined;
  /** What it is as evidence. A governing document shows intention; the others show practice. */
  readonly role: 'governing' | 'record' | 'register' | 'row' | 'file' | 'external' | 'text' | 'nothing';
  /** How far it can be relied on today. `present`: it is there and time plays no part. */
  readonly state:
    | 'missing'
    | 'incomplete'
    | 'template'
    | 'draft'
    | 'retired'
    | 'overdue'
    | 'current'
    | 'past'
    | 'undated'
    | 'circular';
  /** ISO date of the evidence; empty where undated. */
  readonly date: string;
  /** The last day on which it is current; empty where nothing says so. */
  readonly until: string;
}

/** Everything linked to a control decision (design: coverage, "Linked"). */
export function linkedTo(view: WorkspaceView, decision: Row): Linked[] {
  const linked: Linked[] = [];
  for (const from of ['evidence', 'implementation'] as const) {
    for (const item of decision.fields.get(from)?.items ?? []) {
      const found = linkedItem(view, decision, from, item);
      if (found.role !== 'text' || from === 'evidence') linked.push(found);
    }
  }
  for (const document of documentsNaming(view, decision)) {
    if (document.kind.kind === 'statement-of-applicability' || linked.some((other) => other.document === document))
      continue;
    linked.push({ from: 'controls', item: undefined, resolution: undefined, ...judgeDocument(view, document, '') });
  }
  return linked;
}

/** Judges one item of `evidence` or `implementation`. */
export function linkedItem(view: WorkspaceView, row: Row, from: 'evidence' | 'implementation', item: Item): Linked {
  const field = row.fields.get(from)?.definition;
  const base = { from, item, document: undefined, date: '', until: '' };
  if (!field) return { ...base, resolution: undefined, role: 'nothing', state: 'missing' };
  const resolution = view.resolve(row.path, item, field);
  const written = item.parts.get('date')?.text ?? '';
  const own = written === '' ? '' : readDate(written).iso;
  const until = readDate(item.parts.get('valid_until')?.text ?? '').iso;
  switch (resolution.type) {
    case 'external':
      return { ...base, resolution, role: 'external', ...age(view, own, until) };
    case 'file': {
      if (
        resolution.path === row.path ||
        /(?:^|\/)aims(?:-baseline)?\.yaml$/.test(resolution.path) ||
        resolution.document?.kind.kind === 'document-register'
      ) {
        return { ...base, resolution, document: resolution.document, role: 'register', state: 'circular' };
      }
      if (resolution.document)
        return { from, item, resolution, ...judgeDocument(view, resolution.document, own, until) };
      return { ...base, resolution, role: 'file', ...age(view, own || dateInName(resolution.path), until) };
    }
    case 'named': {
      const { named } = resolution;
      if (named.row === row || named.document.path === row.path)
        return { ...base, resolution, document: named.document, role: 'row', state: 'circular' };
      if (named.row === named.document.metadata)
        return { from, item, resolution, ...judgeDocument(view, named.document, own, until) };
      const dated =
        own ||
        ['date', 'closed_on', 'due_diligence_on', 'held_on']
          .map((name) => valueOf(named.row, name))
          .find((date) => date !== '') ||
        documentDate(named.document);
      return { ...base, resolution, document: named.document, role: 'row', ...age(view, dated, until) };
    }
    case 'unresolved':
      return { ...base, resolution, role: 'nothing', state: 'missing' };
    case 'outside':
      return { ...base, resolution, role: 'file', ...age(view, own, until) };
    case 'folder':
    case 'wrong-kind':
    case 'ambiguous':
    case 'all':
      return { ...base, resolution, role: 'nothing', state: 'missing' };
    case 'text':
      return { ...base, resolution, role: 'text', ...age(view, own, until) };
  }
}

/** The date of a document as evidence. */
export function documentDate(document: DocumentRecord): string {
  const fields = ['assessed_on', 'held_on', 'reviewed', 'approved_on', 'date'];
  return (
    fields.map((field) => valueOf(document.metadata, field)).find((date) => date !== '') ?? dateInName(document.path)
  );
}

/** True where a governing document is valid today (design: coverage, "In force"). */
export function isInForce(view: WorkspaceView, document: DocumentRecord): boolean {
  if (document.status !== 'approved' || !document.headComplete || view.isSuperseded(document)) return false;
  const approved = valueOf(document.metadata, 'approved_on');
  return (
    isFilled(document.metadata, 'approved_by') &&
    approved !== '' &&
    approved <= view.today &&
    document.placeholders.length === 0
  );
}

/** The last day on which a governing document counts as reviewed; empty where nothing says so. */
export function reviewDue(view: WorkspaceView, document: DocumentRecord): string {
  const next = valueOf(document.metadata, 'next_review');
  if (next !== '') return next;
  const approved = valueOf(document.metadata, 'approved_on') || valueOf(document.metadata, 'reviewed');
  return approved === '' ? '' : addPeriod(approved, reviewPeriod(view.configuration, document.kind.kind));
}

type Judged = Pick<Linked, 'document' | 'role' | 'state' | 'date' | 'until'>;

function judgeDocument(view: WorkspaceView, document: DocumentRecord, own: string, ownUntil = ''): Judged {
  const role = document.kind.class;
  const date = own || documentDate(document);
  const base = { document, role, date, until: '' };
  if (!document.complete) return { ...base, state: 'incomplete' };
  if (document.status === 'template') return { ...base, state: 'template' };
  if (document.status === 'retired' || view.isSuperseded(document)) return { ...base, state: 'retired' };
  if (needsApproval(document.kind) && role === 'governing') {
    if (!isInForce(view, document))
      return {
        ...base,
        state: hasOnlyPlaceholders(document) ? 'template' : 'draft',
      };
    const until = reviewDue(view, document);
    return { ...base, until, state: isPast(view, until) ? 'overdue' : 'current' };
  }
  // A date alone does not make a record of a template.
  if (hasOnlyPlaceholders(document)) return { ...base, state: 'template' };
  if (isDraft(document)) return { ...base, state: 'draft' };
  return { ...base, ...age(view, date, ownUntil || valueOf(document.metadata, 'valid_until')) };
}

/** True where nothing in a document is filled in yet; a record that is all fields in YAML is never taken for that. */
export function hasOnlyPlaceholders(document: DocumentRecord): boolean {
  return (
    document.placeholders.length > 0 &&
    (document.kind.class === 'governing' || document.sections.length + document.rows.length > 0) &&
    document.sections.every((section) => section.content !== 'filled') &&
    document.rows.every((row) => row.unfilled)
  );
}

function age(
  view: WorkspaceView,
  date: string,
  validUntil: string,
): { state: 'current' | 'past' | 'undated'; date: string; until: string } {
  const until = validUntil || (date === '' ? '' : addPeriod(date, reviewPeriod(view.configuration, 'evidence')));
  if (until === '') return { state: 'undated', date, until };
  return { state: until >= view.today ? 'current' : 'past', date, until };
}

function dateInName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const match = /(?<!\d)(20\d{2})[-_.]?(\d{2})(?:[-_.]?(\d{2}))?(?!\d)/.exec(name);
  if (!match) return '';
  return readDate(match[3] ? `${match[1]}-${match[2]}-${match[3]}` : `${match[1]}-${match[2]}`).iso;
}

/** True where a document names a control or clause in its metadata. */
export function serves(document: DocumentRecord, field: 'controls' | 'clauses', id: string): boolean {
  return valuesOf(document.metadata, field).some((value) => foldId(value) === foldId(id));
}
