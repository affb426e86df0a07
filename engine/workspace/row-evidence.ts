import type { DocumentRecord, Item, Row } from '../kinds/record';
import { decisionsIn, isInPlace, STATEMENT } from './decisions';
import { type Linked, linkedItem, linkedTo } from './evidence';
import { isFilled, valueOf } from './names';
import { documentsNaming } from './references';
import type { WorkspaceView } from './workspace-view';

/** An item of a row's evidence with what became of it. */
export type EvidenceItem = Linked & { readonly item: Item };

/** What a row gives as evidence, item by item. */
export function evidenceOf(
  view: WorkspaceView,
  row: Row,
  from: 'evidence' | 'implementation' = 'evidence',
): readonly EvidenceItem[] {
  const field = row.fields.get(from);
  if (field?.state !== 'filled') return [];
  return field.items.map((item) => ({ ...linkedItem(view, row, from, item), item }));
}

/** The decisions of a Statement of Applicability whose evidence matters today: included, and said to be in place or on the way. */
export function decisionsWithEvidence(document: DocumentRecord): readonly Row[] {
  if (document.kind.kind !== STATEMENT) return [];
  return decisionsIn(document).filter((row) => valueOf(row, 'applicable') === 'true' && isFilled(row, 'evidence'));
}

/** True for something that shows practice: it exists and is no mere intention. */
export function showsPractice(linked: Linked): boolean {
  return (
    ['record', 'register', 'row', 'file', 'external'].includes(linked.role) &&
    !['missing', 'template', 'circular'].includes(linked.state)
  );
}

/** True where a control is said to be in place, no evidence is given and no record is linked in any other way. */
export function lacksEvidence(view: WorkspaceView, row: Row): boolean {
  if (!isInPlace(row) || isFilled(row, 'evidence') || view.incompleteHead !== undefined) return false;
  return !linkedTo(view, row).some(showsPractice);
}

/** True where nothing says how a control is in place: no words of its own and no document that names it. */
export function lacksImplementation(view: WorkspaceView, row: Row): boolean {
  if (isFilled(row, 'implementation') || view.incompleteHead !== undefined) return false;
  return !documentsNaming(view, row).some(
    (document) => document.kind.kind !== STATEMENT && document.status !== 'template',
  );
}
