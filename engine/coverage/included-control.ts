import type { Control } from '../catalogue/types';
import type { DocumentRecord, Row } from '../kinds/record';
import { isInForce, type Linked } from '../workspace/evidence';
import { filledText, foldId, isFilled, valueOf, valuesOf } from '../workspace/names';
import type { WorkspaceView } from '../workspace/workspace-view';
import type { Judgement } from './judgement';
import { judged } from './judgement';

/** A row that includes a control: what is linked, decided, governed and shown, and whether it is still current. */
export function judgeIncluded(view: WorkspaceView, control: Control, row: Row, linked: readonly Linked[]): Judgement {
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
    return judged(
      'none',
      reason,
      'Link the document that shows how it is done, or create it from the template.',
      `create-evidence ${id}`,
    );
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
      return judged(
        'stale',
        `${nameOf(overdue.document)} should have been reviewed by ${overdue.until}.`,
        `Review ${nameOf(overdue.document)}.`,
      );
    if (done && past) return judged('stale', 'All evidence is older than the evidence period.', 'Link newer evidence.');
    if (lateAssessment) return judged('stale', lateAssessment, 'Assess the system again, or record the review.');
    if (done && current)
      return judged('evidenced', `Decided, governed and with evidence of ${current.date || 'today'}.`, '');
    const next = !done
      ? 'Put it in place and say so in the status.'
      : practice.length > 0
        ? 'Give the evidence a date.'
        : 'Link evidence that it works in practice; a policy shows intention.';
    return judged(
      'approved',
      done
        ? 'Decided and governed; evidence of practice is missing.'
        : `Decided and governed; status is ${status === '' ? 'not given' : status.replace('_', ' ')}.`,
      next,
    );
  }
  const drafted = text || real.some((item) => item.state !== 'template');
  if (!drafted) return judged('template', 'What is linked is still a template.', 'Fill in the template.');
  return whyDrafted(row, owned, soaInForce, governing, control);
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
): Judgement {
  if (!isFilled(row, 'justification'))
    return judged('drafted', 'There is content, but the inclusion has no reason.', 'Write why the control applies.');
  if (!owned)
    return judged('drafted', 'There is content, but nobody owns the control.', 'Name the role that answers for it.');
  const draft = governing.find((item) => item.state === 'draft');
  if (draft)
    return judged(
      'drafted',
      `${nameOf(draft.document)} is not approved yet.`,
      `Have ${nameOf(draft.document)} approved.`,
    );
  if (!soaInForce)
    return judged(
      'drafted',
      'There is content, but the Statement of Applicability is not in force.',
      'Have the statement approved.',
    );
  if (control.documented_output)
    return judged(
      'drafted',
      'There is content, but no approved document governs it.',
      'Link the policy, procedure or plan that governs it.',
    );
  return judged(
    'drafted',
    'There is content, but nothing says how the control is put into practice.',
    'Describe the implementation.',
  );
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
