import { foldId, isFilled, valueOf } from '../../workspace/names';
import { onRow } from '../../workspace/places';
import { rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'audit/finding-untracked',
  scope: 'workspace',
  severity: 'warning',
  expected: true,
  references: ['10.2'],
  reads: 'all',
  messages: {
    found:
      'The audit found a nonconformity ({row}), but no entry of the nonconformity register names it or this report, and no correction stands here. Usually it is expected to be followed up: open one.',
  },
  *check(view) {
    if (view.incompleteWith('nonconformity')) return;
    const tracked = view.rows('nonconformity').map((row) =>
      [...row.fields.values()]
        .filter((field) => field.state === 'filled')
        .map((field) => foldId(field.text))
        .join(' '),
    );
    const trackedIds = new Set(view.rows('nonconformity').map((row) => foldId(row.id)));
    for (const report of view.documentsOf('audit-report')) {
      const name = foldId(report.path.split('/').pop() ?? '');
      const names = (id: string) => id !== '' && tracked.some((text) => namesId(text, foldId(id)));
      if (names(report.metadata.id) || names(name)) continue;
      for (const row of report.rows) {
        if (
          row.entity !== 'finding' ||
          row.unfilled ||
          valueOf(row, 'type') !== 'nonconformity' ||
          isFilled(row, 'correction')
        )
          continue;
        if (
          names(row.id) ||
          trackedIds.has(foldId(row.id)) ||
          report.mentions.some((mention) => trackedIds.has(foldId(mention.value)))
        )
          continue;
        yield { at: onRow(row), message: 'found', data: { row: rowName(row) } };
      }
    }
  },
});

/** True where the id stands in the text on its own, and not as the start of a longer one. */
function namesId(text: string, id: string): boolean {
  for (let at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + 1)) {
    if (
      !/[\p{L}\p{N}_-]/u.test(text[at - 1] ?? ' ') &&
      !/^(?:[\p{L}\p{N}_]|[-.][\p{L}\p{N}])/u.test(text.slice(at + id.length))
    )
      return true;
  }
  return false;
}
