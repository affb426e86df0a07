import { deepEqual, equal, ok } from 'node:assert/strict';
import { coverageOf } from '../engine/coverage/coverage';
import type { Snapshot } from '../engine/engine';
import type { FindingRow } from '../engine/reports/finding-rows';
import { valueOf } from '../engine/workspace/names';
import { loadExample } from './support/examples';

describe('the example in order', () => {
  let snapshot: Snapshot;
  let findings: readonly FindingRow[] = [];
  before(async () => {
    ({ snapshot, findings } = await loadExample('meridian'));
  });

  it('has no error and no warning', () => {
    deepEqual(
      findings
        .filter(({ severity }) => severity === 'error' || severity === 'warning')
        .map(({ path, line, rule, message }) => `${path}:${line} ${rule}: ${message}`),
      [],
    );
    deepEqual([...snapshot.failedRules], []);
  });

  it('is a whole management system: documents that say what they are, systems at every stage', () => {
    const { documents, systems } = snapshot.view;
    ok(documents.length >= 45, `${documents.length} documents`);
    deepEqual(
      documents.filter(({ complete, recognised }) => !complete || recognised === 'shape').map(({ path }) => path),
      [],
    );
    ok(new Set(documents.map(({ language }) => language)).size === 3, 'Markdown, YAML and CSV');
    ok(systems.length >= 6, `${systems.length} systems`);
    const stages = new Set(systems.map((system) => valueOf(system, 'lifecycle')));
    deepEqual(
      ['concept', 'development', 'verification', 'operation', 'retired'].filter((stage) => !stages.has(stage)),
      [],
    );
  });

  it('decides on all 38 controls, with reasons', () => {
    const { controls } = coverageOf(snapshot);
    equal(controls.length, 38);
    const open = controls.filter(({ grade }) => grade !== 'evidenced' && grade !== 'excluded');
    // Three are honestly under way, with a date.
    deepEqual(
      open.map(({ id, grade }) => `${id} ${grade}`),
      ['A.4.5 approved', 'A.6.2.8 approved', 'A.7.5 approved'],
    );
  });

  it('serves every clause, and every system that needs an assessment has a current one', () => {
    const { clauses, systems } = coverageOf(snapshot);
    deepEqual(
      clauses
        .filter(({ counted, grade }) => counted && grade !== 'evidenced' && grade !== 'approved')
        .map(({ id, grade, reason }) => `${id} ${grade}: ${reason}`),
      [],
    );
    deepEqual(
      systems.map(({ id, state }) => `${id} ${state}`),
      [
        'AIS-001 current',
        'AIS-002 current',
        'AIS-003 current',
        'AIS-004 current',
        'AIS-005 not-due',
        'AIS-006 current',
        'AIS-007 retired',
        'AIS-008 out-of-scope',
      ],
    );
  });
});
