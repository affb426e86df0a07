// Gaps that the tests make in a copy of `examples/meridian`, which has none: what they look for does not depend on
// anybody's day-to-day work on the examples.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is changed. Each text stands in its file once; a test of the suite says where each gap shows. */
const CHANGES = [
  // An included control without a justification.
  ['soa.yaml', /^ {4}justification: Second-language callers.*\n/m, ''],
  // A control that nobody has decided.
  ['soa.yaml', /^ {2}- id: A\.6\.2\.5\n(?: {4,}.*\n)+/m, ''],
  // A system in use that was never assessed.
  ['systems/inventory.yaml', /(?<=\n)(?= {2}- id: AIS-007\n)/, system()],
  // A review that lies back.
  ['policies/data-for-ai.md', /^next_review: .*$/m, 'next_review: 2026-09-30'],
];

const DRAFT = 'assessments/AIA-007-visit-brief.md';

function system() {
  return `  - id: AIS-009
    name: Bed Planner
    in_scope: true
    purpose: Proposes on which ward a planned admission gets a bed.
    intended_use: Admission planners of one hospital, on weekdays. A planner confirms each proposal.
    owner: Head of product
    roles: [provider]
    lifecycle: operation
    autonomy: Proposes a ward. Moves nobody by itself.
    human_oversight: A planner sees the reasons and confirms or changes each proposal.
    affected_groups:
      - Patients with a planned admission
    models: [M-003]
    ai_act:
      tier: minimal
      basis: Article 4
      decided_by: Anneke Visser
      decided_on: 2026-10-05
    in_service_since: 2026-10-05
    last_change: 2026-10-05
    next_review: 2027-09-15
`;
}

const draft = `---
kind: ai-impact-assessment
id: AIA-007
title: Impact assessment of Visit Brief
status: draft
owner: Head of product
systems: [AIS-005]
assessors: [Eoin Gallagher]
clauses: ["6.1.4", "8.4"]
---
# Impact assessment of Visit Brief

## Purpose and intended use
Visit Brief would summarise a patient's record, so that a doctor finds what matters before a visit of ten minutes.

## Foreseeable misuse
A doctor under pressure reads the summary alone. What it leaves out is then never seen.

## Affected people
{{who is affected, also among those who never use it?}}

## Data and its quality

## Fairness and bias
Not tested yet. Records in two languages and records of patients with many illnesses come first.

## Measures

## Decision
`;

/** Makes the gaps in a copy of the example. */
export function makeGaps(folder) {
  for (const [path, pattern, replacement] of CHANGES) {
    const file = join(folder, path);
    const before = readFileSync(file, 'utf8');
    const after = before.replace(pattern, replacement);
    if (after === before) throw new Error(`${path} has no ${pattern}: the example has changed`);
    writeFileSync(file, after);
  }
  writeFileSync(join(folder, DRAFT), draft);
}
