import { HOME_FRAMEWORK } from '../catalogue/catalogue';
import type { Control } from '../catalogue/types';
import type { DocumentRecord, Row } from '../kinds/record';
import { namesControl, overlap, treatmentsOf } from '../workspace/decisions';
import { isInForce, type Linked, linkedTo } from '../workspace/evidence';
import type { Place } from '../workspace/finding';
import { isStockPhrase } from '../workspace/justification';
import { filledText, foldId, isFilled, valueOf, valuesOf } from '../workspace/names';
import type { WorkspaceView } from '../workspace/workspace-view';
import { unchecked } from './failed-rules';
import type { Grade, GradedItem } from './grade';

interface Judgement {
  readonly grade: Grade;
  readonly reason: string;
  readonly next: string;
  readonly action?: string;
}

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
  const at: Place | undefined = row ? { on: 'row', row } : statementPlace(view);
  const evidence = judged.flatMap(({ row, linked }) => linked.flatMap((item) => evidencePlace(row, item)));
  return { id, kind: 'control', title, action: '', ...judgement, at, evidence, counted: true };
}

function evidencePlace(row: Row | undefined, item: Linked): Place[] {
  if (item.role === 'nothing' || item.role === 'text' || item.from === 'implementation') return [];
  if (item.item && row) return [{ on: 'field', row, field: item.from, item: item.item }];
  return item.document ? [{ on: 'file', path: item.document.path }] : [];
}

function statementPlace(view: WorkspaceView): Place | undefined {
  const document = view.documentsOf('statement-of-applicability')[0];
  return document && { on: 'list', document, list: 'controls' };
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
      return {
        grade: 'unknown',
        reason: `${broken.path} could not be read in full, and the row may stand there.`,
        next: `Repair ${broken.path}.`,
      };
    const undecided = view
      .rows('control-decision')
      .find((row) => row.framework === 'undecided' && foldId(row.id) === foldId(id));
    if (undecided)
      return {
        grade: 'unknown',
        reason: `There is a row for ${id}, but nothing says which framework it belongs to.`,
        next: 'Say "framework: iso-42001" in the statement.',
      };
    return {
      grade: 'none',
      reason: 'The Statement of Applicability has no row for this control.',
      next: 'Insert the row and decide.',
      action: `insert-row ${id}`,
    };
  }
  const contradiction = contradictionIn(rows);
  if (contradiction !== '') return { grade: 'unknown', reason: contradiction, next: 'Make the row say one thing.' };
  return undefined;
}

function judgeRow(view: WorkspaceView, control: Control, row: Row, linked: readonly Linked[]): Judgement {
  const applicable = row.fields.get('applicable');
  if (applicable?.problem)
    return { grade: 'unknown', reason: `"${applicable.text}" is neither yes nor no.`, next: 'Write true or false.' };
  const decision = valueOf(row, 'applicable');
  if (decision === '')
    return { grade: 'none', reason: 'Nobody has decided yet whether it applies.', next: 'Decide, and write why.' };
  const statement = view.document(row.path);
  // Another row that cannot be read says nothing about this one; what the statement says of itself does.
  if (statement && !statement.headComplete) return unreadable(statement, 'its state');
  if (decision === 'false') return judgeExcluded(view, row);
  const broken = linked.find((item) => item.state === 'incomplete');
  if (broken)
    return {
      grade: 'unknown',
      reason: `${broken.document?.path ?? 'Something linked'} could not be read in full.`,
      next: `Repair ${broken.document?.path ?? 'it'}.`,
    };
  const judgement = judgeIncluded(view, control, row, linked);
  const head = judgement.grade === 'evidenced' ? undefined : view.incompleteHead;
  return head ? unreadable(head, 'the control') : judgement;
}

