import { daysBetween } from '../../kinds/dates';
import type { Row } from '../../kinds/record';
import { namesSystem } from '../../workspace/assessment-state';
import { namesId } from '../../workspace/named-in-text';
import { isActiveInUse, namedSystemIds } from '../../workspace/named-systems';
import { filledText, foldId, foldName, valueOf } from '../../workspace/names';
import { onRow } from '../../workspace/places';
import { documentName, rowName } from '../../workspace/wording';
import type { WorkspaceView } from '../../workspace/workspace-view';
import { defineRule } from '../rule';

/** Days after which a system in use should be watched. */
const DAYS_TO_BEGIN = 30;

export default defineRule({
  id: 'system/not-monitored',
  scope: 'workspace',
  reads: 'all',
  severity: 'warning',
  expected: true,
  references: ['9.1', 'A.6.2.6'],
  messages: {
    found:
      '{system} is in use, but no line of {plan} names it. Usually each AI system in use is expected there: add what is watched, how and how often (clause 9.1).',
    since:
      '{system} is in use since {since}, but no line of {plan} names it. Usually each AI system in use is expected there: add what is watched, how and how often (clause 9.1).',
  },
  *check(view) {
    const plans = view.documentsOf('monitoring-plan');
    const [plan] = plans;
    const metrics = view.rows('metric');
    if (!plan || metrics.length === 0 || view.incompleteWith('metric')) return;
    const named = namedSystemIds(view, metrics);
    // A plan that names no system at all is kept for all of them together.
    if (named.size === 0 || named.has('all')) return;
    for (const system of view.systems) {
      if (system.id === '' || named.has(foldId(system.id)) || !isInUseForLong(view, system)) continue;
      if (plans.some((other) => namesSystem(view, other.metadata, system) || hasSection(other, system))) continue;
      const since = valueOf(system, 'in_service_since');
      yield {
        at: onRow(system),
        message: since === '' ? 'found' : 'since',
        data: { system: rowName(system), plan: documentName(plan), since },
      };
    }
  },
});

function isInUseForLong(view: WorkspaceView, system: Row): boolean {
  if (!isActiveInUse(system)) return false;
  const since = valueOf(system, 'in_service_since');
  return since === '' ? valueOf(system, 'lifecycle') === 'operation' : daysBetween(since, view.today) >= DAYS_TO_BEGIN;
}

/** A section under the name of the system is a plan for it as well. */
function hasSection(plan: ReturnType<WorkspaceView['documentsOf']>[number], system: Row): boolean {
  const name = foldName(filledText(system, 'name'));
  return plan.sections.some(
    ({ title, content }) =>
      content === 'filled' && (namesId(title, system.id) || (name !== '' && namesId(title, name))),
  );
}
