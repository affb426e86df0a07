import { coverageOf } from '../../coverage/coverage';
import { FOOT_LINE, GRADE_WORDS, type GradedItem } from '../../coverage/grade';
import type { GradedSystem } from '../../coverage/system-grade';
import type { Snapshot } from '../../workspace/snapshot';
import { placeNumbers } from '../finding-rows';
import { controlToken, listed, metadataOf, momentOf, ours, ownUuid, prose, reference } from './parts';

const NO_VERDICT =
  'There are observations and no findings: OSCAL knows controls that are satisfied or not satisfied, and a program that reads documents can say neither. What nobody has looked at is graded "nothing yet" or "unknown" and is no failure.';

/** The assessment results: our grade of each control, clause and AI system as an observation, and no verdict. */
export function oscalAssessmentResults(snapshot: Snapshot): Record<string, unknown> {
  const { controls, clauses, systems } = coverageOf(snapshot);
  const items = [...controls, ...clauses];
  const plan = ownUuid(snapshot, 'no-assessment-plan');
  return {
    uuid: ownUuid(snapshot, 'assessment-results', snapshot.view.today),
    metadata: metadataOf(snapshot, {
      title: 'What the repository shows',
      version: snapshot.view.today,
      remarks: `${FOOT_LINE} ${NO_VERDICT}`,
    }),
    'import-ap': { href: `#${plan}` },
    results: [
      {
        uuid: ownUuid(snapshot, 'result', snapshot.view.today),
        title: `What the repository shows on ${snapshot.view.today}`,
        description: `Documents were read by a program. ${FOOT_LINE}`,
        start: momentOf(snapshot),
        end: momentOf(snapshot),
        'reviewed-controls': {
          description: 'Controls of Annex A and requirement clauses that were looked for in the documents.',
          'control-selections': [{ 'include-controls': items.map(({ id }) => ({ 'control-id': controlToken(id) })) }],
        },
        ...listed('observations', [
          ...items.map((item) => observationOf(snapshot, item)),
          ...systems.map((system, index) => systemObservation(snapshot, system, index)),
        ]),
        remarks: NO_VERDICT,
      },
    ],
    'back-matter': {
      resources: [
        {
          uuid: plan,
          title: 'No assessment plan',
          description: 'There is no assessment plan. The documents were read by a program as they stand.',
        },
      ],
    },
  };
}

function observationOf(snapshot: Snapshot, item: GradedItem): Record<string, unknown> {
  const evidence = item.evidence.flatMap((place) => {
    const { path, start } = placeNumbers(snapshot, place);
    const text = snapshot.texts.get(place.on === 'field' ? place.row.path : path);
    const words = text ? text.text.slice(snapshot.spanOf(place).start, snapshot.spanOf(place).end).trim() : '';
    const href = reference(path);
    return href === undefined
      ? []
      : [
          {
            href,
            description: `Named in ${prose(path)}, line ${start.line}${place.on === 'field' ? `: ${prose(words)}` : ''}`,
          },
        ];
  });
  return {
    uuid: ownUuid(snapshot, 'observation', item.kind, item.id, snapshot.view.today),
    title: prose(`${item.id} ${item.title}`),
    description: prose(`${GRADE_WORDS[item.grade]}. ${item.reason}`),
    props: [...ours('control-id', controlToken(item.id)), ...ours('grade', item.grade)],
    methods: ['EXAMINE'],
    ...listed('relevant-evidence', evidence),
    collected: momentOf(snapshot),
    ...(item.next === '' ? {} : { remarks: prose(`Next: ${item.next}`) }),
  };
}

function systemObservation(snapshot: Snapshot, system: GradedSystem, index: number): Record<string, unknown> {
  const name = system.id === '' ? system.name || `system ${index + 1}` : system.id;
  return {
    uuid: ownUuid(snapshot, 'observation', 'system', name, String(system.id === '' ? index : 0), snapshot.view.today),
    title: prose(`Impact assessment of ${`${system.id} ${system.name}`.trim() || name}`),
    description: prose(`${system.state.replace(/-/g, ' ')}. ${system.reason}`),
    props: [...ours('system-id', system.id), ...ours('assessment-state', system.state)],
    methods: ['EXAMINE'],
    collected: momentOf(snapshot),
    ...(system.next === '' ? {} : { remarks: prose(`Next: ${system.next}`) }),
  };
}
