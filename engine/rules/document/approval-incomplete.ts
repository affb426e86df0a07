import { needsApproval } from '../../kinds/metadata';
import { matchesHolder, roleHolders } from '../../workspace/holders';
import { filledText, isFilled, valueOf } from '../../workspace/names';
import { documentName, enumerate } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'document/approval-incomplete',
  scope: 'document',
  severity: 'error',
  references: ['7.5.2'],
  looksAround: true,
  messages: {
    missing:
      '{document} says "approved", but not {missing}. An approval is somebody\'s decision on a day: let the person who approved it add that, or set the document back to in_review.',
    holder:
      '"{person}" approved {document}, but nobody of that name or role stands in the roles. Check the name, or add the role.',
  },
  *check(document, view) {
    if (!needsApproval(document.kind) || document.status !== 'approved') return;
    const { metadata } = document;
    const unreadable = metadata.fields.get('approved_on')?.problem !== undefined;
    const missing: string[] = [];
    if (!isFilled(metadata, 'approved_by')) missing.push('by whom');
    if (valueOf(metadata, 'approved_on') === '' && !unreadable) missing.push('when');
    if (missing.length > 0) {
      const field = metadata.fields.has('status') ? 'status' : 'kind';
      yield {
        at: { on: 'field', row: metadata, field },
        message: 'missing',
        data: { document: documentName(document), missing: enumerate(missing) },
      };
      return;
    }
    const person = filledText(metadata, 'approved_by');
    const holders = roleHolders(view);
    if (holders.length === 0 || matchesHolder(person, holders) || isBody(person)) return;
    yield {
      at: { on: 'field', row: metadata, field: 'approved_by' },
      message: 'holder',
      data: { person, document: documentName(document) },
      severity: 'information',
    };
  },
});

/** A board or a committee approves without standing among the roles. */
function isBody(person: string): boolean {
  return /\b(?:board|committee|council|management|directors?|executives?|leadership|team|vorstand|geschäftsführung|geschäftsleitung|ausschuss|gremium|direction|comité|consejo|dirección|directie|bestuur)\b/i.test(
    person,
  );
}
