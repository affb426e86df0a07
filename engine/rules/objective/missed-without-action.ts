import type { Entity } from '../../kinds/kind';
import type { DocumentRecord, Row } from '../../kinds/record';
import { namesId, rowText } from '../../workspace/named-in-text';
import { filledText, foldId, foldName, valueOf } from '../../workspace/names';
import { verdictOf } from '../../workspace/objectives';
import { onField } from '../../workspace/places';
import { rowName } from '../../workspace/wording';
import type { WorkspaceView } from '../../workspace/workspace-view';
import { defineRule } from '../rule';

/** Where people write what follows. */
const FOLLOW_UPS: readonly Entity[] = ['nonconformity', 'improvement', 'decision', 'objective'];
const LOGS = ['nonconformity', 'nonconformity-register', 'improvement-log'];
/** Sections of a management review that say what is done; the others only report how objectives stand. */
const SECTIONS = ['decisions', 'previous-actions', 'improvement'];

export default defineRule({
  id: 'objective/missed-without-action',
  scope: 'workspace',
  reads: 'all',
  severity: 'warning',
  references: ['6.2', '9.1', '10.1'],
  messages: {
    found:
      '{objective} was missed, and no nonconformity, improvement, decision or newer objective names it. Decide what follows, even if it is to live with it, and name {objective} there (clauses 6.2 and 10.1).',
  },
  *check(view) {
    if (FOLLOW_UPS.some((entity) => view.incompleteWith(entity))) return;
    const missed = view.rows('objective').filter((row) => verdictOf(row) === 'missed');
    if (missed.length === 0) return;
    const entries = FOLLOW_UPS.flatMap((entity) => view.rows(entity)).map((row) => ({ row, text: rowText(row) }));
    for (const objective of missed) {
      const own = rowText(objective);
      const followed = entries.some(
        ({ row, text }) =>
          row !== objective &&
          (row.entity !== 'objective' || isNewer(row, objective)) &&
          (names(text, objective) || namesId(own, row.id)),
      );
      if (followed || isToldOf(view, objective)) continue;
      yield {
        at: onField(objective, 'result'),
        message: 'found',
        data: { objective: rowName(objective) },
      };
    }
  },
});

/** By its id, or by its whole sentence where it has none or people quote it. */
function names(text: string, objective: Row): boolean {
  if (namesId(text, objective.id)) return true;
  const sentence = foldName(filledText(objective, 'objective'));
  return sentence.length > 15 && foldName(text).includes(sentence);
}

function isNewer(other: Row, objective: Row): boolean {
  const [due, before] = [valueOf(other, 'due'), valueOf(objective, 'due')];
  return due === '' || before === '' || due > before;
}

/** True where the prose of a log of actions, or of the decisions of a review, names the objective. */
function isToldOf(view: WorkspaceView, objective: Row): boolean {
  const id = foldId(objective.id);
  if (id === '') return false;
  const isNamed = (document: DocumentRecord, isThere: (block: number) => boolean): boolean =>
    document.mentions.some(({ value, block }) => foldId(value) === id && isThere(block));
  return (
    view.documentsOf(...LOGS).some((document) => isNamed(document, () => true)) ||
    view.documentsOf('management-review').some((review) => {
      const telling = review.sections.filter(({ expected }) => SECTIONS.includes(expected ?? ''));
      return isNamed(review, (at) => telling.some(({ block, endBlock }) => at >= block && at < endBlock));
    })
  );
}
