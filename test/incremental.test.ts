// What incremental work yields equals what a fresh start yields, and typing prose runs no rule.
import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Snapshot } from '../engine/engine';
import { textsBelow } from './support/folders';
import { everything, giveFiles, TODAY, workspaceOf } from './support/memory-workspace';
import { Random } from './support/random';

const MERIDIAN = textsBelow('examples/meridian');
const STEPS = process.env.AIMS_LONG === '1' ? 10_002 : 300;
const ROUNDS = 3;
/** What the other documents are about: always there. */
const CORE = [
  'aims.yaml',
  'soa.yaml',
  'systems/inventory.yaml',
  'risk/risk-register.yaml',
  'documents/document-register.yaml',
  'context/scope.md',
];
const SNIPPETS = [
  '\n',
  '\n\n',
  ' ',
  'x',
  '|',
  '# New heading\n\n',
  '- item\n',
  '```\n',
  '<!--',
  '-->',
  '---\n',
  '"',
  ': ',
  '  ',
  'AIS-001',
  'A.6.2.4',
  '{{purpose}}',
  'status: draft\n',
  '[link](soa.yaml)',
  '\r\n',
  'TBD',
  '  - id: AIS-002\n    name: Twin\n',
  'next_review: 2026-01-01\n',
  '<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n',
  '| a | b |\n|---|---|\n| c | d |\n',
  'controls: [A.5.2]\n',
  '&anchor ',
  '[ref]: soa.yaml\n',
  '\uFEFF',
];

/** Changes the files a little; says what it did. */
function change(files: Map<string, string>, all: ReadonlyMap<string, string>, random: Random): string {
  const path = random.pick([...files.keys()]);
  const text = files.get(path) ?? '';
  const lines = text.split('\n');
  const at = random.number(0, text.length);
  const line = random.number(0, lines.length - 1);
  switch (random.number(0, 13)) {
    case 0:
    case 1:
    case 2: {
      const snippet = random.pick(SNIPPETS);
      files.set(path, text.slice(0, at) + snippet + text.slice(at));
      return `insert ${JSON.stringify(snippet)} at ${at} of ${path}`;
    }
    case 3:
    case 4: {
      const end = at + random.number(1, 30);
      files.set(path, text.slice(0, at) + text.slice(end));
      return `delete ${at}-${end} of ${path}`;
    }
    case 5:
      files.set(path, [...lines.slice(0, line), ...lines.slice(line + random.number(1, 4))].join('\n'));
      return `delete lines from ${line} of ${path}`;
    case 6:
      files.set(path, [...lines.slice(0, line), lines[line] ?? '', ...lines.slice(line)].join('\n'));
      return `repeat line ${line} of ${path}`;
    case 7: {
      const other = random.number(0, lines.length - 1);
      const moved = [...lines];
      [moved[line], moved[other]] = [moved[other] ?? '', moved[line] ?? ''];
      files.set(path, moved.join('\n'));
      return `swap lines ${line} and ${other} of ${path}`;
    }
    case 8:
      files.set(path, text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text.replaceAll('\n', '\r\n'));
      return `other line ends in ${path}`;
    case 9: {
      files.delete(path);
      return `delete ${path}`;
    }
    case 10: {
      const renamed = path.replace(/(\.\w+)$/, `-${random.number(2, 9)}$1`);
      files.delete(path);
      files.set(renamed, text);
      return `rename ${path} to ${renamed}`;
    }
    default: {
      const original = random.pick([...all.keys()]);
      files.set(original, all.get(original) ?? '');
      return `restore ${original}`;
    }
  }
}

function compare(got: Snapshot, fresh: Snapshot, where: string): void {
  const [mine, theirs] = [everything(got), everything(fresh)];
  const more = mine.findings.filter((row) => !theirs.findings.includes(row));
  const less = theirs.findings.filter((row) => !mine.findings.includes(row));
  deepEqual({ more, less }, { more: [], less: [] }, where);
  deepEqual(mine.findings, theirs.findings, where);
  equal(mine.list, theirs.list, where);
  equal(mine.coverage, theirs.coverage, where);
}

describe('incremental work', () => {
  for (let round = 1; round <= ROUNDS; round++) {
    it(`equals a fresh start after each of ${STEPS / ROUNDS} random changes, round ${round}`, function () {
      this.timeout(STEPS * 600);
      const random = new Random(round * 7919);
      const rest = [...MERIDIAN.keys()].filter((path) => !CORE.includes(path));
      // Some of the documents at a time: a fresh start of all of them for every step would take minutes.
      const chosen = [...CORE, ...Array.from({ length: 16 }, () => random.pick(rest))];
      const all = new Map(chosen.map((path) => [path, MERIDIAN.get(path) ?? '']));
      const files = new Map(all);
      const { workspace, snapshot } = workspaceOf(files);
      compare(snapshot, workspaceOf(files).snapshot, 'at the start');
      for (let step = 1; step <= STEPS / ROUNDS; step++) {
        const done = change(files, all, random);
        giveFiles(workspace, files);
        const got = workspace.updateNow();
        compare(got, workspaceOf(files).snapshot, `round ${round}, step ${step}: ${done}`);
      }
    });
  }

  it('equals a fresh start when the day changes', () => {
    const { workspace } = workspaceOf(MERIDIAN);
    workspace.setToday('2027-09-01');
    compare(workspace.updateNow(), workspaceOf(MERIDIAN, '2027-09-01').snapshot, '2027-09-01');
    workspace.setToday(TODAY);
    compare(workspace.updateNow(), workspaceOf(MERIDIAN).snapshot, TODAY);
  });

  it('gives the first snapshot again when everything is put back', () => {
    const { workspace, snapshot } = workspaceOf(MERIDIAN);
    for (const path of ['soa.yaml', 'systems/inventory.yaml', 'assessments/AIA-001-triage-support.md']) {
      giveFiles(workspace, new Map([...MERIDIAN, [path, `${MERIDIAN.get(path)}\n  broken: [\n`]]));
      workspace.updateNow();
    }
    giveFiles(workspace, MERIDIAN);
    compare(workspace.updateNow(), snapshot, 'put back');
  });
});

describe('editing prose', () => {
  it('runs no rule, however the paragraph changes', () => {
    const { workspace } = workspaceOf(MERIDIAN);
    let edits = 0;
    for (const [path, text] of MERIDIAN) {
      if (!path.endsWith('.md')) continue;
      // Plain sentences in a paragraph of the body: no label, table, list, link, id or heading.
      const match = /\n\n([A-Z][a-z]+ [a-z ,]+ [^\n|`[\]<>*:]+\.)\n\n/.exec(text.slice(text.indexOf('\n---') + 4));
      if (!match?.[1]) continue;
      const at = text.indexOf(match[1]) + match[1].length - 1;
      const before = workspace.ruleRuns;
      for (const word of [' and', ' and so', ' and so on', '']) {
        workspace.setText(path, { text: text.slice(0, at) + word + text.slice(at), damaged: false });
        workspace.updateNow();
      }
      equal(workspace.ruleRuns, before, `${path}: ${workspace.ruleRuns - before} rules ran`);
      edits++;
    }
    ok(edits >= 12, `only ${edits} documents have such a paragraph`);
  });
});
