import { isPast } from '../../workspace/due';
import { valueOf } from '../../workspace/names';
import { isOpenObjective } from '../../workspace/objectives';
import { onList } from '../../workspace/places';
import { documentName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'objective/none-current',
  scope: 'workspace',
  reads: 'all',
  severity: 'warning',
  references: ['6.2'],
  messages: {
    found:
      'No objective is current: each of the {count} has its result or was due in the past. Clause 6.2 asks you to keep objectives up to date: set the next ones in {register}.',
    one: 'No objective is current: the only one has its result or was due in the past. Clause 6.2 asks you to keep objectives up to date: set the next ones in {register}.',
  },
  *check(view) {
    if (view.incompleteWith('objective')) return;
    const rows = view.rows('objective');
    if (rows.length === 0 || rows.some((row) => isOpenObjective(view, row) && !isPast(view, valueOf(row, 'due'))))
      return;
    // The list whose last day is the latest is the one that people keep.
    const [latest] = [...rows].sort((a, b) => (valueOf(a, 'due') < valueOf(b, 'due') ? 1 : -1));
    const document = view.document(latest?.path ?? '');
    if (!document) return;
    yield {
      at: onList(document, 'objectives'),
      message: rows.length === 1 ? 'one' : 'found',
      data: { count: rows.length, register: documentName(document) },
    };
  },
});
