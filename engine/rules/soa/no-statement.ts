import { STATEMENT, statements } from '../../workspace/decisions';
import { defineRule } from '../rule';

export default defineRule({
  id: 'soa/no-statement',
  scope: 'workspace',
  reads: 'all',
  severity: 'error',
  references: ['6.1.3'],
  messages: {
    none: 'There is no Statement of Applicability. Clause 6.1.3 asks for one: it says for each control of Annex A whether it applies, and why. Create one and decide control by control.',
    template:
      'The only Statement of Applicability, {path}, is a template or retired, and so it counts for nothing. Clause 6.1.3 asks for one of your own: copy it, fill it in and keep it where your documents are.',
  },
  *check(view) {
    if (!view.configuration.present || view.incompleteOf(STATEMENT)) return;
    const others = view.documents.some(
      (document) => document.kind.kind !== STATEMENT && document.status !== 'template',
    );
    if (!others || statements(view).length > 0) return;
    const idle = view.documents.find(
      (document) =>
        document.kind.kind === STATEMENT && (document.status === 'template' || document.status === 'retired'),
    );
    const at = { on: 'file' as const, path: 'aims.yaml' };
    yield idle ? { at, message: 'template', data: { path: idle.path } } : { at, message: 'none' };
  },
});
