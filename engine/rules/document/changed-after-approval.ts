import { needsApproval } from '../../kinds/metadata';
import { plainVersion } from '../../kinds/read-document-control';
import type { DocumentRecord } from '../../kinds/record';
import { changedContent } from '../../workspace/approved-content';
import { filledText, foldName, valueOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { documentName, enumerate } from '../../workspace/wording';
import { defineRule } from '../rule';

const MOST_PARTS = 4;

export default defineRule({
  id: 'document/changed-after-approval',
  scope: 'comparison',
  severity: 'warning',
  references: ['7.5.2', '7.5.3'],
  messages: {
    changed:
      '{document} has changed, and still names the approval of {date} that it had before: {parts}. Have the change approved and write who approved it and when, or set the document to in_review until then.',
    version:
      '{document} is now version {version}, and still names the approval of {date} that version {earlier} had. Changed: {parts}. If the new version was approved as well, write who approved it and when.',
  },
  *check({ now, before }) {
    const [document, earlier] = [now.record, before.record];
    if (!isApproved(document) || !isApproved(earlier)) return;
    if (!document.complete || !earlier.complete) return;
    const date = valueOf(document.metadata, 'approved_on');
    if (date !== valueOf(earlier.metadata, 'approved_on') || approver(document) !== approver(earlier)) return;
    const parts = changedContent({ now, before });
    if (parts.length === 0) return;
    const [version, old] = [document, earlier].map(({ metadata }) => filledText(metadata, 'version')) as [
      string,
      string,
    ];
    const isNew = plainVersion(version) !== plainVersion(old);
    const more = parts.length - MOST_PARTS;
    const shown = more > 1 ? [...parts.slice(0, MOST_PARTS), `${more} more places`] : parts;
    const data = { document: documentName(document), date, parts: enumerate(shown) };
    const at = onField(document.metadata, 'approved_on');
    if (isNew && version !== '' && old !== '')
      yield { at, message: 'version', data: { ...data, version, earlier: old }, severity: 'information' };
    else yield { at, message: 'changed', data };
  },
});

/** True for a document that says who approved it and when. */
function isApproved({ kind, status, metadata }: DocumentRecord): boolean {
  return needsApproval(kind) && status === 'approved' && valueOf(metadata, 'approved_on') !== '';
}

function approver({ metadata }: DocumentRecord): string {
  return foldName(filledText(metadata, 'approved_by'));
}
