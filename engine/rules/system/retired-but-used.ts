import { namesSystem } from '../../workspace/assessment-state';
import { listed } from '../../workspace/document-rows';
import { foldId, valueOf, valuesOf } from '../../workspace/names';
import { onField } from '../../workspace/places';
import { isOpenAction } from '../../workspace/risk-links';
import { rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'system/retired-but-used',
  scope: 'workspace',
  reads: 'all',
  severity: 'warning',
  references: ['A.6.2.6', '7.5.3'],
  messages: {
    found: '{system} is retired, yet {users} still name it. Take it out there, or correct its life cycle.',
    foundOne: '{system} is retired, yet {users} still names it. Take it out there, or correct its life cycle.',
    user: '{user} names the retired system.',
  },
  *check(view) {
    const retired = view.systems.filter((system) => valueOf(system, 'lifecycle') === 'retired' && system.id !== '');
    if (retired.length === 0) return;
    const users = [
      ...view.rows('control-decision').filter((row) => valueOf(row, 'applicable') !== 'false'),
      ...view.rows('metric'),
      ...view.rows('commitment'),
    ].filter((row) => isOpenAction(row) && valuesOf(row, 'systems').length > 0);
    for (const system of retired) {
      const naming = users.filter((row) => !saysAll(row) && namesSystem(view, row, system));
      if (naming.length === 0) continue;
      const data = { system: rowName(system), users: listed(naming.map(rowName)) };
      const related = naming.slice(0, 5).map((row) => ({
        at: onField(row, 'systems'),
        message: 'user',
        data: { user: rowName(row) },
      }));
      yield {
        at: onField(system, 'lifecycle'),
        message: naming.length === 1 ? 'foundOne' : 'found',
        data,
        related,
      };
    }
  },
});

function saysAll(row: Parameters<typeof valuesOf>[0]): boolean {
  return valuesOf(row, 'systems').some((value) => foldId(value) === 'all');
}
