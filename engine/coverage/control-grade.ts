import { HOME_FRAMEWORK } from '../catalogue/catalogue';
import type { Control } from '../catalogue/types';
import type { Row } from '../kinds/record';
import { overlap } from '../workspace/decisions';
import { type Linked, linkedTo } from '../workspace/evidence';
import type { Place } from '../workspace/finding';
import { foldId, isFilled, valueOf } from '../workspace/names';
import { onField, onFile, onList, onRow } from '../workspace/places';
import type { WorkspaceView } from '../workspace/workspace-view';
import { judgeExcluded } from './excluded-control';
import { unchecked } from './failed-rules';
import type { Grade, GradedItem } from './grade';
import { judgeIncluded } from './included-control';
import { type Judgement, judged, unreadable } from './judgement';

/** Grades from the least that a control with several rows can show to the most. */
const WEAKEST_FIRST: readonly Grade[] = [
  'unknown',
  'none',
  'template',
  'drafted',
  'stale',
  'approved',
  'evidenced',
  'excluded',
];

/** Grades one control: the first row of the ladder that holds; of several rows, for several systems, the weakest. */
export function gradeControl(view: WorkspaceView, control: Control, failedRules: ReadonlySet<string>): GradedItem {
  const rows = view.decisions(HOME_FRAMEWORK).filter((row) => foldId(row.id) === foldId(control.id));
  const { id, title } = control;
  const together = judgeTogether(view, control, rows, failedRules);
  const judged = together
    ? [{ row: rows[0], linked: rows[0] ? linkedTo(view, rows[0]) : [], judgement: together }]
    : rows.map((row) => {
        const linked = linkedTo(view, row);
        return { row, linked, judgement: judgeRow(view, control, row, linked) };
      });
  const order = ({ judgement }: (typeof judged)[number]) => WEAKEST_FIRST.indexOf(judgement.grade);
  const [weakest] = [...judged].sort((a, b) => order(a) - order(b));
  const { row, judgement } = weakest as (typeof judged)[number];
  const at: Place | undefined = row ? onRow(row) : statementPlace(view);
  const evidence = judged.flatMap(({ row, linked }) => linked.flatMap((item) => evidencePlace(row, item)));
  return { id, kind: 'control', title, action: '', ...judgement, at, evidence, counted: true };
}

function evidencePlace(row: Row | undefined, item: Linked): Place[] {
  if (item.role === 'nothing' || item.role === 'text' || item.from === 'implementation') return [];
  if (item.item && row) return [onField(row, item.from, item.item)];
  return item.document ? [onFile(item.document.path)] : [];
}

function statementPlace(view: WorkspaceView): Place | undefined {
  const document = view.documentsOf('statement-of-applicability')[0];
  return document && onList(document, 'controls');
}

/** What is true of a control whatever its rows say one by one; undefined where they decide. */
function judgeTogether(
  view: WorkspaceView,
  control: Control,
  rows: readonly Row[],
  failedRules: ReadonlySet<string>,
): Judgement | undefined {
  const { id } = control;
  const failed = unchecked('control', failedRules);
  if (failed) return { grade: 'unknown', ...failed };
  if (rows.length === 0) {
    const broken = view.incompleteOf('statement-of-applicability');
    if (broken)
      return judged(
        'unknown',
        `${broken.path} could not be read in full, and the row may stand there.`,
        `Repair ${broken.path}.`,
      );
    const undecided = view
      .rows('control-decision')
      .find((row) => row.framework === 'undecided' && foldId(row.id) === foldId(id));
    if (undecided)
      return judged(
        'unknown',
        `There is a row for ${id}, but nothing says which framework it belongs to.`,
        'Say "framework: iso-42001" in the statement.',
      );
    return judged(
      'none',
      'The Statement of Applicability has no row for this control.',
      'Insert the row and decide.',
      `insert-row ${id}`,
    );
  }
  const contradiction = contradictionIn(rows);
  if (contradiction !== '') return judged('unknown', contradiction, 'Make the row say one thing.');
  return undefined;
}

function judgeRow(view: WorkspaceView, control: Control, row: Row, linked: readonly Linked[]): Judgement {
  const applicable = row.fields.get('applicable');
  if (applicable?.problem)
    return judged('unknown', `"${applicable.text}" is neither yes nor no.`, 'Write true or false.');
  const decision = valueOf(row, 'applicable');
  if (decision === '') return judged('none', 'Nobody has decided yet whether it applies.', 'Decide, and write why.');
  const statement = view.document(row.path);
  // Another row that cannot be read says nothing about this one; what the statement says of itself does.
  if (statement && !statement.headComplete) return unreadable(statement, 'its state');
  if (decision === 'false') return judgeExcluded(view, row);
  const broken = linked.find((item) => item.state === 'incomplete');
  if (broken)
    return judged(
      'unknown',
      `${broken.document?.path ?? 'Something linked'} could not be read in full.`,
      `Repair ${broken.document?.path ?? 'it'}.`,
    );
  const judgement = judgeIncluded(view, control, row, linked);
  const head = judgement.grade === 'evidenced' ? undefined : view.incompleteHead;
  return head ? unreadable(head, 'the control') : judgement;
}

function contradictionIn(rows: readonly Row[]): string {
  const excluded = rows.find(
    (row) =>
      valueOf(row, 'applicable') === 'false' &&
      (/^(?:partial|implemented|verified)$/.test(valueOf(row, 'status')) || isFilled(row, 'evidence')),
  );
  if (excluded) return 'The row excludes the control and yet gives a status or evidence.';
  for (const [index, row] of rows.entries()) {
    const clash = rows.slice(index + 1).find((other) => overlap(row, other));
    if (clash) return 'Two rows decide about this control for the same systems.';
  }
  return '';
}
