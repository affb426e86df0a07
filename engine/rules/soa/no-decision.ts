import { aboutControl } from '../../workspace/control-report';
import { decisionsIn, isForeign, listOf, STATEMENT } from '../../workspace/decisions';
import { onField, onRow } from '../../workspace/places';
import { defineRule } from '../rule';

export default defineRule({
  id: 'soa/no-decision',
  scope: 'document',
  kinds: [STATEMENT],
  severity: 'error',
  references: ['6.1.3'],
  messages: {
    missing:
      'Nothing says whether {control} applies. Clause 6.1.3 asks for a decision on every control: say true or false, and why.',
    placeholder:
      'Whether {control} applies is still open ("{text}"). Clause 6.1.3 asks for a decision: say true or false, and why.',
    unfilled:
      '{count} controls have only their number so far: {controls}. Clause 6.1.3 asks for a decision on each of them: say whether it applies, and why.',
    all: 'Nothing in this list says whether the controls apply. Clause 6.1.3 asks for a decision on each of them: add a column "Applicable" with Yes or No.',
  },
  *check(document) {
    const decisions = decisionsIn(document);
    const open = decisions.filter((row) => row.fields.get('applicable')?.state !== 'filled');
    if (open.length >= 3 && open.length === decisions.length && open.every((row) => !row.fields.has('applicable'))) {
      yield { at: listOf(document), message: 'all' };
      return;
    }
    for (const row of open) {
      const written = row.fields.get('applicable');
      const at = onField(row, 'applicable');
      if (written?.state === 'placeholder') yield { at, ...aboutControl(row, 'placeholder', { text: written.text }) };
      else yield { at, ...aboutControl(row, 'missing') };
    }
    const unfilled = document.rows.filter(
      (row) =>
        row.entity === 'control-decision' && row.unfilled && /^A\.\d+(?:\.\d+)+$/.test(row.id) && !isForeign(row),
    );
    const first = unfilled[0];
    if (!first) return;
    if (unfilled.length === 1) yield { at: onRow(first), ...aboutControl(first, 'missing') };
    else
      yield {
        at: onRow(first),
        message: 'unfilled',
        data: { count: unfilled.length, controls: shortList(unfilled.map((row) => row.id)) },
      };
  },
});

function shortList(ids: readonly string[]): string {
  return ids.length <= 6 ? ids.join(', ') : `${ids.slice(0, 5).join(', ')} and ${ids.length - 5} more`;
}
