import type { Row } from '../../kinds/record';
import { namesSystem } from '../../workspace/assessment-state';
import { isDraft } from '../../workspace/document-status';
import type { Place } from '../../workspace/finding';
import { isActive } from '../../workspace/named-systems';
import { foldId } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { openWords, tierAsks } from '../../workspace/tier-asks';
import { enumerate, rowName } from '../../workspace/wording';
import type { WorkspaceView } from '../../workspace/workspace-view';
import { defineRule } from '../rule';

const ASKS =
  '{system} has the tier {tier}, and you are its {roles}. Usually expected here and still to be answered: {open}.';

export default defineRule({
  id: 'assessment/tier-asks',
  scope: 'document',
  kinds: ['ai-impact-assessment'],
  looksAround: true,
  severity: 'information',
  expected: true,
  references: ['6.1.4', 'A.5.2'],
  messages: {
    now: `${ASKS} The duties of the EU AI Act behind it apply already, as far as they concern you.`,
    later: `${ASKS} The duties of the EU AI Act behind it apply from {date}, as far as they concern you.`,
    some: `${ASKS} Some duties of the EU AI Act behind it apply already, others from {date}, as far as they concern you.`,
    tier: 'The tier that was decided.',
  },
  *check(document, view) {
    // What is approved was judged enough by a person; a duty of the Act is then no matter of this form.
    if (!isDraft(document)) return;
    const field = document.metadata.fields.get('systems');
    if (field?.state !== 'filled') return;
    const seen = new Set<string>();
    for (const system of view.systems) {
      if (!isActive(system) || !namesSystem(view, document.metadata, system) || seen.has(foldId(system.id))) continue;
      seen.add(foldId(system.id));
      const asks = tierAsks(view, document, system);
      if (!asks) continue;
      const item =
        field.items.find(({ value }) => isNamedBy(view, system, value)) ??
        field.items.find(({ value }) => foldId(value) === 'all');
      const at: Place = onField(document.metadata, 'systems', item);
      const later = asks.dates.filter((date) => date > view.today);
      yield {
        at,
        message: later.length === 0 ? 'now' : later.length === asks.dates.length ? 'later' : 'some',
        data: {
          system: rowName(system),
          tier: asks.tier,
          roles: enumerate(asks.roles.map((role) => role.replace(/_/g, ' '))),
          open: enumerate(openWords(asks.open)),
          date: later[0] ?? '',
        },
        related: [{ at: onField(system, 'ai_act.tier'), message: 'tier' }],
        final: true,
      };
    }
  },
});

function isNamedBy(view: WorkspaceView, system: Row, written: string): boolean {
  if (foldId(written) === foldId(system.id)) return true;
  const named = view.names.byName(written).filter(({ entity }) => entity === 'system');
  return named.length === 1 && named[0]?.row === system;
}
