import type { Row } from '../../kinds/record';
import { filledText, valuesOf } from '../../workspace/names';
import type { WorkspaceState } from '../../workspace/snapshot';
import { FINGERPRINT_FORM, systemFingerprints } from '../../workspace/suspect';
import type { Change, Refusal } from '../change';
import { yamlScalar } from '../edits/yaml-text';
import { firstPlaceholder, kindTemplate } from './create-document';
import { fillTemplate, fingerprintMap } from './fill-template';
import { freeId } from './free-id';
import { newPath } from './new-path';

const KIND = 'ai-impact-assessment';

/** The impact assessment of a system: facts from the inventory, fingerprints of this moment, every judgement left open. */
export function createAssessment(state: WorkspaceState, system: Row): Change | Refusal {
  const { view } = state;
  const template = kindTemplate(KIND);
  const kind = view.kinds.find((each) => each.kind === KIND);
  if (!template || !kind) return { refused: 'There is no template for impact assessments.' };
  if (system.id === '') return { refused: 'Give the AI system an id first; the assessment refers to it.' };
  const name = filledText(system, 'name') || system.id;
  const id = freeId(view, KIND);
  const path = newPath(view, kind, `${id}-${name}`, template.ending);
  const reviewed = `{ ${yamlScalar(system.id)}: ${fingerprintMap(FINGERPRINT_FORM, systemFingerprints(system, view.names))} }`;
  const variables = {
    id,
    title: `Impact assessment of ${name}`,
    organization: view.configuration.organization,
    system_id: system.id,
    system_name: name,
    purpose: filledText(system, 'purpose'),
    intended_use: filledText(system, 'intended_use'),
    affected_groups: valuesOf(system, 'affected_groups').join('; '),
  };
  const text = fillTemplate(template.text, variables, reviewed);
  return { edits: [], create: [{ path, text }], open: { path, offset: firstPlaceholder(text) } };
}
