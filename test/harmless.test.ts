// Writes the example differently, with faults in it that have to stay: no finding and no grade may change.
import { deepEqual, ok } from 'node:assert/strict';
import { coverageOf } from '../engine/coverage/coverage';
import type { Snapshot } from '../engine/engine';
import { textsBelow } from './support/folders';
import { giveFiles, workspaceOf } from './support/memory-workspace';
import type { Rewriting, Texts } from './support/rewriting-edits';
import { rewritings } from './support/rewritings';

const EXAMPLE = textsBelow('examples/meridian');

/** Faults of many kinds, so that a rewriting which hides one is noticed: what stands there, and what somebody wrote instead. */
const FAULTS: readonly (readonly [path: string, from: string | RegExp, to: string])[] = [
  ['soa.yaml', /justification: Security, purchasing.*/, 'justification:'],
  ['soa.yaml', /(id: A\.4\.4[\s\S]*?status: )implemented/, '$1half way'],
  ['soa.yaml', /(id: A\.9\.3[\s\S]*?applicable: )true/, '$1false'],
  ['soa.yaml', 'records/data/quality-report-2026-07.md', 'records/data/quality-report-2026-08.md'],
  ['soa.yaml', /(id: A\.7\.5[\s\S]*?target_date: )2027/, '$12025'],
  ['risk/risk-register.yaml', /(id: R-005[\s\S]*?owner: )Head of engineering/, '$1'],
  ['risk/risk-register.yaml', /(id: R-010[\s\S]*?level: )high/, '$1gigantic'],
  ['risk/risk-register.yaml', /(id: R-013[\s\S]*?next_review: )2027/, '$12025'],
  ['risk/risk-register.yaml', /(id: R-014[\s\S]*?residual: )low/, '$1critical'],
  ['risk/risk-register.yaml', /(id: R-015[\s\S]*?accepted_on: )2026-10-29/, '$12027-10-29'],
  ['risk/treatment-plan.yaml', /(id: TP-09[\s\S]*?due: )2027/, '$12025'],
  ['risk/treatment-plan.yaml', /(id: TP-10[\s\S]*?risk: )R-017/, '$1R-117'],
  ['systems/inventory.yaml', 'purpose: Proposes code and tests', 'purpose: Writes code and tests'],
  ['systems/inventory.yaml', 'lifecycle: verification', 'lifecycle:'],
  ['systems/inventory.yaml', 'datasets: [DS-006]', 'datasets: [DS-016]'],
  ['systems/inventory.yaml', /(tier: high\n\s+basis: )Annex III 5\(d\)/, '$1Annex IX'],
  ['systems/models.yaml', 'version: "2026-05"', 'version:'],
  ['systems/datasets.yaml', /legal_basis: Consent.*/, 'legal_basis:'],
  ['partners/suppliers.yaml', /responsibilities: Trains and tests the model.*/, 'responsibilities:'],
  ['operation/incident-log.yaml', 'date: 2026-09-28', 'date: 2027-09-28'],
  ['operation/concern-log.yaml', 'systems: [AIS-006]', 'systems: [AIS-016]'],
  ['improvement/nonconformities.yaml', /effectiveness: Four months.*/, 'effectiveness:'],
  ['organisation/roles.md', '| Pieter Hoekstra | Lina Petrov |', '|  | Lina Petrov |'],
  ['organisation/objectives.md', '| Chief medical officer | 2027-03-31 |', '|  | 2027-03-31 |'],
  [
    'organisation/competence.csv',
    'Test design for AI systems,3,3,../records/training/2026-03-ai-literacy.md',
    'Test design for AI systems,3,3,',
  ],
  [
    'operation/monitoring-plan.md',
    '| Count in the log | monthly | Head of engineering |',
    '| Count in the log |  | Head of engineering |',
  ],
  ['policies/ai-policy.md', 'next_review: 2027-09-24', 'next_review: 2026-10-24'],
  ['policies/data-for-ai.md', 'approved_on: 2026-03-19', 'approved_on:'],
  ['assessments/AIA-002-wound-view.md', 'status: approved', 'status: draft'],
  ['audit/2026-10-management-review.md', '| Operations manager | 2027-03-31 | open |', '|  | 2027-03-31 | open |'],
  ['records/customers/2026-09-customer-panel.md', /^date: .*$/m, 'date:'],
];

function withFaults(): Texts {
  const texts = new Map(EXAMPLE);
  for (const [path, from, to] of FAULTS) {
    const before = texts.get(path) ?? '';
    const after = before.replace(from, to);
    ok(after !== before, `${path}: ${from}`);
    texts.set(path, after);
  }
  return texts;
}

/** What may not change: findings by rule and logical place, and grades. */
function shown(snapshot: Snapshot, renamed: Rewriting['renamed'] = new Map()): string[] {
  const pathOf = (path: string) => renamed.get(path) ?? path;
  const findings = snapshot.findings.map((finding) => {
    // In a table what looks like an id may be a word, so a reference that leads nowhere weighs less there.
    const softer = finding.rule === 'reference/unresolved' && [...renamed.values()].includes(pathOf(finding.path));
    return `${softer ? '' : finding.severity} ${finding.rule} ${pathOf(finding.path)} ${plain(finding.where)}`;
  });
  const coverage = coverageOf(snapshot);
  const grades = [...coverage.controls, ...coverage.clauses].map(({ id, grade }) => `${id} ${grade}`);
  return [...findings, ...grades, ...coverage.systems.map(({ id, state }) => `${id} ${state}`)].sort();
}

/** A logical place ends with the item as it was written: its spelling is not what is compared. */
function plain(where: string): string {
  const folded = where.toLowerCase().replace(/\.evidence\.\.?\//, '.evidence.');
  return folded.replace(
    /\.controls\.(?:annex |(?:iso(?:\/iec)? )?42001(?::2023)?[ :])?\**a[. ]?(\d[\d.]*)\**$/,
    '.controls.a.$1',
  );
}

/** A byte order mark belongs to the bytes, and is taken off where they are read. */
function asRead(texts: Texts): Map<string, string | Uint8Array> {
  return new Map([...texts].map(([path, text]) => [path, text.startsWith('\uFEFF') ? Buffer.from(text) : text]));
}

describe('writing the example differently', () => {
  const all = rewritings();
  const files = withFaults();
  const { workspace, snapshot } = workspaceOf(files);

  it('knows at least 80 ways, each with a name of its own', () => {
    ok(all.length >= 80, `${all.length} ways`);
    deepEqual(
      all.map((each) => each.title).filter((title, index, titles) => titles.indexOf(title) !== index),
      [],
    );
    const findings = snapshot.findings.length;
    console.log(`      ${all.length} ways, over ${FAULTS.length} faults that lead to ${findings} findings`);
    ok(findings >= FAULTS.length, `${findings} findings`);
  });

  for (const rewriting of all) {
    it(rewriting.title, function () {
      this.timeout(20_000);
      const rewritten = rewriting.rewrite(files);
      ok(
        rewriting.title === 'files in another order' || [...rewritten].some(([path, text]) => files.get(path) !== text),
        'it changes something',
      );
      giveFiles(workspace, asRead(rewritten));
      const [now, before] = [shown(workspace.updateNow(), rewriting.renamed), shown(snapshot, rewriting.renamed)];
      const difference = {
        more: now.filter((line) => !before.includes(line)),
        less: before.filter((line) => !now.includes(line)),
      };
      deepEqual(difference, { more: [], less: [] });
      deepEqual(now, before);
    });
  }
});
