// What is said of a system without an approved assessment, by its life cycle, and of one with.
import { deepEqual, equal } from 'node:assert/strict';
import { coverageOf } from '../engine/coverage/coverage';
import { assessment, type Given, inventory, snapshotOf, system, systemState } from './support/small-system';
import { AIMS } from './support/small-texts';

const UNASSESSED = /^system\/unassessed$/;

/** Life cycle → what is said without an assessment, and with one that is only a draft or in review. */
const TABLE: Readonly<Record<string, readonly [none: string, draft: string]>> = {
  concept: ['', ''],
  design: ['information', ''],
  development: ['information', ''],
  verification: ['warning', 'information'],
  deployment: ['warning', 'information'],
  operation: ['error', 'warning'],
  'a pilot': ['error', 'warning'],
  '': ['warning', 'information'],
};
const asFound = (severity: string) => (severity === '' ? [] : [`${severity} system/unassessed`]);
const lifecycle = (name: string): Given => ({ lifecycle: name === 'a pilot' ? 'pilot' : name || undefined });

describe('a system without an approved assessment', () => {
  for (const [name, [none, draft]] of Object.entries(TABLE)) {
    it(`${name || 'life cycle missing'}: ${none || 'nothing'} without any, ${draft || 'nothing'} with a draft`, () => {
      const without = systemState(lifecycle(name), {}, UNASSESSED);
      deepEqual(without, { state: name === 'concept' ? 'not-due' : 'missing', said: asFound(none) });
      for (const status of ['draft', 'in_review']) {
        const files = { 'aia.md': assessment({ status, approved_by: undefined, approved_on: undefined }) };
        deepEqual(systemState(lifecycle(name), files, UNASSESSED), { state: 'draft', said: asFound(draft) }, status);
      }
    });
  }

  it('without a life cycle, that is said as well', () => {
    deepEqual(systemState({ lifecycle: undefined }, {}, /^system\/lifecycle$/).said, ['warning system/lifecycle']);
  });

  for (const roles of [['importer'], ['distributor'], ['importer', 'distributor']]) {
    it(`only ${roles.join(' and ')}: at most a warning`, () => {
      for (const [name, [none, draft]] of Object.entries(TABLE)) {
        const given = { ...lifecycle(name), roles };
        deepEqual(systemState(given, {}, UNASSESSED).said, asFound(none === 'error' ? 'warning' : none), name);
        const files = { 'aia.md': assessment({ status: 'draft' }) };
        deepEqual(systemState(given, files, UNASSESSED).said, asFound(draft), name);
      }
    });
  }

  it('importer and deployer: an error all the same', () => {
    deepEqual(systemState({ roles: ['importer', 'deployer'] }, {}, UNASSESSED).said, ['error system/unassessed']);
  });

  it('an assessment of another system is none', () => {
    equal(systemState({}, { 'aia.md': assessment({ systems: ['AIS-002'] }) }, UNASSESSED).state, 'missing');
  });
});

describe('findings about the assessment of a system', () => {
  const OVERDUE = /^assessment\/overdue$/;
  const at = (today: string, aims = AIMS) =>
    systemState({}, { 'aims.yaml': aims, 'aia.md': assessment() }, OVERDUE, today).said;

  it('due soon is information, past due is a warning', () => {
    deepEqual(at('2027-05-01'), []);
    deepEqual(at('2027-05-02'), ['information assessment/overdue']);
    deepEqual(at('2027-06-01'), ['information assessment/overdue']);
    deepEqual(at('2027-06-02'), ['warning assessment/overdue']);
    deepEqual(at('2027-05-02', `${AIMS}review: { warn_before: P7D }\n`), []);
  });

  it('do not proceed, and yet in operation, is an error', () => {
    const said = (name: string) =>
      systemState(
        { lifecycle: name },
        { 'aia.md': assessment({ decision: 'do_not_proceed' }) },
        /goes-against-decision$/,
      ).said;
    deepEqual(said('operation'), ['error assessment/goes-against-decision']);
    deepEqual(said('development'), []);
    deepEqual(said('verification'), []);
    deepEqual(said('retired'), []);
  });

  it('prohibited, and in deployment or later, is an error', () => {
    const said = (name: string) =>
      systemState(
        { lifecycle: name, ai_act: { tier: 'prohibited', basis: 'Article 5(1)(f)' } },
        {},
        /prohibited-in-use$/,
      ).said;
    deepEqual(said('deployment'), ['error system/prohibited-in-use']);
    deepEqual(said('operation'), ['error system/prohibited-in-use']);
    for (const name of ['concept', 'design', 'development', 'verification', 'retired']) deepEqual(said(name), [], name);
  });

  it('states that need nobody are not open, the others say what to do', () => {
    const { systems } = coverageOf(
      snapshotOf({
        'systems.yaml': inventory(
          ...Object.keys(TABLE).map((name, index) => system({ id: `AIS-${index}`, ...lifecycle(name) })),
          system({ id: 'AIS-20', lifecycle: 'retired' }),
        ),
      }),
    );
    for (const { id, state, next } of systems) equal(next !== '', state === 'missing', `${id} ${state}`);
  });
});
