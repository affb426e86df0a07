import type { Row } from '../../kinds/record';
import { isBlank, rowsAbout, rowsNamed } from '../../workspace/document-rows';
import { isActiveInUse } from '../../workspace/named-systems';
import { onField } from '../../workspace/places';
import { rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'model/no-version',
  scope: 'document',
  about: 'model',
  looksAround: true,
  severity: 'warning',
  references: ['A.6.2.3', '8.4'],
  messages: {
    found:
      '{model} is used by {system}, which is in use, but has no version. Write it: without one, a new model never shows that the impact assessment has to be looked at again (clause 8.4).',
  },
  *check(document, view) {
    const models = rowsAbout(document, 'model').filter((row) => isBlank(row, 'version'));
    if (models.length === 0) return;
    const users = new Map<Row, Row>();
    for (const system of view.systems.filter(isActiveInUse))
      for (const model of rowsNamed(view, system, 'models')) if (!users.has(model)) users.set(model, system);
    for (const model of models) {
      const system = users.get(model);
      if (system)
        yield {
          at: onField(model, 'version'),
          message: 'found',
          data: { model: rowName(model), system: rowName(system) },
        };
    }
  },
});
