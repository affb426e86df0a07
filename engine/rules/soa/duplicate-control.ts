import type { Row } from '../../kinds/record';
import { aboutControl } from '../../workspace/control-report';
import { decisionsIn, overlap, STATEMENT } from '../../workspace/decisions';
import { foldId } from '../../workspace/names';
import { onRow } from '../../workspace/places';
import { defineRule } from '../rule';

export default defineRule({
  id: 'soa/duplicate-control',
  scope: 'document',
  kinds: [STATEMENT],
  severity: 'error',
  references: ['6.1.3'],
  messages: {
    found:
      '{control} stands here a second time, for the same AI systems: nobody can tell which decision holds. Keep one row, or name different systems in each.',
    first: 'The first decision on {control}',
  },
  *check(document) {
    const seen = new Map<string, Row[]>();
    for (const row of decisionsIn(document)) {
      const key = `${row.framework} ${foldId(row.id)}`;
      const before = seen.get(key) ?? [];
      const other = before.find((candidate) => overlap(candidate, row));
      if (other) {
        yield {
          at: onRow(row),
          ...aboutControl(row, 'found'),
          related: [{ at: onRow(other), message: 'first', data: { control: row.id } }],
        };
      }
      seen.set(key, [...before, row]);
    }
  },
});
