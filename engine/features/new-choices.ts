import { filledText } from '../workspace/names';
import type { WorkspaceState } from '../workspace/snapshot';
import { kindTemplate } from './scaffold/create-document';

/** Something that "AIMS: New …" can make. */
export interface NewChoice {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly group: string;
}

const ENTRIES = [
  ['system', 'AI system'],
  ['risk', 'Risk'],
  ['treatment', 'Risk treatment'],
  ['model', 'Model'],
  ['dataset', 'Dataset'],
  ['supplier', 'Supplier'],
  ['objective', 'Objective'],
  ['incident', 'Incident'],
  ['concern', 'Concern'],
  ['nonconformity', 'Nonconformity'],
  ['competence', 'Competence'],
] as const;

/** Everything that can be made in a root, in the order a person looks for it. */
export function newChoices(state: WorkspaceState): NewChoice[] {
  const { view } = state;
  const entries = ENTRIES.map(([entity, label]) => ({
    id: `row:${entity}`,
    label,
    description: 'a new entry in its register',
    group: 'Entries',
  }));
  const assessments = view.systems.flatMap((system) => {
    const { state: assessed } = view.assessmentState(system);
    if (system.id === '' || assessed === 'retired' || assessed === 'out-of-scope') return [];
    const words = {
      missing: 'not assessed yet',
      'not-due': 'not due yet',
      draft: 'a draft exists',
      current: 'assessed',
      suspect: 'suspect',
      overdue: 'overdue',
      unknown: 'unknown',
    }[assessed];
    return [
      {
        id: `assessment:${system.id}`,
        label: `Impact assessment of ${filledText(system, 'name') || system.id}`,
        description: `${system.id}, ${words}`,
        group: 'Impact assessments',
      },
    ];
  });
  const documents = view.kinds
    .filter((kind) => kindTemplate(kind.kind) !== undefined && kind.kind !== 'ai-impact-assessment')
    .map((kind) => ({
      id: `kind:${kind.kind}`,
      label: kind.title,
      description: view.documentsOf(kind.kind).length > 0 && kind.oneOf ? 'there is one already' : kind.purpose,
      group: 'Documents',
    }));
  const evidence = [...view.catalogue.controls.values()].map((control) => ({
    id: `evidence:${control.id}`,
    label: `Evidence for ${control.id} ${control.title}`,
    description: 'from its template',
    group: 'Evidence documents',
  }));
  return [...entries, ...assessments, ...documents.sort((a, b) => (a.label < b.label ? -1 : 1)), ...evidence];
}