/** Nothing is concluded from what a document does not say while it cannot be read in full. */
function unreadable({ path }: DocumentRecord, about: string): Judgement {
  const reason = `${path} could not be read in full, and may say something about ${about}.`;
  return { grade: 'unknown', reason, next: `Repair ${path}.` };
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

function judgeExcluded(view: WorkspaceView, row: Row): Judgement {
  if (!isFilled(row, 'justification'))
    return { grade: 'none', reason: 'It is excluded without a reason.', next: 'Write why it does not apply to you.' };
  if (isStockPhrase(row))
    return {
      grade: 'none',
      reason: 'It is excluded with a phrase that says nothing about you.',
      next: 'Write why it does not apply to you.',
    };
  const user = openUserOf(view, row);
  if (user)
    return {
      grade: 'none',
      reason: `It is excluded, yet ${user} relies on it.`,
      next: 'Include the control, or take it out there.',
    };
  const hidden = view.incompleteWith('risk') ?? view.incompleteWith('treatment');
  if (hidden) return unreadable(hidden, 'the control');
  return { grade: 'excluded', reason: 'It is excluded and the statement says why.', next: '' };
}

/** An open risk or treatment that names an excluded control, for a system it is excluded for. */
function openUserOf(view: WorkspaceView, row: Row): string | undefined {
  const risk = view
    .rows('risk')
    .find(
      (other) =>
        namesControl(other, row.id) &&
        overlap(other, row) &&
        !/^(?:closed|retired)$/i.test(valueOf(other, 'status') || filledText(other, 'status')),
    );
  if (risk) return `risk ${risk.id}`;
  const treatment = treatmentsOf(view, row.id).find((other) => overlap(other, row));
  return treatment && `the treatment of ${filledText(treatment, 'risk') || 'a risk'}`;
}

function judgeIncluded(view: WorkspaceView, control: Control, row: Row, linked: readonly Linked[]): Judgement {
  const { id } = control;
  const document = view.document(row.path);
  const real = linked.filter(
    (item) =>
      item.role !== 'nothing' &&
      item.role !== 'text' &&
      item.state !== 'missing' &&
      item.state !== 'retired' &&
      item.state !== 'circular',
  );
  const text = describes(row, linked, real);
  if (real.length === 0 && !text) {
    const dead = linked.find(
      (item) => item.state === 'missing' || item.state === 'retired' || item.state === 'circular',
    );
    const reason = !dead
      ? 'It applies, but nothing is linked and nothing says how it is done.'
      : dead.state === 'retired'
        ? 'What is linked is retired or replaced.'
        : dead.state === 'circular'
          ? 'It only points to itself.'
          : 'What is linked does not exist.';
    return {
      grade: 'none',
      reason,
      next: 'Link the document that shows how it is done, or create it from the template.',
      action: `create-evidence ${id}`,
    };
  }
  const owned = isFilled(row, 'owner') || (document !== undefined && isFilled(document.metadata, 'owner'));
  const soaInForce = document !== undefined && isInForce(view, document);
  const governing = real.filter((item) => item.role === 'governing');
  const inForce = governing.find((item) => item.state === 'current');
  const overdue = governing.find((item) => item.state === 'overdue');
  const practice = real.filter(
    (item) => item.role !== 'governing' && item.state !== 'template' && item.state !== 'draft',
  );
  const current = practice.find((item) => item.state === 'current');
  const past = practice.length > 0 && !current && practice.some((item) => item.state === 'past');
  const status = valueOf(row, 'status');
  const done = status === 'implemented' || status === 'verified';
  const decided = isFilled(row, 'justification') && owned && soaInForce;
  const governed = inForce !== undefined || overdue !== undefined || (!control.documented_output && text);
  const lateAssessment = /^A\.5\.[2-5]$/.test(id) ? lateSystem(view, row) : undefined;
  if (decided && governed) {
    if (overdue && !inForce)
      return {
        grade: 'stale',
        reason: `${nameOf(overdue.document)} should have been reviewed by ${overdue.until}.`,
        next: `Review ${nameOf(overdue.document)}.`,
      };
    if (done && past)
      return {
        grade: 'stale',
        reason: 'All evidence is older than the evidence period.',
        next: 'Link newer evidence.',
      };
    if (lateAssessment)
      return { grade: 'stale', reason: lateAssessment, next: 'Assess the system again, or record the review.' };
    if (done && current)
      return {
        grade: 'evidenced',
        reason: `Decided, governed and with evidence of ${current.date || 'today'}.`,
        next: '',
      };
    const next = !done
      ? 'Put it in place and say so in the status.'
      : practice.length > 0
        ? 'Give the evidence a date.'
        : 'Link evidence that it works in practice; a policy shows intention.';
    return {
      grade: 'approved',
      reason: done
        ? 'Decided and governed; evidence of practice is missing.'
        : `Decided and governed; status is ${status === '' ? 'not given' : status.replace('_', ' ')}.`,
      next,
    };
  }
  const drafted = text || real.some((item) => item.state !== 'template');
  if (!drafted)
    return { grade: 'template', reason: 'What is linked is still a template.', next: 'Fill in the template.' };
  return { grade: 'drafted', ...whyDrafted(row, owned, soaInForce, governing, control) };
}

/** True where the implementation says how: in words, or by a link to something that is there and no template. */
function describes(row: Row, linked: readonly Linked[], real: readonly Linked[]): boolean {
  if (filledText(row, 'implementation') === '') return false;
  const own = linked.filter((item) => item.from === 'implementation');
  if (own.some((item) => item.state === 'template')) return false;
  const items = row.fields.get('implementation')?.items ?? [];
  const words = items.filter((item) => item.link === undefined && !own.some((other) => other.item === item));
  // "See" beside a link says nothing without it.
  if (words.some(({ text }) => items.length === 1 || /\s/.test(text.trim()))) return true;
  return real.some((item) => item.from === 'implementation');
}

function whyDrafted(
  row: Row,
  owned: boolean,
  soaInForce: boolean,
  governing: readonly Linked[],
  control: Control,
): { reason: string; next: string } {
  if (!isFilled(row, 'justification'))
    return { reason: 'There is content, but the inclusion has no reason.', next: 'Write why the control applies.' };
  if (!owned)
    return { reason: 'There is content, but nobody owns the control.', next: 'Name the role that answers for it.' };
  const draft = governing.find((item) => item.state === 'draft');
  if (draft)
    return {
      reason: `${nameOf(draft.document)} is not approved yet.`,
      next: `Have ${nameOf(draft.document)} approved.`,
    };
  if (!soaInForce)
    return {
      reason: 'There is content, but the Statement of Applicability is not in force.',
      next: 'Have the statement approved.',
    };
  if (control.documented_output)
    return {
      reason: 'There is content, but no approved document governs it.',
      next: 'Link the policy, procedure or plan that governs it.',
    };
  return {
    reason: 'There is content, but nothing says how the control is put into practice.',
    next: 'Describe the implementation.',
  };
}

function lateSystem(view: WorkspaceView, row: Row): string | undefined {
  const covered = valuesOf(row, 'systems').map(foldId);
  for (const system of view.systems) {
    if (covered.length > 0 && !covered.includes('all') && !covered.includes(foldId(system.id))) continue;
    const { state } = view.assessmentState(system);
    if (state === 'overdue' || state === 'suspect') return `The assessment of ${system.id} is ${state}.`;
  }
  return undefined;
}

function nameOf(document: DocumentRecord | undefined): string {
  return document ? document.title || document.path : 'The linked document';
}
