// Values of register rows change one after the other: what is then found by looking only at changed rows equals a fresh start.
import { deepEqual, ok } from 'node:assert/strict';
import { textsBelow } from './support/folders';
import { everything, giveFiles, workspaceOf } from './support/memory-workspace';
import { Random } from './support/random';

const MERIDIAN = textsBelow('examples/meridian');
const STEPS = process.env.AIMS_LONG === '1' ? 3_000 : 120;
/** A register of these is changed; the others are what its rows refer to. */
const REGISTERS = [...MERIDIAN.keys()].filter((path) => path.endsWith('.yaml') && path !== 'aims.yaml');
const VALUE = /^(\s+(?:- )?([a-z_]+): )(\S.*)$/;
const SPECIAL = [
  'TBD',
  '""',
  '2020-01-31',
  '2031-01-31',
  '31/01/2026',
  '2026-13-01',
  'R-001',
  'AIS-003',
  'R-999',
  'A.6.2.4',
  'no-such-file.md',
  'something else',
  '[AIS-001, AIS-002]',
  '[]',
  'high',
  'false',
];

/** Every value that some row has, by key: what people might write there. */
function valuesByKey(): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  for (const path of REGISTERS)
    for (const line of (MERIDIAN.get(path) ?? '').split('\n')) {
      const [, , key = '', value = ''] = VALUE.exec(line) ?? [];
      if (key !== '') values.set(key, [...(values.get(key) ?? []), value]);
    }
  return values;
}

describe('editing the rows of a register', () => {
  it(`equals a fresh start after each of ${STEPS} random changes of a value`, function () {
    this.timeout(STEPS * 1_000);
    const values = valuesByKey();
    const random = new Random(20_261_121);
    const others = [...MERIDIAN].filter(([path]) => path.endsWith('.yaml') || path.startsWith('assessments/'));
    const files = new Map(others);
    const { workspace, snapshot } = workspaceOf(files);
    let before = snapshot;
    let rowsOnly = 0;
    for (let step = 1; step <= STEPS; step++) {
      const path = random.pick(REGISTERS);
      const lines = (files.get(path) ?? '').split('\n');
      const places = lines.flatMap((line, index) => (VALUE.test(line) ? [index] : []));
      const at = random.pick(places);
      const [, lead = '', key = ''] = VALUE.exec(lines[at] ?? '') ?? [];
      const value = random.chance(0.7) ? random.pick(values.get(key) ?? SPECIAL) : random.pick(SPECIAL);
      lines[at] = lead + value;
      // Now and then a register is as it was, so that not everything ends in disorder.
      files.set(path, random.chance(0.08) ? (MERIDIAN.get(path) ?? '') : lines.join('\n'));
      giveFiles(workspace, files);
      const got = workspace.updateNow();
      const fresh = workspaceOf(files).snapshot;
      deepEqual(everything(got), everything(fresh), `step ${step}: ${key}: ${value} in line ${at + 1} of ${path}`);
      const [old, document] = [before.view.document(path), got.view.document(path)];
      if (old !== document && old?.metadata === document?.metadata) rowsOnly++;
      before = got;
    }
    ok(rowsOnly > STEPS / 2, `only ${rowsOnly} changes left everything but rows as it was`);
  });
});
