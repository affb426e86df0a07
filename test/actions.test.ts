// Invariant 9 for every action there is: it parses, does what it says, adds no error, and never writes a judgement.
import { deepEqual, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import pages from 'gen/rule-pages';
import { cursorActions } from '../engine/features/actions/cursor-actions';
import { rules } from '../engine/rules/registry';
import { decodeText } from '../engine/text/decode';
import { caseBytes, readCases } from './support/case-file';
import { exampleFolders, textsBelow } from './support/folders';
import { workspaceOf } from './support/memory-workspace';
import { prove, proveAll } from './support/proven-actions';

describe('actions', () => {
  for (const rule of rules) {
    const cases = readCases(pages[rule.id] ?? '');
    if (cases.length === 0) continue;
    it(`keep the promise on the cases of ${rule.id}`, () => {
      const problems: string[] = [];
      for (const each of cases) {
        const files = new Map(each.files.map((file) => [file.path, decodeText(caseBytes(file)).text]));
        const { problems: found } = proveAll(files, (finding) => finding.rule === rule.id, each.today);
        problems.push(...found.map((problem) => `${each.title}: ${problem}`));
      }
      deepEqual(problems, []);
    });
  }

  for (const name of ['actions-choices.md', 'actions-rows.md']) {
    it(`keep the promise on the cases of test/features/${name}`, () => {
      const problems: string[] = [];
      for (const each of readCases(readFileSync(`test/features/${name}`, 'utf8'))) {
        const rulesShown = each.blocks.map(({ info }) => info.split(' ')[1]);
        const files = new Map(each.files.map((file) => [file.path, decodeText(caseBytes(file)).text]));
        const { problems: found } = proveAll(files, (finding) => rulesShown.includes(finding.rule), each.today);
        problems.push(...found.map((problem) => `${each.title}: ${problem}`));
      }
      deepEqual(problems, []);
    });
  }

  for (const folder of exampleFolders()) {
    it(`keep the promise on every finding of ${folder}`, function () {
      this.timeout(120_000);
      deepEqual(proveAll(textsBelow(folder), () => true).problems, []);
    });
  }

  it('at the cursor keep the promise in every document of examples/meridian', function () {
    this.timeout(120_000);
    const files = textsBelow('examples/meridian');
    const { workspace, snapshot } = workspaceOf(files);
    const problems: string[] = [];
    const seen = new Set<string>();
    for (const document of snapshot.view.documents) {
      const text = snapshot.texts.get(document.path)?.text ?? '';
      for (let offset = 0; offset < text.length; offset += 97) {
        for (const action of cursorActions(snapshot, document.path, offset)) {
          const key = `${document.kind.kind} ${action.title.replace(/[A-Z]+[-.][\d.]+/g, '')}`;
          if (seen.has(key)) continue;
          seen.add(key);
          problems.push(...prove(workspace, files, snapshot, action));
        }
      }
    }
    ok(seen.size > 5, `only ${seen.size} actions were offered`);
    deepEqual(problems, []);
  });
});
