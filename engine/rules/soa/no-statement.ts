import { STATEMENT, statements } from '../../workspace/decisions';
import { onFile } from '../../workspace/places';
import { defineRule } from '../rule';

export default defineRule({
  id: 'soa/no-statement',
  scope: 'workspace',
  reads: 'all',
  severity: 'error',
  references: ['6.1.3'],
  messages: {
    found:
      'The only Statement of Applicability here, {path}, is about another standard. Clause 6.1.3 of {framework} asks for one about Annex A of its own: create it and decide control by control.',
    other: 'A Statement of Applicability about another standard',
  },
  *check(view) {
    const { configuration } = view;
    if (!configuration.present || view.incompleteOf(STATEMENT)) return;
    if (configuration.frameworks.length > 0 && !configuration.frameworks.includes('iso-42001')) return;
    // Where there is no statement at all, clause/no-document says so.
    const foreign = view.documentsOf(STATEMENT)[0];
    const others = view.documents.some(
      (document) => document.kind.kind !== STATEMENT && document.status !== 'template',
    );
    if (!foreign || !others || statements(view).length > 0) return;
    yield {
      at: onFile('aims.yaml'),
      message: 'found',
      data: { path: foreign.path, framework: view.catalogue.frameworkName('iso-42001') },
      related: [{ at: onFile(foreign.path), message: 'other' }],
    };
  },
});
