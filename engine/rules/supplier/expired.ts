import type { Row } from '../../kinds/record';
import { rowsAbout } from '../../workspace/document-rows';
import { isPast } from '../../workspace/due';
import { isActiveInUse } from '../../workspace/named-systems';
import { filledText, valueOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { suppliersOf } from '../../workspace/suppliers';
import { rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'supplier/expired',
  scope: 'document',
  about: 'supplier',
  looksAround: true,
  severity: 'warning',
  references: ['A.10.2', 'A.10.3'],
  messages: {
    found:
      'The contract with {supplier} ended on {until}, but it delivers to {system}, which is in use. Renew the contract or change the supplier, then correct the entry; without a contract nobody answers for what is delivered (A.10.2).',
  },
  *check(document, view) {
    const ended = rowsAbout(document, 'supplier').filter((row) => {
      const until = valueOf(row, 'contract_until');
      return isPast(view, until) && !renewsItself(row);
    });
    if (ended.length === 0) return;
    const users = suppliersOf(view, view.systems.filter(isActiveInUse));
    for (const supplier of ended) {
      const system = users.get(supplier);
      if (!system) continue;
      yield {
        at: onField(supplier, 'contract_until'),
        message: 'found',
        data: { supplier: rowName(supplier), until: valueOf(supplier, 'contract_until'), system: rowName(system) },
      };
    }
  },
});

const RENEWS =
  /\b(?:auto(?:matic(?:ally)?)?[- ]?(?:renew|extend|prolong)|(?:renew|extend|prolong)(?:s|ed|al)? (?:itself|automatically)|evergreen|rolling contract|open-ended|verlängert sich|automatische verlängerung|unbefristet|tacite reconduction|reconduction tacite|renouvellement automatique|prórroga tácita|renovación automática|(?:automatisch|stilzwijgend)e? verleng)|自動更新/iu;

/** The day of a contract that renews itself is the day of the next decision, not its end. */
function renewsItself(supplier: Row): boolean {
  return ['contract_until', 'contract'].some((field) => RENEWS.test(filledText(supplier, field)));
}
