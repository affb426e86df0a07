// What the state of an AI system means, line by line: what counts as its assessment, when, and beside what was reviewed.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { systemFingerprints } from '../engine/workspace/suspect';
import {
  assessment,
  type Given,
  gradeOf,
  inventory,
  type SmallFiles,
  snapshotOf,
  system,
  systemState,
} from './support/small-system';
import { AIMS } from './support/small-texts';

const ID = 'AIS-001';

interface Line {
  readonly title: string;
  readonly state: string;
  readonly system?: Given;
  /** Fields of one assessment, or whole files. */
  readonly assessment?: Given;
  readonly files?: SmallFiles;
  readonly today?: string;
  readonly names?: RegExp;
}

const SCREENING: Given = { depth: 'screening', depth_reason: 'It only sorts our own letters.' };
const OLD: Given = { id: 'AIA-0', assessed_on: '2025-02-01', approved_on: '2025-02-10' };

const WHAT_COUNTS: readonly Line[] = [
  { title: 'an approved one with a decision', state: 'current' },
  { title: 'one that names all systems', state: 'current', assessment: { systems: 'all' } },
  { title: 'one that names the system by its name', state: 'current', assessment: { systems: ['Triage'] } },
  { title: 'not one without a decision', state: 'draft', assessment: { decision: undefined }, names: /decision/ },
  { title: 'not one whose decision is a placeholder', state: 'draft', assessment: { decision: '{{decision}}' } },
  { title: 'not a template', state: 'missing', assessment: { status: 'template' } },
  { title: 'not a retired one', state: 'missing', assessment: { status: 'retired' } },
  {
    title: 'the latest, beside an older one that is overdue',
    state: 'current',
    files: { 'old.md': assessment(OLD), 'aia.md': assessment() },
    names: /aia\.md/,
  },
  {
    title: 'the latest, though an older one would hold longer',
    state: 'overdue',
    files: {
      'old.md': assessment({ ...OLD, next_review: '2030-01-01' }),
      'aia.md': assessment({ next_review: '2026-11-01' }),
    },
    names: /aia\.md/,
  },
  {
    title: 'an approved one beside a newer draft',
    state: 'current',
    files: {
      'aia.md': assessment(),
      'new.md': assessment({ id: 'AIA-2', assessed_on: '2026-11-01', status: 'draft' }),
    },
    names: /aia\.md/,
  },
  {
    title: 'not one that was replaced by one about another system',
    state: 'draft',
    files: {
      'aia.md': assessment(),
      'new.md': assessment({ id: 'AIA-2', systems: ['AIS-002'], supersedes: 'AIA-1', approved_on: '2026-07-01' }),
    },
    names: /replaced/,
  },
  { title: 'a screening with its reason', state: 'current', assessment: SCREENING },
  {
    title: 'a screening with its reason, of a limited tier',
    state: 'current',
    system: { ai_act: { tier: 'limited' } },
    assessment: SCREENING,
  },
  {
    title: 'not a screening without its reason',
    state: 'draft',
    assessment: { depth: 'screening' },
    names: /screening/,
  },
  {
    title: 'not a screening with a placeholder for its reason',
    state: 'draft',
    assessment: { depth: 'screening', depth_reason: '{{why}}' },
  },
  {
    title: 'not a screening of a high tier',
    state: 'draft',
    system: { ai_act: { tier: 'high' } },
    assessment: SCREENING,
  },
  {
    title: 'not a screening of a prohibited tier',
    state: 'draft',
    system: { ai_act: { tier: 'prohibited' } },
    assessment: SCREENING,
  },
  {
    title: 'not a screening where affected groups are named',
    state: 'draft',
    system: { affected_groups: ['patients'] },
    assessment: SCREENING,
  },
  {
    title: 'a screening where no groups are affected',
    state: 'current',
    system: { affected_groups: 'none' },
    assessment: SCREENING,
  },
  { title: 'a full one where affected groups are named', state: 'current', system: { affected_groups: ['patients'] } },
];

const WHEN: readonly Line[] = [
  { title: 'a year after it was made, the last day', state: 'current', today: '2027-06-01' },
  { title: 'a year after it was made, the day after', state: 'overdue', today: '2027-06-02', names: /2027-06-01/ },
  { title: 'its own day wins, where it is earlier', state: 'overdue', assessment: { next_review: '2026-11-19' } },
  {
    title: 'its own day wins, where it is later',
    state: 'current',
    assessment: { next_review: '2028-01-01' },
    today: '2027-12-31',
  },
  {
    title: 'aims.yaml sets the period',
    state: 'overdue',
    files: { 'aims.yaml': `${AIMS}review: { ai-impact-assessment: P3M }\n`, 'aia.md': assessment() },
  },
  {
    title: 'it changed since, and nothing was written down of it',
    state: 'suspect',
    system: { last_change: '2026-06-02' },
  },
  { title: 'it changed on the day of the assessment', state: 'current', system: { last_change: '2026-06-01' } },
  { title: 'nothing says whether it changed', state: 'current', system: { last_change: undefined } },
  {
    title: 'suspect says more than overdue',
    state: 'suspect',
    system: { last_change: '2026-06-02' },
    today: '2028-01-01',
  },
];

