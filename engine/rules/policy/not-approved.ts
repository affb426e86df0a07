import { isDraft } from '../../workspace/document-status';
import { onField, onRow } from '../../workspace/places';
import { documentsReliedOn } from '../../workspace/reliance';
import { documentName, rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'policy/not-approved',
  scope: 'workspace',
  reads: 'all',
  severity: 'warning',
  references: ['5.2', '7.5.2', 'A.2.2'],
  messages: {
    relied:
      '{policy} is not approved yet, but {control} is said to be in place because of it. Have it approved, with name and date.',
    draft: '{policy} is not approved yet; it counts once it is, with name and date.',
    control: '{control} rests on it.',
  },
  *check(view) {
    const relied = documentsReliedOn(view);
    for (const document of view.documentsOf('ai-policy', 'policy')) {
      if (!document.headComplete || !isDraft(document)) continue;
      const control = relied.get(document);
      const data = { policy: documentName(document), control: control ? rowName(control) : '' };
      const related = control ? [{ at: onRow(control), message: 'control', data }] : [];
      const at = onField(document.metadata, 'status');
      yield {
        at,
        message: control ? 'relied' : 'draft',
        data,
        related,
        severity: control ? 'warning' : 'information',
        final: true,
      };
    }
  },
});
