import type { Row } from '../../kinds/record';
import { isBlank, lacking, rowsAbout } from '../../workspace/document-rows';
import { isActiveInUse } from '../../workspace/named-systems';
import { filledText, valueOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { suppliersOf } from '../../workspace/suppliers';
import { rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'supplier/no-due-diligence',
  scope: 'document',
  about: 'supplier',
  looksAround: true,
  severity: 'warning',
  references: ['A.10.3'],
  messages: {
    row: '{supplier} delivers to {system}, which is in use, but nothing says how you checked it. Write what you checked and what came of it (A.10.3).',
    dated:
      '{supplier} delivers to {system}, which is in use, and was checked on {date}, but nothing says with what result. Write what you checked and what came of it (A.10.3).',
    none: 'For none of the {count} suppliers here that deliver to AI systems in use it is said how you checked them. Write for each what you checked and what came of it (A.10.3).',
    failed:
      '{supplier} delivers to {system}, which is in use, although the check of it reads "{result}". Settle it with the supplier or stop using what it delivers; if it passed since, write that (A.10.3).',
  },
  *check(document, view) {
    const suppliers = rowsAbout(document, 'supplier').filter((row) => isBlank(row, 'due_diligence') || isFailed(row));
    if (suppliers.length === 0) return;
    const users = suppliersOf(view, view.systems.filter(isActiveInUse));
    const serving = rowsAbout(document, 'supplier').filter((row) => users.has(row));
    const named = (row: Row) => ({ supplier: rowName(row), system: rowName(users.get(row) ?? row) });
    yield* lacking(document, serving, 'due_diligence', (row) => {
      const date = valueOf(row, 'due_diligence_on');
      return { message: date === '' ? 'row' : 'dated', data: { ...named(row), date } };
    });
    for (const row of serving.filter(isFailed)) {
      yield {
        at: onField(row, 'due_diligence'),
        message: 'failed',
        data: { ...named(row), result: firstWords(filledText(row, 'due_diligence')) },
      };
    }
  },
});

const FAILED =
  /^(?:❌|🔴|(?:(?:result|outcome|status|decision|ergebnis|résultat|resultado|resultaat)\s*[:–—-]\s*)?(?:failed|rejected|not (?:passed|approved|accepted)|declined|abgelehnt|nicht (?:bestanden|freigegeben)|durchgefallen|refusée?|rejetée?|échoué|rechazad[oa]|no (?:superad[oa]|aprobad[oa])|afgewezen|niet (?:geslaagd|goedgekeurd))(?![\p{L}\p{N}])|不合格|却下)/iu;
const PASSED_SINCE =
  /(?<![\p{L}\p{N}])(?<!not )(?<!nicht )(?:passed|approved|accepted|bestanden|freigegeben|accepté|aprobad[oa]|geslaagd|goedgekeurd)(?![\p{L}\p{N}])/iu;

/** True where the check reads as failed. What passed later, and was written behind it, did not fail. */
function isFailed(row: Row): boolean {
  const text = filledText(row, 'due_diligence').replace(/[*_`]/g, '').trim();
  const verdict = FAILED.exec(text)?.[0];
  return verdict !== undefined && !PASSED_SINCE.test(text.slice(verdict.length));
}

function firstWords(text: string): string {
  const [sentence = text] = text.split(/[.;\n]/);
  return sentence.length <= 50 ? sentence.trim() : `${sentence.slice(0, 49).trimEnd()}…`;
}
