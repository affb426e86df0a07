// Every file of a pack follows its schema; the controls and clauses of ISO/IEC 42001 are all there.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import {
  annexes,
  bases,
  clauseNumbers,
  clauses,
  controls,
  groups,
  kindNames,
  known,
  packFiles,
  readPack,
  requirements,
  unique,
} from './support/framework-packs';

/** Which schema checks which file; a file of `frameworks/` without one fails the suite. */
const schemas: Readonly<Record<string, string>> = {
  'iso-42001/pack.yaml': 'standard',
  'iso-42001/controls.yaml': 'controls',
  'iso-42001/clauses.yaml': 'clauses',
  'iso-42001/annexes.yaml': 'annexes',
  'eu-ai-act/pack.yaml': 'eu-ai-act',
  'nist-ai-rmf/pack.yaml': 'nist-ai-rmf',
};

describe('frameworks: every file follows its schema', () => {
  const ajv = new Ajv({ allErrors: true });
  for (const path of packFiles) {
    it(path, () => {
      const name = path.startsWith('crosswalks/') ? 'crosswalk' : schemas[path];
      ok(name !== undefined, 'no schema is named for this file');
      const validate = ajv.compile({
        ...(JSON.parse(readFileSync(`schemas/packs/${name}.schema.json`, 'utf8')) as object),
        $id: path,
      });
      validate(readPack(path));
      deepEqual(
        (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`).slice(0, 10),
        [],
      );
    });
  }

  it('no file uses anchors or aliases, so that each row can be read alone', () => {
    for (const path of packFiles)
      ok(!/(^|[\s[{,])[&*][A-Za-z]/m.test(readFileSync(`frameworks/${path}`, 'utf8')), path);
  });

  it('the packs together stay small', () => {
    const size = packFiles.reduce((sum, path) => sum + JSON.stringify(readPack(path)).length, 0);
    ok(size <= 350_000, `${size} characters`);
  });
});

describe('frameworks: ISO/IEC 42001 controls', () => {
  it('there are 38 in 9 groups: 3 + 2 + 5 + 4 + 9 + 5 + 4 + 3 + 3', () => {
    deepEqual(
      groups.map((group) => [group.id, controls.filter((control) => control.group === group.id).length]),
      [
        ['A.2', 3],
        ['A.3', 2],
        ['A.4', 5],
        ['A.5', 4],
        ['A.6', 9],
        ['A.7', 5],
        ['A.8', 4],
        ['A.9', 3],
        ['A.10', 3],
      ],
    );
    equal(controls.length, 38);
  });

  it('ids and titles are unique and each id lies in its group without a gap', () => {
    unique(
      controls.map((control) => control.id),
      'control ids',
    );
    unique(
      controls.map((control) => control.title),
      'control titles',
    );
    for (const parent of groups.flatMap((group) => group.subgroups ?? [group])) {
      const inside = controls.filter((control) => (control.subgroup ?? control.group) === parent.id);
      deepEqual(
        inside.map((control) => control.id),
        inside.map((_, index) => `${parent.id}.${index + 2}`),
      );
    }
  });

  it('related clauses and kinds exist', () => {
    known(
      controls.flatMap((control) => control.clauses),
      clauseNumbers,
      'clauses',
    );
    known(
      controls.flatMap((control) => control.kinds),
      kindNames,
      'kinds',
    );
  });

  it('no text is said of two controls', () => {
    unique(
      controls.flatMap((control) => [control.asks, control.common_failing, ...control.look_for]),
      'sentences',
    );
  });
});

describe('frameworks: ISO/IEC 42001 clauses', () => {
  it('32 hold requirements; 13 of them ask for no documented information', () => {
    equal(requirements.length, 32);
    equal(requirements.filter((clause) => clause.required === 'no').length, 13);
    equal(clauses.length, 43);
  });

  it('numbers are unique and in order, and each has its parent before it', () => {
    const numbers = clauses.map((clause) => clause.number);
    unique(numbers, 'clause numbers');
    for (const [index, number] of numbers.entries()) {
      const parent = number.split('.').slice(0, -1).join('.');
      ok(parent === '' || numbers.slice(0, index).includes(parent), `${number} has no parent before it`);
    }
    const headings = clauses.filter((clause) => clause.heading_only).map((clause) => clause.number);
    deepEqual(headings, ['4', '5', '6', '6.1', '7', '7.5', '8', '9', '9.2', '9.3', '10']);
  });

  it('what is not verified is only usually required', () => {
    const unverified = requirements.filter((clause) => clause.verified === false).map((clause) => clause.number);
    deepEqual(unverified, ['4.4', '7.5.1', '7.5.3', '8.1', '9.1', '9.2.2', '9.3.3', '10.2']);
    known(
      requirements.flatMap((clause) => clause.basis ?? []),
      new Set(bases.map((basis) => basis.id)),
      'bases',
    );
  });

  it('the clauses shown by records are marked', () => {
    const marked = requirements.filter((clause) => clause.records).map((clause) => clause.number);
    deepEqual(marked, ['7.2', '8.1', '8.2', '8.3', '8.4', '9.1', '9.2.2', '9.3.3', '10.2']);
  });

  it('kinds exist, and those that fit everything never serve a clause by themselves', () => {
    const generic = ['policy', 'procedure', 'record'];
    known(
      requirements.flatMap((clause) => [...(clause.kinds ?? []), ...(clause.named_kinds ?? [])]),
      kindNames,
      'kinds',
    );
    for (const clause of requirements) {
      ok(!clause.kinds?.some((kind) => generic.includes(kind)), `${clause.number}: kinds`);
      ok(!clause.named_kinds?.some((kind) => !generic.includes(kind)), `${clause.number}: named_kinds`);
    }
  });

  it('every kind of document serves a clause or a control', () => {
    const served = new Set([
      ...requirements.flatMap((clause) => [...(clause.kinds ?? []), ...(clause.named_kinds ?? [])]),
      ...controls.flatMap((control) => control.kinds),
    ]);
    known([...kindNames], served, 'kinds served');
  });

  it('annexes: guidance mirrors the groups; 11 objectives, 7 risk sources', () => {
    deepEqual(
      annexes.guidance.map((row) => [row.group, row.guidance]),
      groups.map((group) => [group.id, group.id.replace('A', 'B')]),
    );
    deepEqual(
      annexes.objectives.map((row) => row.id),
      Array.from({ length: 11 }, (_, index) => `C.2.${index + 1}`),
    );
    deepEqual(
      annexes.risk_sources.map((row) => row.id),
      Array.from({ length: 7 }, (_, index) => `C.3.${index + 1}`),
    );
  });
});
