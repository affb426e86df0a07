import { needsApproval } from '../../kinds/metadata';
import type { DocumentRecord } from '../../kinds/record';
import type { Report } from '../../workspace/finding';
import { matchesHolder, roleHolders } from '../../workspace/holders';
import { filledText, foldName, isFilled, valueOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { documentName, enumerate, rowName } from '../../workspace/wording';
import type { WorkspaceView } from '../../workspace/workspace-view';
import { defineRule } from '../rule';

export default defineRule({
  id: 'document/approval-incomplete',
  scope: 'document',
  where: ({ status, rows }) => status === 'approved' || rows.length > 0,
  severity: 'error',
  references: ['7.5.2'],
  looksAround: true,
  messages: {
    missing:
      '{document} says "approved", but not {missing}. An approval is somebody\'s decision on a day: let the person who approved it add that, or set the document back to in_review.',
    holder:
      '"{person}" approved {document}, but nobody of that name or role stands in the roles. Check the name, or add the role.',
    accepted:
      '"{person}" accepted {row}, but nobody of that name or role stands in the roles. Check the name, or add the role.',
  },
  *check(document, view) {
    yield* acceptedBy(document, view);
    if (!needsApproval(document.kind) || document.status !== 'approved') return;
    const { metadata } = document;
    const unreadable = metadata.fields.get('approved_on')?.problem !== undefined;
    const missing: string[] = [];
    if (!isFilled(metadata, 'approved_by')) missing.push('by whom');
    if (valueOf(metadata, 'approved_on') === '' && !unreadable) missing.push('when');
    if (missing.length > 0) {
      const field = metadata.fields.has('status') ? 'status' : 'kind';
      yield {
        at: onField(metadata, field),
        message: 'missing',
        data: { document: documentName(document), missing: enumerate(missing) },
      };
      return;
    }
    const person = filledText(metadata, 'approved_by');
    if (isKnown(view, person)) return;
    yield {
      at: onField(metadata, 'approved_by'),
      message: 'holder',
      data: { person, document: documentName(document) },
      severity: 'information',
    };
  },
});

/** Who accepted a risk and stands nowhere in the roles, each once per document. */
function* acceptedBy(document: DocumentRecord, view: WorkspaceView): Generator<Report, void, void> {
  const seen = new Set<string>();
  for (const row of document.rows) {
    const person = row.entity === 'risk' ? filledText(row, 'accepted_by') : '';
    if (person === '' || seen.has(foldName(person))) continue;
    seen.add(foldName(person));
    if (isKnown(view, person)) continue;
    yield {
      at: onField(row, 'accepted_by'),
      message: 'accepted',
      data: { person, row: rowName(row) },
      severity: 'information',
    };
  }
}

/** True for who stands among the roles, and for everybody where no roles are written down. */
function isKnown(view: WorkspaceView, person: string): boolean {
  const holders = roleHolders(view);
  return holders.length === 0 || matchesHolder(person, holders) || isBody(person);
}

/** A board or a committee approves without standing among the roles. */
function isBody(person: string): boolean {
  return /\b(?:board|committee|council|management|directors?|executives?|leadership|team|vorstand|geschäftsführung|geschäftsleitung|ausschuss|gremium|direction|comité|consejo|dirección|directie|bestuur)\b/i.test(
    person,
  );
}
