import { isBlank, rowsAbout } from '../../workspace/document-rows';
import { valueOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'system/scope-reason',
  scope: 'document',
  about: 'system',
  rowByRow: true,
  severity: 'warning',
  references: ['4.3'],
  messages: {
    found:
      '{system} is left out of the scope, but nothing says why. Write the reason; until then it is treated as in scope (clause 4.3).',
  },
  *check(document) {
    for (const system of rowsAbout(document, 'system')) {
      if (valueOf(system, 'in_scope') !== 'false' || !isBlank(system, 'scope_reason')) continue;
      yield {
        at: onField(system, 'in_scope'),
        message: 'found',
        data: { system: rowName(system) },
      };
    }
  },
});
