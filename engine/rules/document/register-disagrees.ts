import { plainVersion } from '../../kinds/read-document-control';
import { filledText, valueOf } from '../../workspace/names';
import { onField, onRow } from '../../workspace/places';
import { registeredDocuments } from '../../workspace/registered';
import { documentName, shorten } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'document/register-disagrees',
  scope: 'workspace',
  severity: 'warning',
  references: ['7.5.3'],
  reads: 'all',
  messages: {
    version:
      'The register says version {here} of {document}, the document itself says {there}. Correct the one that is wrong.',
    status:
      'The register says that {document} is {here}, the document itself is {there}. Correct the one that is wrong.',
    document: 'The document itself.',
  },
  *check(view) {
    const twins = new Map<string, number>();
    for (const document of view.documents)
      if (document.metadata.id !== '') twins.set(document.id, (twins.get(document.id) ?? 0) + 1);
    for (const { row, document } of registeredDocuments(view)) {
      // Translations may stand at different versions; the register's one row cannot say so.
      if (!document || (twins.get(document.id) ?? 0) > 1 || !document.complete) continue;
      const related = [{ at: onRow(document.metadata), message: 'document' }];
      const [here, there] = [filledText(row, 'version'), filledText(document.metadata, 'version')];
      if (here !== '' && there !== '' && plainVersion(here) !== plainVersion(there)) {
        yield {
          at: onField(row, 'version'),
          message: 'version',
          data: { here: shorten(here), there: shorten(there), document: documentName(document) },
          related,
        };
      }
      const status = valueOf(row, 'status');
      if (
        status === '' ||
        document.status === 'none' ||
        status === document.status ||
        !['draft', 'in_review', 'approved', 'retired'].includes(status)
      )
        continue;
      const data = {
        here: status.replace('_', ' '),
        there: document.status.replace('_', ' '),
        document: documentName(document),
      };
      yield { at: onField(row, 'status'), message: 'status', data, related };
    }
  },
});
