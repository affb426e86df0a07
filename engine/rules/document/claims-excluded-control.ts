import { isInForce } from '../../workspace/evidence';
import { foldId, valueOf, valuesOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { controlFramework } from '../../workspace/references';
import { documentName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'document/claims-excluded-control',
  scope: 'workspace',
  severity: 'warning',
  references: ['6.1.3'],
  reads: 'all',
  messages: {
    found:
      '{document} says that it serves {control}, but the Statement of Applicability excludes {control}. Either the exclusion or this line is out of date.',
    decision: 'The exclusion.',
  },
  *check(view) {
    for (const document of view.documents) {
      if (document.kind.kind === 'statement-of-applicability' || !isInForce(view, document)) continue;
      const field = document.metadata.fields.get('controls');
      for (const item of field?.items ?? []) {
        const framework = controlFramework(document, view, item);
        const decisions = view.decisions(framework).filter((row) => foldId(row.id) === foldId(item.value));
        const excluded = decisions.find((row) => valueOf(row, 'applicable') === 'false');
        const partly =
          decisions.some((row) => valueOf(row, 'applicable') !== 'false') ||
          (excluded && valuesOf(excluded, 'systems').some((system) => foldId(system) !== 'all'));
        if (!excluded || partly) continue;
        const data = { document: documentName(document), control: item.value };
        const related = [{ at: onField(excluded, 'applicable'), message: 'decision' }];
        yield {
          at: onField(document.metadata, 'controls', item),
          message: 'found',
          data,
          related,
          references: [item.value],
        };
      }
    }
  },
});
