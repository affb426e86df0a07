import type { Entity } from '../kinds/kind';
import { foldId } from '../workspace/names';
import type { WorkspaceState } from '../workspace/snapshot';
import { declareKind } from './actions/declare-kind';
import type { Change, Refusal } from './change';
import { createAssessment } from './scaffold/create-assessment';
import { createDocument } from './scaffold/create-document';
import { createEvidence } from './scaffold/create-evidence';
import { createRow } from './scaffold/create-row';
import { insertControls, missingControls } from './scaffold/insert-controls';

/**
 * What a named action changes. Names: `insert-row A.6.2.4`, `insert-all-rows`, `create-evidence A.6.2.4`,
 * `create-assessment AIS-001`, `new kind:ai-policy`, `new row:system`, `declare-kind path`.
 */
export function planAction(state: WorkspaceState, action: string): Change | Refusal {
  const space = action.indexOf(' ');
  const name = space < 0 ? action : action.slice(0, space);
  const subject = space < 0 ? '' : action.slice(space + 1);
  switch (name) {
    case 'insert-row':
    case 'insert-all-rows':
      return insertInto(state, name === 'insert-row' ? subject : undefined);
    case 'create-evidence':
      return createEvidence(state, subject);
    case 'create-assessment': {
      const system = state.view.systems.find((row) => foldId(row.id) === foldId(subject));
      return system ? createAssessment(state, system) : { refused: `There is no AI system "${subject}".` };
    }
    case 'declare-kind':
      return declareKind(state, subject) ?? { refused: 'The kind of this document cannot be written into it.' };
    case 'new':
      return planNew(state, subject);
    default:
      return { refused: `There is no action "${name}".` };
  }
}

function insertInto(state: WorkspaceState, control: string | undefined): Change | Refusal {
  const statement = state.view.documentsOf('statement-of-applicability')[0];
  if (!statement) return planNew(state, 'kind:statement-of-applicability');
  const missing = missingControls(state, statement);
  const wanted = control === undefined ? missing : missing.filter((id) => id === control);
  return wanted.length === 0
    ? { refused: 'The statement already has this row.' }
    : insertControls(state, statement, wanted);
}

function planNew(state: WorkspaceState, choice: string): Change | Refusal {
  const colon = choice.indexOf(':');
  const [sort, subject] = [choice.slice(0, colon), choice.slice(colon + 1)];
  if (sort === 'row') return createRow(state, subject as Entity);
  if (sort === 'evidence') return createEvidence(state, subject);
  if (sort === 'assessment') return planAction(state, `create-assessment ${subject}`);
  const kind = state.view.kinds.find((each) => each.kind === subject);
  return kind ? createDocument(state, kind) : { refused: `There is no kind of document "${subject}".` };
}
