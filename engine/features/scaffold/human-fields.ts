/**
 * Fields in which a person judges, decides or vouches. They are written where the whole document is in view, never from
 * outside in passing: status and approval, decisions with their reasons, ratings of risk, acceptance, evidence.
 */
const HUMAN: readonly RegExp[] = [
  /^(?:status|decision|depth|depth_reason|conclusion|effectiveness|evaluation|met|outcome)$/,
  /^(?:approved|accepted|decided|assessed|reviewed|held|closed)_(?:by|on)$|^(?:reviewed|last_reviewed|last_review|reviews|reviewed_against|assessors)$/,
  /^(?:applicable|basis|justification|implementation|in_scope|scope_reason|evidence)$/,
  /^ai_act(?:\.|$)/,
  /^(?:likelihood|impact|level|residual|treatment|severity)$/,
  /^(?:due_diligence|due_diligence_on|assessment_revisited)$/,
  /^(?:kind|framework)$/,
];

/** Why a field is not set from outside; undefined where it may be. */
export function whyOnlyByHand(field: string): string | undefined {
  if (!HUMAN.some((pattern) => pattern.test(field))) return undefined;
  return field === 'kind' || field === 'framework'
    ? `"${field}" comes from the template.`
    : `"${field}" is for a person to judge in the document itself; leave it out here, and write it there.`;
}
