import { plainVersion } from '../../kinds/read-document-control';
import { filledText, valueOf } from '../../workspace/names';
import { onFact } from '../../workspace/places';
import { documentName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'document/history-newer-than-approval',
  scope: 'document',
  where: ({ status, history }) => status === 'approved' && history.length > 0,
  severity: 'warning',
  references: ['7.5.2'],
  messages: {
    later:
      'The change log of {document} goes on until {date}, after its approval on {approved}. Have the later change approved, or correct the date.',
    version:
      'The newest line of the change log is version {logged}, but {document} says version {version}. Bring the two together.',
  },
  *check(document) {
    const { metadata, path } = document;
    const dated = document.history.filter((entry) => entry.date !== '');
    const newest = dated.reduce<(typeof dated)[number] | undefined>(
      (best, entry) => (!best || entry.date >= best.date ? entry : best),
      undefined,
    );
    if (!newest) return;
    const approved = valueOf(metadata, 'approved_on');
    const at = onFact(path, newest);
    const version = filledText(metadata, 'version');
    if (approved !== '' && newest.date > approved) {
      yield { at, message: 'later', data: { document: documentName(document), date: newest.date, approved } };
    } else if (
      version !== '' &&
      !dated.some((entry) => entry.date === newest.date && plainVersion(entry.version) === plainVersion(version))
    ) {
      yield { at, message: 'version', data: { document: documentName(document), logged: newest.version, version } };
    }
  },
});
