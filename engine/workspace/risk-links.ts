import type { Row } from '../kinds/record';
import { foldId, isFilled, push, valueOf, valuesOf } from './names';
import type { WorkspaceView } from './workspace-view';

/** What treats a risk, whichever side says so. */
export interface RiskLinks {
  /** Folded ids of the controls. */
  readonly controls: ReadonlySet<string>;
  /** The decisions on these controls. */
  readonly decisions: readonly Row[];
  /** Rows of the treatment plan. */
  readonly plan: readonly Row[];
}

/** True unless the row says that the risk no longer exists. */
export function isOpenRisk(risk: Row): boolean {
  return valueOf(risk, 'status') !== 'closed';
}

/** True unless the action is finished or was given up. */
export function isOpenAction(row: Row): boolean {
  return !['done', 'cancelled'].includes(valueOf(row, 'status'));
}

/** True for a control that the Statement of Applicability says is in place. */
export function isInPlace(decision: Row): boolean {
  return ['implemented', 'verified'].includes(valueOf(decision, 'status'));
}

/** Says for each risk what treats it: its own row, the Statement of Applicability or the treatment plan (links are symmetric). */
export function riskLinks(view: WorkspaceView): (risk: Row) => RiskLinks {
  const byControl = new Map<string, Row[]>();
  const decisionsOf = new Map<string, Row[]>();
  const planOf = new Map<string, Row[]>();
  for (const decision of view.rows('control-decision')) {
    if (decision.id !== '') push(byControl, foldId(decision.id), decision);
    if (valueOf(decision, 'applicable') === 'false') continue;
    for (const risk of valuesOf(decision, 'risks')) push(decisionsOf, foldId(risk), decision);
  }
  for (const row of view.rows('treatment')) for (const risk of valuesOf(row, 'risk')) push(planOf, foldId(risk), row);
  return (risk) => {
    const own = foldId(risk.id);
    const plan = own === '' ? [] : (planOf.get(own) ?? []);
    const naming = own === '' ? [] : (decisionsOf.get(own) ?? []);
    const controls = new Set([risk, ...plan].flatMap((row) => valuesOf(row, 'controls')).map(foldId));
    for (const decision of naming) controls.add(foldId(decision.id));
    const decisions = new Set([...naming, ...[...controls].flatMap((control) => byControl.get(control) ?? [])]);
    return { controls, decisions: [...decisions], plan };
  };
}

/** True where the row of the risk register itself is the plan: what is done, by whom, by when. */
export function isOwnPlan(risk: Row): boolean {
  return ['action', 'owner', 'due'].every((field) => isFilled(risk, field));
}
