import { isBlank, rowsAbout } from '../../workspace/document-rows';
import { isActive } from '../../workspace/named-systems';
import { valueOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { suppliersOf } from '../../workspace/suppliers';
import { rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'supplier/no-contract',
  scope: 'document',
  about: 'supplier',
  looksAround: true,
  severity: 'warning',
  references: ['A.10.2', 'A.10.3'],
  messages: {
    found:
      '{supplier} delivers to {system}, whose tier is high, but no contract is named. Name the contract that settles who answers for what (A.10.2).',
  },
  *check(document, view) {
    const suppliers = rowsAbout(document, 'supplier').filter((row) => isBlank(row, 'contract'));
    if (suppliers.length === 0) return;
    const high = view.systems.filter((system) => isActive(system) && valueOf(system, 'ai_act.tier') === 'high');
    const serving = suppliersOf(view, high);
    for (const supplier of suppliers) {
      const system = serving.get(supplier);
      if (system)
        yield {
          at: onField(supplier, 'contract'),
          message: 'found',
          data: { supplier: rowName(supplier), system: rowName(system) },
        };
    }
  },
});
