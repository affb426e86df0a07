import { onFile } from '../../workspace/places';
import { defineRule } from '../rule';

export default defineRule({
  id: 'document/kind-undeclared',
  scope: 'document',
  where: ({ recognised }) => recognised === 'shape',
  severity: 'information',
  references: ['7.5.2'],
  messages: {
    found:
      'This was taken for: {title}, because of {why}. If that is right, declare its kind with "kind: {kind}" at the top; then a change of title or columns cannot lose it.',
    data: 'This was taken for: {title}, because of {why}. If that is right, declare its kind: list the file under "documents: {kind}:" in aims.yaml.',
  },
  *check(document) {
    const bare =
      document.language === 'csv' ||
      (document.language === 'yaml' &&
        document.metadata.fields.size === 0 &&
        document.rows.some((row) => row.block === 0));
    const data = { title: document.kind.title, kind: document.kind.kind, why: document.why };
    yield { at: onFile(document.path), message: bare ? 'data' : 'found', data };
  },
});
