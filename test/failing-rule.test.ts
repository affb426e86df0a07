// A check that stops with an error of its own: it is seen, what rests on it is unknown, and everything else goes on.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import packs from 'gen/frameworks';
import { type Snapshot, Workspace } from '../engine/engine';
import { kinds } from '../engine/kinds/registry';
import { rules } from '../engine/rules/registry';
import type { Rule } from '../engine/rules/rule';
import { failingDocumentRule, failingTextRule, failingWorkspaceRule, THROWN } from './support/failing-rules';
import { giveFiles, rowsOf, TODAY, workspaceOf } from './support/memory-workspace';
import { allGrades, gradeOf, procedure, statement } from './support/small-system';
import { AIMS } from './support/small-texts';
import { FAILED, FILES, IN_ORDER, OTHER } from './support/sound-system';

function workspaceWith(failing: readonly Rule[], files = FILES): { workspace: Workspace; snapshot: Snapshot } {
  const workspace = new Workspace({ packs, kinds, rules: [...rules, ...failing] }, TODAY);
  workspace.setOutside(new Map());
  giveFiles(workspace, files);
  return { workspace, snapshot: workspace.updateNow() };
}

const failures = (snapshot: Snapshot) => rowsOf(snapshot).filter(({ rule }) => rule === FAILED);
const others = (snapshot: Snapshot) =>
  rowsOf(snapshot)
    .filter(({ rule }) => rule !== FAILED)
    .map((row) => JSON.stringify(row));

