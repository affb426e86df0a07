import { isBlank, rowsAbout } from '../../workspace/document-rows';
import { valueOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'dataset/personal-data-without-basis',
  scope: 'document',
  about: 'dataset',
  severity: 'warning',
  references: ['A.7.2', 'A.7.3'],
  messages: {
    found:
      '{dataset} holds personal data, but nothing says on what legal ground it is used. Name it, such as consent or contract; your data protection officer knows it (A.7.2).',
  },
  *check(document) {
    for (const dataset of rowsAbout(document, 'dataset')) {
      if (valueOf(dataset, 'personal_data') !== 'true' || !isBlank(dataset, 'legal_basis')) continue;
      yield {
        at: onField(dataset, 'personal_data'),
        message: 'found',
        data: { dataset: rowName(dataset) },
      };
    }
  },
});
