// New documents and entries: every choice can be made, parses, is what it says, and writes no judgement.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { newChoices } from '../engine/features/new-choices';
import { planAction } from '../engine/features/plan';
import { configuration } from '../engine/features/set-up';
import { added, applied, keyOf, noJudgement, STILL_OPEN } from './support/changes';
import { textsBelow } from './support/folders';
import { giveFiles, workspaceOf } from './support/memory-workspace';

const EMPTY_ROOT = new Map([['aims.yaml', configuration('Example "Health" & Co: AI', ['provider'])]]);

describe('new documents and entries', () => {
  for (const [name, files] of [
    ['an empty root', EMPTY_ROOT],
    ['examples/meridian', textsBelow('examples/meridian')],
  ] as const) {
    it(`every choice in ${name} can be made, parses, is what it says, and writes no judgement`, function () {
      this.timeout(120_000);
      const { workspace, snapshot } = workspaceOf(files);
      const problems: string[] = [];
      for (const choice of newChoices(snapshot)) {
        const change = planAction(snapshot, `new ${choice.id}`);
        if ('refused' in change) {
          problems.push(`${choice.id} is offered and refused: ${change.refused}`);
          continue;
        }
        const after = applied(files, change);
        giveFiles(workspace, after);
        const next = workspace.updateNow();
        for (const { path, text } of change.create) {
          const document = next.view.document(path);
          const declared = /^kind:[ \t]*(\S+)/m.exec(text)?.[1];
          if (document?.recognised !== 'declared' || document.kind.kind !== declared)
            problems.push(`${choice.id}: ${path} is taken for ${document?.kind.kind ?? 'nothing'}`);
          if (choice.id.startsWith('evidence:') && document?.status !== 'template')
            problems.push(`${choice.id}: ${path} is ${document?.status}, not a template`);
          if (choice.id.startsWith('kind:') && declared !== choice.id.slice('kind:'.length))
            problems.push(`${choice.id} makes a ${declared}`);
          if (!/\{\{/.test(text)) problems.push(`${choice.id}: nothing in ${path} is left to fill in`);
          if (change.open?.path === path && !text.slice(change.open.offset).startsWith('{{'))
            problems.push(`${choice.id}: the cursor is not where something is to be written`);
        }
        for (const finding of added(snapshot, next))
          if ((finding.severity === 'error' && !STILL_OPEN.test(finding.rule)) || finding.rule.startsWith('syntax/'))
            problems.push(`${choice.id} adds ${keyOf(next, finding)}`);
        try {
          noJudgement(snapshot, next, choice.id);
        } catch (error) {
          problems.push(String(error));
        }
        giveFiles(workspace, files);
      }
      deepEqual(problems, []);
    });
  }

  it('all 38 controls have a template, which a root without a statement can use', () => {
    const { snapshot } = workspaceOf(EMPTY_ROOT);
    const controls = [...snapshot.view.catalogue.controls.keys()];
    equal(controls.length, 38);
    for (const control of controls) {
      const change = planAction(snapshot, `create-evidence ${control}`);
      ok(!('refused' in change), control);
      ok(change.create[0]?.text.includes(control), `the template of ${control} names it`);
    }
  });

  it('named actions: rows, all rows, assessments, and refusals in words', () => {
    const files = textsBelow('examples/meridian');
    const soa = files.get('soa.yaml') ?? '';
    const cut = new Map([...files, ['soa.yaml', soa.replace(/^ {2}- id: A\.6\.2\.4\n(?: {4}.*\n|\n)*/m, '')]]);
    const { workspace, snapshot } = workspaceOf(cut);
    for (const name of ['insert-row A.6.2.4', 'insert-all-rows']) {
      const change = planAction(snapshot, name);
      ok(!('refused' in change), name);
      giveFiles(workspace, applied(cut, change));
      const next = workspace.updateNow();
      equal(
        next.findings.filter((finding) => finding.rule === 'soa/missing-control' || finding.rule.startsWith('syntax/'))
          .length,
        0,
        name,
      );
      ok(
        next.view.document('soa.yaml')?.rows.some((row) => row.id === 'A.6.2.4'),
        `${name} makes a row`,
      );
      noJudgement(snapshot, next, name);
      giveFiles(workspace, cut);
    }
    const assessment = planAction(snapshot, 'create-assessment AIS-005');
    ok(!('refused' in assessment));
    for (const name of [
      'insert-row A.9.9',
      'create-evidence A.1.1',
      'create-assessment AIS-999',
      'new kind:nothing',
      'new row:nothing',
      'new evidence:A.1.1',
      'declare-kind nothing.md',
      'dance',
      '',
    ]) {
      const change = planAction(snapshot, name);
      ok('refused' in change && /^[A-Z].*\.$/.test(change.refused), `"${name}" is refused in a sentence`);
    }
  });
});