describe('a check that fails', () => {
  const sound = workspaceOf(FILES).snapshot;

  it('without one, everything in these files is in order', () => {
    deepEqual(failures(sound), []);
    equal(sound.uncheckable, false);
    deepEqual(
      ['A.6.2.4', '4.4', 'AIS-001', 'AIS-002', 'AIS-003'].map((id) => gradeOf(sound, id).grade),
      ['evidenced', 'evidenced', 'current', 'retired', 'out-of-scope'],
    );
    ok(rowsOf(sound).some(({ rule, path }) => rule === OTHER && path === 'soa.yaml'));
  });

  const documents = ['aia.md', 'governing/release.md', 'records/validation.md', 'soa.yaml', 'systems.yaml'];
  const CASES: Readonly<Record<string, readonly [Rule, at: readonly string[], unknown: readonly string[]]>> = {
    'in every document': [failingDocumentRule('soa/breaks'), documents, ['control']],
    'in one document': [failingDocumentRule('soa/breaks', 'PRO-1'), ['governing/release.md'], ['control']],
    'about evidence': [failingDocumentRule('evidence/breaks', 'REC-1'), ['records/validation.md'], ['control']],
    'about the whole': [failingWorkspaceRule('clause/breaks'), ['aims.yaml'], ['clause']],
    'about documents': [failingDocumentRule('document/breaks', 'SOA-1'), ['soa.yaml'], ['clause']],
    'about systems': [failingWorkspaceRule('system/breaks'), ['aims.yaml'], ['system']],
    'about assessments': [failingDocumentRule('assessment/breaks', 'AIA-1'), ['aia.md'], ['system']],
    'about the text of one file': [
      failingTextRule('syntax/breaks', 'Two engineers did it and wrote'),
      ['aia.md', 'governing/release.md', 'records/validation.md'],
      ['control', 'clause', 'system'],
    ],
    'about aims.yaml as a text': [
      failingTextRule('syntax/breaks', 'organization: Example'),
      ['aims.yaml'],
      ['control', 'clause', 'system'],
    ],
    'about something no grade rests on': [
      failingDocumentRule('objective/breaks', 'PRO-1'),
      ['governing/release.md'],
      [],
    ],
  };
  for (const [title, [rule, at, unknown]] of Object.entries(CASES)) {
    describe(title, () => {
      const { snapshot } = workspaceWith([rule]);

      it('is one error at each place, which names it and says whose mistake it is', () => {
        const found = failures(snapshot);
        deepEqual(
          found.map(({ path, severity, line }) => `${path}:${line} ${severity}`),
          at.map((path) => `${path}:1 error`),
        );
        for (const { message } of found) {
          ok(message.includes(rule.id) && message.includes(THROWN), message);
          match(message, /mistake in the product/);
        }
        deepEqual([...snapshot.failedRules], [rule.id]);
        equal(snapshot.uncheckable, true);
      });

      it('takes nothing from what the others find', () => {
        deepEqual(others(snapshot), others(sound));
      });

      it('makes unknown what rests on it, and nothing better', () => {
        const before = allGrades(sound);
        allGrades(snapshot).forEach((line, index) => {
          const [kind = '', id = '', grade] = line.split(' ');
          const kept =
            unknown.includes(kind) && !['AIS-002', 'AIS-003'].includes(id) ? 'unknown' : before[index]?.split(' ')[2];
          equal(grade, kept, line);
          if (grade === 'unknown') match(gradeOf(snapshot, id).words, new RegExp(rule.id));
        });
      });
    });
  }

  it('several that fail are all named', () => {
    const { snapshot } = workspaceWith([
      failingDocumentRule('soa/breaks', 'PRO-1'),
      failingWorkspaceRule('clause/breaks'),
    ]);
    deepEqual(
      failures(snapshot).map(({ path }) => path),
      ['aims.yaml', 'governing/release.md'],
    );
    deepEqual(others(snapshot), others(sound));
  });

  it('without an aims.yaml, what fails about the whole stands at the first document', () => {
    const { snapshot } = workspaceWith([failingWorkspaceRule('clause/breaks')], new Map([...FILES].slice(1)));
    deepEqual(
      failures(snapshot).map(({ path }) => path),
      ['aia.md'],
    );
  });

  it('stays an error in a draft and in a document that was only recognised, and nobody can silence it', () => {
    const rule = failingDocumentRule('objective/breaks');
    for (const files of [
      new Map([['soa.yaml', statement([IN_ORDER], { status: 'draft' })]]),
      new Map([['soa.csv', 'Control,Applicable,Justification\nA.2.2,Yes,Our board wants it.\n']]),
      new Map([['aims.yaml', `${AIMS}rules: { ${FAILED}: off }\n`], ...[...FILES].slice(1)]),
      new Map([
        ['aims.yaml', `${AIMS}exceptions:\n  - { rule: ${FAILED}, at: soa.yaml, reason: known, until: 2027-01-01 }\n`],
        ['soa.yaml', `# aims-ignore ${FAILED}: known\n${statement([IN_ORDER])}`],
      ]),
      new Map([['aims.yaml', `${AIMS}rules: { objective/breaks: off }\n`], ...[...FILES].slice(1)]),
    ]) {
      const { snapshot } = workspaceWith([rule], files);
      ok(
        failures(snapshot).some(({ path, severity }) => path.startsWith('soa.') && severity === 'error'),
        JSON.stringify([...files.keys()]),
      );
      ok(snapshot.uncheckable);
    }
  });

  it('is over as soon as the text no longer makes it fail, and does not run again before', () => {
    const { workspace, snapshot } = workspaceWith([failingDocumentRule('soa/breaks', 'PRO-1')]);
    const before = workspace.ruleRuns;
    const again = workspace.updateNow();
    equal(workspace.ruleRuns, before);
    deepEqual(failures(again), failures(snapshot));
    equal(gradeOf(again, 'A.6.2.4').grade, 'unknown');
    workspace.setText('governing/release.md', { text: procedure({ id: 'PRO-2', clauses: ['4.4'] }), damaged: false });
    const after = workspace.updateNow();
    deepEqual(failures(after), []);
    equal(after.uncheckable, false);
    equal(gradeOf(after, 'A.6.2.4').grade, 'evidenced');
  });
});