const OTHERWISE: readonly Line[] = [
  {
    title: 'out of scope with a reason',
    state: 'out-of-scope',
    system: { in_scope: false, scope_reason: 'A calculator.' },
    files: {},
  },
  { title: 'out of scope without a reason is in scope', state: 'missing', system: { in_scope: false }, files: {} },
  {
    title: 'out of scope with a placeholder is in scope',
    state: 'missing',
    system: { in_scope: false, scope_reason: '{{why}}' },
    files: {},
  },
  {
    title: 'unreadable scope is in scope',
    state: 'missing',
    system: { in_scope: 'perhaps', scope_reason: 'Small.' },
    files: {},
  },
  { title: 'retired', state: 'retired', system: { lifecycle: 'retired' }, files: {} },
  { title: 'a concept', state: 'not-due', system: { lifecycle: 'concept' }, files: {} },
  {
    title: 'its only assessment cannot be read in full',
    state: 'unknown',
    files: { 'aia.md': assessment().replace('decision: proceed', 'decision: "proceed') },
    names: /aia\.md/,
  },
  {
    title: 'an assessment of nobody knows what cannot be read in full',
    state: 'unknown',
    files: { 'aia.md': '---\nkind: ai-impact-assessment\nid: AIA-1\nsystems: [AIS\n---\n\n# Assessment\n' },
    names: /aia\.md/,
  },
  {
    title: 'another, current one of it can be read',
    state: 'current',
    files: {
      'aia.md': assessment(),
      'b.md': '---\nkind: ai-impact-assessment\nid: AIA-2\nsystems: [AIS\n---\n\n# Assessment\n',
    },
  },
];

describe('the state of a system', () => {
  for (const [about, lines] of Object.entries({ 'what counts': WHAT_COUNTS, when: WHEN, otherwise: OTHERWISE })) {
    describe(about, () => {
      for (const line of lines) {
        it(`${line.state}: ${line.title}`, () => {
          const files = line.files ?? { 'aia.md': assessment(line.assessment) };
          const snapshot = snapshotOf({ 'systems.yaml': inventory(system(line.system)), ...files }, line.today);
          const { grade, words } = gradeOf(snapshot, ID);
          equal(grade, line.state, words);
          if (line.names) match(words, line.names);
        });
      }
    });
  }
});

/** A system of which everything is known that is compared, with its fingerprints. */
const KNOWN: Given = {
  intended_use: 'Letters to the front desk',
  autonomy: 'suggests',
  human_oversight: 'A nurse decides',
  affected_groups: ['patients'],
  deployed_in: ['EU'],
  ai_act: { tier: 'limited', basis: 'Article 50(1)' },
  last_change: '2026-10-01',
};
const printsOf = (given: Given): Given => {
  const { view } = snapshotOf({ 'systems.yaml': inventory(system(given)) });
  const [row] = view.systems;
  ok(row);
  return { form: 'aims-1', ...Object.fromEntries(systemFingerprints(row, view.names)) };
};

describe('a system beside the state that was reviewed', () => {
  const against = printsOf(KNOWN);
  const SUSPECT = /^assessment\/suspect$/;
  const look = (given: Given, of: Given) => systemState({ ...KNOWN, ...given }, { 'aia.md': assessment(of) }, SUSPECT);

  it('current, where nothing differs, whatever last_change says', () => {
    deepEqual(look({}, { reviewed_against: { [ID]: against } }), { state: 'current', said: [] });
  });

  it('current, where only what is not compared differs', () => {
    const given = { name: 'Triage 2', owner: 'Somebody', lifecycle: 'deployment', suppliers: ['SUP-1'] };
    deepEqual(look(given, { reviewed_against: { [ID]: against } }), { state: 'current', said: [] });
  });

  const changes: Readonly<Record<string, Given>> = {
    purpose: { purpose: 'Answers letters' },
    'intended use': { intended_use: 'Letters to all wards' },
    roles: { roles: ['provider', 'deployer'] },
    autonomy: { autonomy: 'acts' },
    oversight: { human_oversight: 'Nobody looks' },
    'affected groups': { affected_groups: ['patients', 'relatives'] },
    'a field that is gone': { deployed_in: undefined },
    'a field that is new': { models: ['M-1'] },
    tier: { ai_act: { tier: 'high', basis: 'Article 50(1)' } },
    basis: { ai_act: { tier: 'limited', basis: 'Article 50(4)' } },
  };
  for (const [what, given] of Object.entries(changes)) {
    it(`suspect, with a warning: ${what}`, () => {
      deepEqual(look(given, { reviewed_against: { [ID]: against } }), {
        state: 'suspect',
        said: ['warning assessment/suspect'],
      });
    });
  }

  it('information where nothing can be compared, or the form is not known', () => {
    const said = ['information assessment/suspect'];
    deepEqual(look({ last_change: undefined }, {}), { state: 'current', said });
    deepEqual(look({}, { reviewed_against: { [ID]: { ...against, form: 'aims-9' } } }), { state: 'current', said });
  });

  it('a review counts once a person has filled in day, name and conclusion', () => {
    const changed = { purpose: 'Answers letters' };
    const entry = { reviewed_on: '2026-10-10', by: 'Clinical lead', changed: 'purpose', conclusion: 'Still holds' };
    const reviewed = (fields: Given) => ({
      reviewed_against: { [ID]: against },
      reviews: [{ ...entry, against: { [ID]: printsOf({ ...KNOWN, ...changed }) }, ...fields }],
    });
    equal(look(changed, reviewed({})).state, 'current');
    for (const field of ['reviewed_on', 'by', 'conclusion'])
      for (const value of ['', '{{to be filled}}'])
        equal(look(changed, reviewed({ [field]: value })).state, 'suspect', field);
  });
});
