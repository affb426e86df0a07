import type { Severity } from '../../configuration/configuration';
import { rowsAbout } from '../../workspace/document-rows';
import { filledText, valueOf, valuesOf } from '../../workspace/names';
import { onRow } from '../../workspace/places';
import { documentName, rowName } from '../../workspace/wording';
import { defineRule } from '../rule';

/** Severity by life cycle; what is not named here is no finding (design: coverage, AI system). */
const WITHOUT: Readonly<Record<string, Severity>> = {
  design: 'information',
  development: 'information',
  verification: 'warning',
  deployment: 'warning',
  operation: 'error',
  '': 'warning',
};
const DRAFT_ONLY: Readonly<Record<string, Severity>> = {
  verification: 'information',
  deployment: 'information',
  operation: 'warning',
  '': 'information',
};

export default defineRule({
  id: 'system/unassessed',
  scope: 'document',
  about: 'system',
  rowByRow: true,
  looksAround: true,
  severity: 'error',
  references: ['6.1.4', '8.4', 'A.5.2'],
  messages: {
    operation:
      '{system} is in operation and no impact assessment names it. Clauses 6.1.4 and 8.4 ask for one: assess what the system does to people and society, have it approved, and name {system} in it.',
    before:
      '{system} is in {lifecycle} and no impact assessment names it. Have one done and approved before the system is in operation (clauses 6.1.4 and 8.4).',
    early:
      '{system} is in {lifecycle} and has no impact assessment yet. Begin it now, while its result can still change the design (clause 6.1.4).',
    stageUnknown:
      'No impact assessment names {system}, and nothing says at which stage of its life the system is. Write the life cycle, and have the system assessed before it is in operation (clause 6.1.4).',
    notApproved:
      '{system} is {stage}, but its impact assessment {assessment} is not approved yet. It counts once somebody has decided and approved it (clause 6.1.4).',
    noDecision:
      '{system} is {stage}, but its impact assessment {assessment} gives no decision. It counts once it says whether the system may go on (clause 6.1.4).',
    screening:
      '{system} is {stage}, but {assessment} is only a screening. A screening is not enough for a high or prohibited tier, where affected groups are named, or without its reason: do the full assessment (clause 6.1.4).',
    replaced:
      '{system} is {stage}, but its impact assessment {assessment} was replaced by one that does not name it. Name {system} in the newer one, or assess it anew (clause 6.1.4).',
    related: 'The assessment {assessment} is here.',
  },
  *check(document, view) {
    for (const system of rowsAbout(document, 'system')) {
      const { state, assessment, note } = view.assessmentState(system);
      if (state !== 'missing' && state !== 'draft') continue;
      const lifecycle = valueOf(system, 'lifecycle');
      const severity = capped((state === 'missing' ? WITHOUT : DRAFT_ONLY)[lifecycle], valuesOf(system, 'roles'));
      if (!severity) continue;
      const data = {
        system: rowName(system),
        lifecycle: filledText(system, 'lifecycle'),
        stage: lifecycle === '' ? 'at an unknown stage of its life' : `in ${filledText(system, 'lifecycle')}`,
        assessment: assessment ? documentName(assessment) : '',
      };
      const message = state === 'missing' ? withoutAny(lifecycle) : (BY_NOTE[note] ?? 'notApproved');
      const related = assessment
        ? [
            {
              at: onRow(assessment.metadata),
              message: 'related',
              data: { assessment: documentName(assessment) },
            },
          ]
        : [];
      yield { at: onRow(system), message, data, severity, final: true, related };
    }
  },
});

const BY_NOTE: Readonly<Record<string, string>> = {
  'decision-missing': 'noDecision',
  'screening-not-enough': 'screening',
  superseded: 'replaced',
};

function withoutAny(lifecycle: string): string {
  if (lifecycle === '') return 'stageUnknown';
  if (lifecycle === 'operation') return 'operation';
  return lifecycle === 'design' || lifecycle === 'development' ? 'early' : 'before';
}

/** Whoever only brings in or passes on a system answers for less of it. */
function capped(severity: Severity | undefined, roles: readonly string[]): Severity | undefined {
  const onlyTrade = roles.length > 0 && roles.every((role) => role === 'importer' || role === 'distributor');
  return severity === 'error' && onlyTrade ? 'warning' : severity;
}
