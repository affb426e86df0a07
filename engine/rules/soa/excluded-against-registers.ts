import type { DocumentRecord, Row } from '../../kinds/record';
import { isInUse } from '../../workspace/assessment-state';
import { aboutControl } from '../../workspace/control-report';
import { excludedIn, isIncludedElsewhere, STATEMENT } from '../../workspace/decisions';
import { rowsNamed } from '../../workspace/document-rows';
import { isActive, namedSystemIds } from '../../workspace/named-systems';
import { filledText, foldId, foldName, valuesOf } from '../../workspace/names';
import { onField, onRow } from '../../workspace/places';
import { documentName, rowName } from '../../workspace/wording';
import type { WorkspaceView } from '../../workspace/workspace-view';
import { defineRule } from '../rule';

/** A row that shows that something a control is about exists. */
interface Shown {
  readonly message: 'concern' | 'incident' | 'supplier' | 'commitment' | 'dataset' | 'role';
  readonly row: Row;
  /** The system through which it matters; undefined where the row names its systems itself. */
  readonly system: Row | undefined;
}

const MAKERS = ['developer', 'provider'];
const USERS = ['deployer', 'user'];

export default defineRule({
  id: 'soa/excluded-against-registers',
  scope: 'workspace',
  reads: 'all',
  severity: 'warning',
  references: ['6.1.3'],
  messages: {
    concern:
      '{control} is excluded, yet {row} in {register} is a concern that somebody raised. Include the control, or say in the reason why {row} changes nothing (clause 6.1.3).',
    incident:
      '{control} is excluded, yet {row} in {register} is an incident. Include the control, or say in the reason why {row} changes nothing (clause 6.1.3).',
    supplier:
      '{control} is excluded, yet {system} relies on the supplier {row}. Include the control, or say in the reason why {row} changes nothing (clause 6.1.3).',
    commitment:
      '{control} is excluded, yet {row} in {register} is a commitment to a customer. Include the control, or say in the reason why {row} changes nothing (clause 6.1.3).',
    dataset:
      '{control} is excluded, yet {system}, which you develop or provide, uses the dataset {row}. Include the control, or say in the reason why {row} changes nothing (clause 6.1.3).',
    role: '{control} is excluded, yet your role for {system} is {role}. See whether the reason covers {system}, and name it there (clause 6.1.3).',
    shown: 'This shows it.',
  },
  *check(view) {
    for (const statement of view.documentsOf(STATEMENT)) {
      if (view.isSuperseded(statement)) continue;
      for (const decision of excludedIn(statement)) {
        const shown = [...shownFor(view, decision.id)].filter((each) => covers(view, statement, decision, each));
        const [first] = shown;
        // Who names one of them has looked at all of them.
        if (!first || shown.some((each) => isNamed(view, decision, each))) continue;
        const register = view.document(first.row.path);
        yield {
          at: onField(decision, 'applicable'),
          ...aboutControl(decision, first.message, {
            row: rowName(first.row),
            register: register ? documentName(register) : '',
            system: first.system ? rowName(first.system) : '',
            role: rolesOf(first.row, decision.id)[0] ?? '',
          }),
          severity: first.message === 'role' ? 'information' : 'warning',
          related: [{ at: onRow(first.row), message: 'shown' }],
        };
      }
    }
  },
});

function* shownFor(view: WorkspaceView, control: string): Iterable<Shown> {
  const active = view.systems.filter(isActive);
  const direct = { 'A.3.3': 'concern', 'A.8.4': 'incident', 'A.10.4': 'commitment' } as const;
  const entity = direct[control as keyof typeof direct];
  if (entity) for (const row of view.rows(entity)) yield { message: entity, row, system: undefined };
  if (control === 'A.10.3')
    for (const system of active)
      for (const row of rowsNamed(view, system, 'suppliers')) yield { message: 'supplier', row, system };
  if (/^A\.7\.[2-6]$/.test(control))
    for (const system of active) {
      if (!isInUse(system) || !valuesOf(system, 'roles').some((role) => MAKERS.includes(role))) continue;
      for (const row of rowsNamed(view, system, 'datasets')) yield { message: 'dataset', row, system };
    }
  for (const system of active) if (rolesOf(system, control).length > 0) yield { message: 'role', row: system, system };
}

/** The roles of a system that a control is usually meant for: life cycle for who makes it, use for who uses it. */
function rolesOf(system: Row, control: string): string[] {
  const meant = control.startsWith('A.6.2.') ? MAKERS : control.startsWith('A.9.') ? USERS : [];
  return valuesOf(system, 'roles').filter((role) => meant.includes(role));
}

/** True where what is shown is about the systems for which the control is excluded. */
function covers(view: WorkspaceView, statement: DocumentRecord, decision: Row, shown: Shown): boolean {
  const systems = namedSystemIds(view, [decision]);
  const limited = systems.size > 0 && !systems.has('all');
  if (!limited) return !isIncludedElsewhere(statement, decision);
  const about = shown.system ? new Set([foldId(shown.system.id)]) : namedSystemIds(view, [shown.row]);
  return [...about].some((system) => system === 'all' || systems.has(system));
}

/** True where the reason names the row, its system or its register. */
function isNamed(view: WorkspaceView, decision: Row, { row, system }: Shown): boolean {
  const reason = foldName(filledText(decision, 'justification'));
  if (reason === '') return false;
  const register = view.document(row.path);
  const systems = system ? [system] : view.systems.filter((each) => namedSystemIds(view, [row]).has(foldId(each.id)));
  const registerNames = register ? [register.metadata.id, register.title, register.kind.title] : [];
  const names = [row, ...systems].flatMap((each) => [each.id, filledText(each, 'name'), filledText(each, 'title')]);
  return [...names, ...registerNames.map((name) => name.replace(/^AI /, ''))]
    .filter((name) => name.length > 1)
    .some((name) => isWordIn(foldName(name), reason));
}

function isWordIn(name: string, text: string): boolean {
  const at = text.indexOf(name);
  return at >= 0 && !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '') && !/[\p{L}\p{N}]/u.test(text[at + name.length] ?? '');
}
