import { reviewPeriod } from '../configuration/configuration';
import { addPeriod } from '../kinds/dates';
import type { DocumentRecord, Row } from '../kinds/record';
import { isPast } from './due';
import { foldId, isFilled, valueOf, valuesOf } from './names';
import { changedFields, FINGERPRINT_FORM, reviewedAgainst, systemFingerprints } from './suspect';
import type { WorkspaceView } from './workspace-view';

/** What is known of a system's impact assessment (design: coverage, AI system). */
export interface AssessmentState {
  readonly state:
    | 'out-of-scope'
    | 'retired'
    | 'not-due'
    | 'missing'
    | 'draft'
    | 'current'
    | 'suspect'
    | 'overdue'
    | 'unknown';
  /** The assessment that counts; with `draft`, the newest draft. */
  readonly assessment: DocumentRecord | undefined;
  /** Fields that changed since the review, while suspect. */
  readonly changed: readonly string[];
  /** ISO date when it has to be assessed again; empty where nothing says so. */
  readonly due: string;
  /** The document that could not be read, with `unknown`. */
  readonly unreadable: DocumentRecord | undefined;
  /** Why a draft does not count, or whether nothing says what was reviewed. */
  readonly note:
    | ''
    | 'not-approved'
    | 'decision-missing'
    | 'screening-not-enough'
    | 'superseded'
    | 'nothing-to-compare'
    | 'unknown-form';
}

/** True where there is an assessment that counts, be it in doubt or due again. */
export function isAssessed(state: AssessmentState['state']): boolean {
  return state === 'current' || state === 'suspect' || state === 'overdue';
}

const LATER = ['deployment', 'operation'];

/** True for a life cycle in which people are affected. */
export function isInUse(system: Row): boolean {
  return LATER.includes(valueOf(system, 'lifecycle'));
}

/** True unless the row says `in_scope: false` with a reason. */
export function isInScope(system: Row): boolean {
  return !(valueOf(system, 'in_scope') === 'false' && isFilled(system, 'scope_reason'));
}

const NONE = { assessment: undefined, changed: [], due: '', unreadable: undefined, note: '' } as const;
/** States that say nothing more, made once: a register may have thousands of systems. */
const PLAIN = {
  retired: { ...NONE, state: 'retired' },
  'out-of-scope': { ...NONE, state: 'out-of-scope' },
  'not-due': { ...NONE, state: 'not-due' },
  missing: { ...NONE, state: 'missing' },
} as const;

/** The state of a system that no assessment names. */
export function stateWithout(view: WorkspaceView, system: Row): AssessmentState {
  const lifecycle = valueOf(system, 'lifecycle');
  if (lifecycle === 'retired') return PLAIN.retired;
  if (!isInScope(system)) return PLAIN['out-of-scope'];
  const unreadable = view.incompleteWith('assessment');
  if (unreadable) return { ...NONE, state: 'unknown', unreadable };
  return lifecycle === 'concept' ? PLAIN['not-due'] : PLAIN.missing;
}

/** The state of a system's impact assessment. */
export function assessmentState(view: WorkspaceView, system: Row): AssessmentState {
  if (valueOf(system, 'lifecycle') === 'retired' || !isInScope(system)) return stateWithout(view, system);
  const about = view.assessmentsOf(system);
  if (about.length === 0) return stateWithout(view, system);
  const counting = about
    .filter((assessment) => whyNot(view, assessment, system) === '')
    .sort((a, b) => (assessedOn(a) < assessedOn(b) ? 1 : -1))[0];
  const unreadable =
    about.find((assessment) => !assessment.complete) ?? (counting ? undefined : view.incompleteWith('assessment'));
  if (unreadable) return { ...NONE, state: 'unknown', unreadable, assessment: counting };
  if (!counting) {
    const draft = about.reduce((newest, other) => (assessedOn(newest) < assessedOn(other) ? other : newest));
    return { ...NONE, state: 'draft', assessment: draft, note: whyNot(view, draft, system) };
  }
  const { metadata } = counting;
  const due =
    valueOf(metadata, 'next_review') ||
    addPeriod(assessedOn(counting), reviewPeriod(view.configuration, 'ai-impact-assessment'));
  const base = { ...NONE, assessment: counting, due };
  const compared = compare(view, counting, system);
  const hidden = compared.changed.map((field) => hiddenSource(view, system, field));
  const certain = compared.changed.filter((_, index) => hidden[index] === undefined);
  if (certain.length > 0) return { ...base, state: 'suspect', changed: certain };
  if (hidden[0]) return { ...base, state: 'unknown', unreadable: hidden[0], changed: compared.changed };
  if (isPast(view, due)) return { ...base, state: 'overdue', note: compared.note };
  return { ...base, state: 'current', note: compared.note };
}

/** The day of an assessment; an approved one without `assessed_on` counts from its approval, it is never "never assessed". */
export function assessedOn(assessment: DocumentRecord): string {
  return (
    valueOf(assessment.metadata, 'assessed_on') ||
    valueOf(assessment.metadata, 'date') ||
    valueOf(assessment.metadata, 'approved_on')
  );
}

function whyNot(view: WorkspaceView, assessment: DocumentRecord, system: Row): AssessmentState['note'] {
  const { metadata } = assessment;
  if (assessment.status !== 'approved') return 'not-approved';
  if (view.isSuperseded(assessment)) return 'superseded';
  if (!isFilled(metadata, 'decision')) return 'decision-missing';
  if (valueOf(metadata, 'depth') === 'screening') {
    const tier = valueOf(system, 'ai_act.tier');
    if (
      !isFilled(metadata, 'depth_reason') ||
      tier === 'high' ||
      tier === 'prohibited' ||
      isFilled(system, 'affected_groups')
    )
      return 'screening-not-enough';
  }
  return '';
}

function compare(
  view: WorkspaceView,
  assessment: DocumentRecord,
  system: Row,
): { changed: string[]; note: AssessmentState['note'] } {
  const reviewed = reviewedAgainst(assessment.metadata, system);
  if (reviewed.known && reviewed.form !== FINGERPRINT_FORM) return { changed: [], note: 'unknown-form' };
  if (reviewed.known)
    return { changed: changedFields(reviewed.prints, systemFingerprints(system, view.names)), note: '' };
  const changed = valueOf(system, 'last_change');
  if (changed === '') return { changed: [], note: 'nothing-to-compare' };
  return { changed: changed > assessedOn(assessment) ? ['last_change'] : [], note: '' };
}

/** The document that could not be read in full and may say what a field is now; then nobody can tell whether it changed. */
export function hiddenSource(view: WorkspaceView, system: Row, field: string): DocumentRecord | undefined {
  const register =
    field === 'models'
      ? view.incompleteWith('model')
      : field === 'datasets'
        ? view.incompleteWith('dataset')
        : undefined;
  const own = view.document(system.path);
  return register ?? (own && !own.complete && system === own.metadata ? own : undefined);
}

/** The assessments whose `systems` name a system, by its id or unique name, or say `all`. */
export function namesSystem(view: WorkspaceView, row: Row, system: Row): boolean {
  const own = foldId(system.id);
  return valuesOf(row, 'systems').some((value) => {
    const folded = foldId(value);
    if (folded === own || folded === 'all') return true;
    const named = view.names.byName(value).filter((other) => other.entity === 'system');
    return named.length === 1 && foldId(named[0]?.id ?? '') === own;
  });
}
