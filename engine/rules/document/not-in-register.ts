import { isLive } from '../../workspace/document-status';
import { onRow } from '../../workspace/places';
import { registeredDocuments } from '../../workspace/registered';
import { documentName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'document/not-in-register',
  scope: 'workspace',
  severity: 'warning',
  references: ['7.5.3'],
  reads: 'all',
  messages: {
    found:
      '{document} is not in the document register ({register}). Add it there, so that it is reviewed and found like the others.',
  },
  *check(view) {
    const [register] = view.documentsOf('document-register');
    if (!register || view.incompleteOf('document-register')) return;
    const registered = registeredDocuments(view);
    // A register that nobody has started, or whose entries lead nowhere here, lists documents that live elsewhere.
    if (!registered.some(({ document }) => document !== undefined)) return;
    const ids = new Set(registered.map(({ document }) => document?.id));
    for (const document of view.documents) {
      if (document.kind.class !== 'governing' || !isLive(document)) continue;
      if (ids.has(document.id)) continue;
      yield {
        at: onRow(document.metadata),
        message: 'found',
        data: { document: documentName(document), register: register.path },
      };
    }
  },
});
