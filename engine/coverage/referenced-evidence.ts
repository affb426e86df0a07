import { HOME_FRAMEWORK } from '../catalogue/catalogue';
import type { DocumentRecord, Item, Row } from '../kinds/record';
import { isForeign } from '../workspace/decisions';
import { isLive } from '../workspace/document-status';
import { documentDate, linkedItem, linkedTo, reviewDue } from '../workspace/evidence';
import type { Place } from '../workspace/finding';
import { filledText, valueOf } from '../workspace/names';
import { onField, onRow } from '../workspace/places';
import type { Resolution } from '../workspace/resolve';
import type { Snapshot } from '../workspace/snapshot';
import { rowName } from '../workspace/wording';
import type { WorkspaceView } from '../workspace/workspace-view';

/** Who refers to something as evidence, and in which field. */
export interface EvidenceUse {
  /** The control, or the row's id: `A.6.2.4`, `SUP-001`. */
  readonly subject: string;
  /** What kind of thing it is, such as `control` or `Supplier`. */
  readonly about: string;
  /** The field it is named in; `controls` where the document itself names the control. */
  readonly field: string;
  readonly at: Place;
}

/** Something that the Statement of Applicability or a register refers to as evidence. */
export interface ReferencedEvidence {
  /** The root-relative path, the address, or what is written where it leads nowhere. */
  readonly target: string;
  /** `file`: a file of the root. `web`: an address, which nobody opened. `outside`: a file that does not lie in the root. */
  readonly there: 'file' | 'missing' | 'outside' | 'folder' | 'web' | 'words';
  /** The document it is, where it is one of ours. */
  readonly document: DocumentRecord | undefined;
  /** ISO date; empty where undated. */
  readonly date: string;
  /** ISO date up to which it counts, or by which it is to be reviewed; empty where nothing says so. */
  readonly until: string;
  readonly uses: readonly EvidenceUse[];
}

/** Fields that name what shows something; others name what a row is about. */
const FIELDS = ['evidence', 'implementation', 'contract', 'report'];

/** Rows that list documents for their own sake. */
const LISTS = ['document-entry', 'external-document', 'process'];

type Found = Omit<ReferencedEvidence, 'uses'> & { readonly use: EvidenceUse };

/** All evidence that is referred to, by target; what stands in the root first, sorted by path. */
export function referencedEvidence(snapshot: Snapshot): readonly ReferencedEvidence[] {
  return snapshot.remember(referencedEvidence, () => {
    const { view } = snapshot;
    const byTarget = new Map<string, { first: Found; uses: EvidenceUse[] }>();
    for (const found of findEvidence(view)) {
      const key = `${found.there}\u0000${found.target}`;
      const known = byTarget.get(key);
      if (!known) byTarget.set(key, { first: found, uses: [found.use] });
      else {
        if (found.date > known.first.date) known.first = found;
        known.uses.push(found.use);
      }
    }
    const order = ['file', 'missing', 'outside', 'folder', 'web', 'words'];
    return [...byTarget.values()]
      .map(({ first: { use: _, ...rest }, uses }) => ({ ...rest, uses }))
      .sort((a, b) => order.indexOf(a.there) - order.indexOf(b.there) || (a.target < b.target ? -1 : 1));
  });
}

function* findEvidence(view: WorkspaceView): Generator<Found, void, void> {
  for (const document of view.documents) {
    if (!isLive(document)) continue;
    for (const row of document.rows) {
      if (row.unfilled || LISTS.includes(row.entity)) continue;
      if (row.entity === 'control-decision') {
        if (isForeign(row)) continue;
        for (const linked of linkedTo(view, row)) {
          if (linked.item) continue;
          if (linked.document) yield ofDocument(view, linked.document, useOf(row, 'controls'));
        }
      }
      for (const field of FIELDS) {
        for (const item of row.fields.get(field)?.state === 'filled' ? (row.fields.get(field)?.items ?? []) : []) {
          const found = ofItem(view, row, field, item);
          if (found) yield found;
        }
      }
    }
  }
}

function useOf(row: Row, field: string, item?: Item): EvidenceUse {
  const isControl = row.entity === 'control-decision';
  return {
    subject: isControl ? row.id : rowName(row),
    about: isControl ? (row.framework === HOME_FRAMEWORK ? 'control' : 'own control') : (row.definition?.title ?? ''),
    field,
    at: field === 'controls' ? onRow(row) : onField(row, field, item),
  };
}

function ofItem(view: WorkspaceView, row: Row, field: string, item: Item): Found | undefined {
  const definition = row.fields.get(field)?.definition;
  if (!definition?.refersTo) return undefined;
  const use = useOf(row, field, item);
  if (field !== 'evidence' && field !== 'implementation')
    return ofResolution(view, item, view.resolve(row.path, item, definition), use, '', '');
  const { resolution, date, until } = linkedItem(view, row, field, item);
  // How something is done may be said in words; evidence in words alone shows nothing that could be opened.
  if (!resolution || (resolution.type === 'text' && field === 'implementation')) return undefined;
  return ofResolution(view, item, resolution, use, date, until);
}

function ofResolution(
  view: WorkspaceView,
  item: Item,
  resolution: Resolution,
  use: EvidenceUse,
  date: string,
  until: string,
): Found | undefined {
  const written = item.link ?? item.text;
  const plain = { document: undefined, date, until, use };
  switch (resolution.type) {
    case 'named':
      return ofDocument(view, resolution.named.document, use, date, until);
    case 'file':
      if (resolution.document) return ofDocument(view, resolution.document, use, date, until);
      return { ...plain, target: resolution.path, there: view.paths.has(resolution.path) ? 'file' : 'outside' };
    case 'external':
      return { ...plain, target: resolution.url, there: 'web' };
    case 'outside':
      return { ...plain, target: resolution.path, there: 'outside' };
    case 'folder':
      return { ...plain, target: resolution.path, there: 'folder' };
    case 'unresolved':
      return { ...plain, target: written, there: 'missing' };
    case 'wrong-kind':
    case 'ambiguous':
    case 'text':
      return { ...plain, target: written, there: 'words' };
    case 'all':
      return undefined;
  }
}

function ofDocument(view: WorkspaceView, document: DocumentRecord, use: EvidenceUse, date = '', until = ''): Found {
  const due =
    document.kind.class === 'governing' ? reviewDue(view, document) : valueOf(document.metadata, 'next_review');
  return {
    target: document.path,
    there: 'file',
    document,
    date: date || documentDate(document),
    until: until || due,
    use,
  };
}

/** The title of a piece of evidence where it is a document with one; else empty. */
export function evidenceTitle({ document }: Pick<ReferencedEvidence, 'document'>): string {
  return document ? document.title || filledText(document.metadata, 'title') : '';
}
