// Invariant 9 for every action there is: it parses, does what it says, adds no error, and never writes a judgement.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import packs from 'gen/frameworks';
import pages from 'gen/rule-pages';
import { createCatalogue } from '../engine/catalogue/catalogue';
import { coverageOf } from '../engine/coverage/coverage';
import type { Snapshot, Workspace } from '../engine/engine';
import type { Action } from '../engine/features/actions/action';
import { cursorActions } from '../engine/features/actions/cursor-actions';
import type { Change } from '../engine/features/change';
import { actionsFor, fixAll, hasFix } from '../engine/features/code-actions';
import { newChoices } from '../engine/features/new-choices';
import { planAction } from '../engine/features/plan';
import { configuration, setUpFiles } from '../engine/features/set-up';
import { findingMessage } from '../engine/messages/message';
import { rules } from '../engine/rules/registry';
import { decodeText } from '../engine/text/decode';
import { applyEdits } from '../engine/text/edit';
import type { Finding } from '../engine/workspace/finding';
import { caseBytes, readCases } from './support/case-file';
import { exampleFolders, textsBelow } from './support/folders';
import { giveFiles, workspaceOf } from './support/memory-workspace';

/** What only a person may say. */
const NEVER = [
  'approved_by',
  'approved_on',
  'accepted_by',
  'accepted_on',
  'decision',
  'evidence',
  'justification',
  'signed_by',
  'conclusion',
];

/** What stands in place of a finding whose answer is still to be written. */
const STILL_OPEN = /^(?:document\/placeholder|soa\/no-decision|assessment\/empty-section|exception\/.*)$/;

/**
 * What may be written in full, since nothing in it is left to say: a document in the register as it calls itself, the
 * standard that somebody chooses, and the signs that make a text readable.
 */
const COPIED = /^(?:document\/not-in-register|framework\/undecided|syntax\/.*)$/;

/** What is seen for the first time once a reference leads somewhere, or a row is that of another control. */
const REVEALED: Readonly<Record<string, RegExp>> = {
  reference: /^(?:evidence\/(?:undated|stale|template|only-draft|intention-only)|reference\/.*)$/,
  evidence: /^evidence\/(?:undated|stale|template|only-draft|intention-only)$/,
  soa: /^soa\/missing-control$/,
  syntax: /./,
};

function isExpected(rule: string, fix: boolean, by: string): boolean {
  return (!fix && STILL_OPEN.test(rule)) || REVEALED[by.split('/')[0] ?? '']?.test(rule) === true;
}

/** The files after a change. Throws where edits overlap, name a file that is not there, or a new file is there already. */
function applied(files: ReadonlyMap<string, string>, change: Change): Map<string, string> {
  const after = new Map(files);
  for (const { path, text } of change.create) {
    ok(!files.has(path), `${path} is there already`);
    after.set(path, text);
  }
  for (const path of new Set(change.edits.map((edit) => edit.path))) {
    const text = files.get(path);
    ok(text !== undefined, `${path} is edited, but not there`);
    const edits = change.edits.filter((edit) => edit.path === path);
    for (const { span } of edits)
      ok(span.start >= 0 && span.start <= span.end && span.end <= text.length, `${path}: a range outside the text`);
    after.set(path, applyEdits(text, edits));
    if (/\r\n/.test(text) && !/[^\r]\n/.test(text))
      ok(!/[^\r]\n/.test(after.get(path) ?? ''), `${path}: line ends are mixed`);
  }
  return after;
}

const messageOf = (snapshot: Snapshot, finding: Finding) => findingMessage(finding, snapshot.rules);
// Without the severity: what is only guessed to be a document is judged mildly, and in full once it says what it is.
const keyOf = (snapshot: Snapshot, finding: Finding) =>
  `${finding.rule} ${finding.path} ${finding.where} ${messageOf(snapshot, finding)}`;

/** The findings of a snapshot that another does not have; the same finding twice counts twice. */
function added(before: Snapshot, after: Snapshot): Finding[] {
  const known = before.findings.map((finding) => keyOf(before, finding));
  return after.findings.filter((finding) => {
    const at = known.indexOf(keyOf(after, finding));
    if (at >= 0) known.splice(at, 1);
    return at < 0;
  });
}

/** How often a judgement is written in the documents of a snapshot. */
function judgements(snapshot: Snapshot): Map<string, number> {
  const counts = new Map<string, number>();
  const count = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const document of snapshot.view.documents) {
    for (const row of [document.metadata, ...document.rows]) {
      for (const [name, field] of row.fields) {
        if (field.state !== 'filled') continue;
        if (NEVER.includes(name)) count(name);
        if (name === 'status' && /^(?:implemented|verified|approved)$/.test(field.value))
          count(`status ${field.value}`);
        if (name === 'applicable' && field.problem === undefined) count(name);
      }
    }
  }
  return counts;
}

function noJudgement(before: Snapshot, after: Snapshot, what: string): void {
  const known = judgements(before);
  for (const [name, count] of judgements(after)) ok(count <= (known.get(name) ?? 0), `${what} writes ${name}`);
}

/** Words of a change that did not stand there before. */
function wordsPutIn(files: ReadonlyMap<string, string>, change: Change): string[] {
  const words = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return change.edits.flatMap(({ path, span, text }) => {
    const known = words((files.get(path) ?? '').slice(span.start, span.end));
    return words(text).filter((word, index) => word !== known[index]);
  });
}

/** Checks one action on a workspace that holds `files`; the workspace is put back afterwards. */
function prove(workspace: Workspace, files: ReadonlyMap<string, string>, before: Snapshot, action: Action): string[] {
  const what = `${action.finding ? `${action.finding.rule} in ${action.finding.path}` : 'at the cursor'}: "${action.title}"`;
  try {
    const change = action.change();
    if (!change) return [`${what} is offered and does nothing`];
    const after = applied(files, change);
    giveFiles(workspace, after);
    const snapshot = workspace.updateNow();
    const problems: string[] = [];
    const fresh = added(before, snapshot);
    for (const finding of fresh) {
      const text = `${what} adds ${keyOf(snapshot, finding)}`;
      if (finding.rule.startsWith('syntax/')) problems.push(text);
      else if (!action.finding || isExpected(finding.rule, action.fix, action.finding.rule)) continue;
      else if (action.fix || (finding.severity === 'error' && finding.rule !== action.finding.rule))
        problems.push(text);
    }
    if (action.fix && action.finding) {
      const gone = before.findings.filter(
        (finding) => keyOf(before, finding) === keyOf(before, action.finding as Finding),
      ).length;
      const left = snapshot.findings.filter(
        (finding) => keyOf(snapshot, finding) === keyOf(before, action.finding as Finding),
      ).length;
      if (left >= gone) problems.push(`${what} leaves its finding`);
      if ([...after].every(([path, text]) => files.get(path) === text)) problems.push(`${what} changes nothing`);
    }
    const written = [...change.create, ...change.edits].map(({ text }) => text).join('\n');
    const isScaffold =
      action.kind === 'quickfix' &&
      !action.fix &&
      (change.create.length > 0 || change.edits.every(({ span }) => span.start === span.end));
    // What only a person may say is left empty, without even a placeholder.
    if (isScaffold && !COPIED.test(action.finding?.rule ?? '') && !/\{\{|: ""/.test(written))
      problems.push(`${what} inserts no placeholder: ${written}`);
    // What a text says once it can be read was written by a person: only signs may have been put around it.
    if (action.finding?.rule.startsWith('syntax/'))
      problems.push(...wordsPutIn(files, change).map((word) => `${what} writes ${word}`));
    else noJudgement(before, snapshot, what);
    return problems;
  } catch (error) {
    return [`${what} throws ${error instanceof Error ? error.message : String(error)}`];
  } finally {
    giveFiles(workspace, files);
  }
}

/** Every action of every finding of a workspace, and fix-all. */
function proveAll(
  files: ReadonlyMap<string, string>,
  only: (finding: Finding) => boolean,
  today?: string,
): { problems: string[]; count: number } {
  const { workspace, snapshot } = workspaceOf(files, today);
  const problems: string[] = [];
  let count = 0;
  const seen = new Set<string>();
  for (const finding of snapshot.findings.filter(only)) {
    for (const action of actionsFor(snapshot, finding)) {
      // The same offer at another of many equal findings proves nothing more.
      const key = `${finding.rule} ${finding.message} ${finding.path} ${action.title.replace(/[A-Z]+[-.][\d.]+/g, '')}`;
      if (seen.has(key)) continue;
      seen.add(key);
      count++;
      problems.push(...prove(workspace, files, snapshot, action));
    }
  }
  problems.push(...proveFixAll(workspace, files, snapshot));
  return { problems, count };
}

/** Fix-all removes findings, adds none, and comes to an end. */
function proveFixAll(workspace: Workspace, given: ReadonlyMap<string, string>, first: Snapshot): string[] {
  let files = new Map(given);
  let snapshot = first;
  for (let round = 0; round < 6; round++) {
    const fixable = snapshot.findings.filter((finding) => hasFix(snapshot, finding));
    if (fixable.length === 0) return [];
    const change = fixAll(snapshot, fixable);
    if (change.edits.length === 0)
      return [`fix-all does nothing about ${fixable.map((finding) => finding.rule).join(', ')}`];
    files = applied(files, change);
    giveFiles(workspace, files);
    const next = workspace.updateNow();
    const by = fixable[0]?.rule ?? '';
    const fresh = added(snapshot, next).filter((finding) => !isExpected(finding.rule, true, by));
    if (fresh.length > 0) return fresh.map((finding) => `fix-all adds ${keyOf(next, finding)}`);
    snapshot = next;
  }
  return ['fix-all does not come to an end'];
}

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

/** An approved assessment of one or two systems, in the front matter or as YAML, and what it was made against. */
function assessed(
  reviews: string,
  options: { systems?: string; yaml?: boolean; eol?: string } = {},
): Map<string, string> {
  const head = [
    'kind: ai-impact-assessment',
    'id: AIA-1',
    'title: Impact assessment of letters',
    'status: approved',
    'approved_by: Board',
    'approved_on: 2026-09-01',
    'assessed_on: 2026-08-20',
    `systems: [${options.systems ?? 'AIS-1'}]  # as agreed`,
    'decision: proceed',
    'reviewed_against:',
    '  AIS-1: { form: aims-1, purpose: "00000000" } # of August',
    ...(options.systems ? ['  AIS-2: { form: aims-1, purpose: "f96095f9" }'] : []),
    ...(reviews === '' ? [] : reviews.split('\n')),
    '# What follows stays as it is.',
    'clauses: ["8.4"]',
  ];
  const lines = options.yaml ? [...head, ''] : ['---', ...head, '---', '# Impact assessment of letters', ''];
  const register = (purpose: string) =>
    `kind: ai-system-inventory\nsystems:\n${['AIS-1', 'AIS-2']
      .map((id) => `  - id: ${id}\n    name: Letters ${id}\n    lifecycle: operation\n    purpose: ${purpose}\n`)
      .join('')}`;
  return new Map([
    [options.yaml ? 'aia.yaml' : 'aia.md', lines.join(options.eol ?? '\n')],
    ['systems.yaml', register('Sorts incoming letters by "department"')],
  ]);
}

/** What an action with this title changes, offered at a finding of the rule or, without one, at the start of the head. */
function changeBy(snapshot: Snapshot, path: string, title: string, rule?: string): Change | undefined {
  const actions =
    rule === undefined
      ? cursorActions(snapshot, path, 8)
      : snapshot.findings.filter((finding) => finding.rule === rule).flatMap((each) => actionsFor(snapshot, each));
  return actions.find((action) => action.title === title)?.change();
}

const states = ({ view }: Snapshot) =>
  view.systems.map((system) => `${system.id} ${view.assessmentState(system).state}`);

const OLD = `reviews:
    -   reviewed_on:  2026-09-10
        by:           Sam Li   # for the board
        changed:      [tier]
        conclusion:   It stands.
        against:
          AIS-1: { form: aims-1, purpose: "22222222" }
    # more will follow`;

describe('recording a review', () => {
  const TITLE = 'Record a review of AIA-1';
  const FORMS: readonly [string, Map<string, string>, expected: readonly string[]][] = [
    ['a list that is not there yet', assessed(''), ['  - reviewed_on: ""']],
    [
      'an empty list with a comment',
      assessed('reviews: [] # none yet'),
      ['reviews: # none yet', '  - reviewed_on: ""'],
    ],
    ['a key with nothing', assessed('reviews:'), ['  - reviewed_on: ""']],
    ['entries with an indent of their own', assessed(OLD), ['    -   reviewed_on: ""', '        by: ""']],
    [
      'entries in brackets',
      assessed('reviews: [{ reviewed_on: 2026-09-10, by: Sam Li, conclusion: It stands. }]'),
      [', { reviewed_on: "", by: "", changed: [purpose], conclusion: "", against: { AIS-1: { form: aims-1'],
    ],
    ['other names of the keys', assessed('Review history: []'), ['Review history:', '  - reviewed_on: ""']],
    ['a YAML document', assessed(OLD, { yaml: true }), ['    -   reviewed_on: ""']],
    [
      'a YAML document with an anchor',
      assessed(`owner: &who Sam Li\n${OLD}`, { yaml: true }),
      ['    -   reviewed_on: ""'],
    ],
    ['an anchor and no list', assessed('owner: &who Sam Li'), ['reviews:', '  - reviewed_on: ""']],
    ['Windows line ends', assessed(OLD, { eol: '\r\n' }), ['        by: ""']],
  ];
  for (const [name, files, expected] of FORMS) {
    for (const rule of ['assessment/suspect', undefined]) {
      it(`${rule ? 'at the finding' : 'in the head'}: ${name}`, () => {
        const { workspace, snapshot } = workspaceOf(files);
        const path = [...files.keys()][0] ?? '';
        const before = files.get(path) ?? '';
        deepEqual(states(snapshot).slice(0, 1), ['AIS-1 suspect']);
        const change = changeBy(snapshot, path, TITLE, rule);
        ok(change, 'it is offered');
        const after = applied(files, change);
        const text = after.get(path) ?? '';
        for (const part of expected) ok(text.includes(part), `${part} stands in\n${text}`);
        for (const line of before.split(/\r?\n/).filter((each) => !/^reviews?\b/i.test(each)))
          ok(text.includes(line), `"${line}" is kept`);
        ok(text.slice(0, change.open?.offset).endsWith('reviewed_on: "'), 'the cursor is where the day goes');
        // A half-filled review clears nothing, and a second one of the same state is not offered.
        giveFiles(workspace, after);
        const open = workspace.updateNow();
        deepEqual(added(snapshot, open), []);
        deepEqual(states(open), states(snapshot));
        equal(changeBy(open, path, TITLE), undefined);
        const entry = Object.values(open.view.document(path)?.metadata.fields.get('reviews')?.map ?? {}).pop();
        ok(typeof entry === 'object' && ['reviewed_on', 'by', 'conclusion'].every((key) => entry[key] === ''));
        deepEqual(entry.changed, { 0: 'purpose' });
        // A person completes it.
        const at = text.lastIndexOf('reviewed_on: ""');
        const complete =
          text.slice(0, at) +
          text
            .slice(at)
            .replace('reviewed_on: ""', 'reviewed_on: 2026-11-19')
            .replace('by: ""', 'by: Sam Li')
            .replace('conclusion: ""', 'conclusion: It still holds.');
        giveFiles(workspace, new Map([...after, [path, complete]]));
        deepEqual(states(workspace.updateNow()).slice(0, 1), ['AIS-1 current']);
        // The system changes once more.
        const register = (after.get('systems.yaml') ?? '').replace('"department"', 'street');
        giveFiles(workspace, new Map([...after, [path, complete], ['systems.yaml', register]]));
        const again = workspace.updateNow();
        deepEqual(states(again).slice(0, 1), ['AIS-1 suspect']);
        ok(changeBy(again, path, TITLE), 'it is offered again');
      });
    }
  }

  it('of two systems says by system what changed, and counts for those whose marks it has', () => {
    const files = assessed('', { systems: 'AIS-1, AIS-2' });
    const { workspace, snapshot } = workspaceOf(files);
    deepEqual(states(snapshot), ['AIS-1 suspect', 'AIS-2 current']);
    const change = changeBy(snapshot, 'aia.md', TITLE, 'assessment/suspect');
    ok(change);
    const text = (applied(files, change).get('aia.md') ?? '')
      .replace('reviewed_on: ""', 'reviewed_on: 2026-11-19')
      .replace('by: ""', 'by: Sam Li')
      .replace('conclusion: ""', 'conclusion: It still holds.');
    ok(text.includes('changed: { AIS-1: [purpose] }'), text);
    giveFiles(workspace, new Map([...files, ['aia.md', text]]));
    deepEqual(states(workspace.updateNow()), ['AIS-1 current', 'AIS-2 current']);
    const without = text.replace(/\n {6}AIS-1: .*/, '');
    giveFiles(workspace, new Map([...files, ['aia.md', without]]));
    deepEqual(states(workspace.updateNow()), ['AIS-1 suspect', 'AIS-2 current']);
  });

  it('is not offered in drafts, where nothing is known of the system, or where something else stands at the key', () => {
    const refused = (files: Map<string, string>) => {
      const { snapshot } = workspaceOf(files);
      equal(changeBy(snapshot, 'aia.md', TITLE), undefined);
      equal(changeBy(snapshot, 'aia.md', TITLE, 'assessment/suspect'), undefined);
    };
    const files = assessed('');
    const text = files.get('aia.md') ?? '';
    refused(
      new Map([...files, ['aia.md', text.replace('status: approved', 'status: draft').replace(/approved_.*\n/g, '')]]),
    );
    refused(new Map([['aia.md', text]]));
    refused(assessed('reviews: see the minutes'));
    const models = assessed('');
    const broken = (models.get('systems.yaml') ?? '').replace('    purpose', '    models: [M-1]\n    purpose');
    const unread = 'kind: model-register\nmodels:\n  - id: M-1\n    version: [1\n';
    refused(new Map([...models, ['systems.yaml', broken], ['models.yaml', unread]]));
  });
});

describe('setting up', () => {
  const catalogue = createCatalogue(packs);
  const ANSWERS = [
    {
      organization: 'Example',
      roles: ['provider', 'deployer'],
      system: { name: 'Letter sorter', purpose: 'Sorts letters' },
    },
    { organization: 'O\'Neil "AI": {x} #1', roles: [], system: { name: 'a: "b" # c', purpose: '' } },
    { organization: '', roles: [], system: null },
  ];
  for (const answers of ANSWERS) {
    it(`gives an honest start for ${JSON.stringify(answers.organization)}`, () => {
      const files = new Map(setUpFiles(answers, catalogue).map(({ path, text }) => [path, text]));
      const { snapshot } = workspaceOf(files);
      deepEqual(
        snapshot.findings
          .filter((finding) => /^(?:syntax|configuration|limit|engine)\//.test(finding.rule))
          .map((finding) => keyOf(snapshot, finding)),
        [],
      );
      equal(snapshot.view.documents.length, files.size - 1);
      for (const document of snapshot.view.documents) equal(document.recognised, 'declared', document.path);
      ok(
        snapshot.findings.some((finding) => finding.path === 'soa.yaml'),
        'the open decisions are said',
      );
      if (answers.system) equal(snapshot.view.systems.length, 1);
      if (answers.organization !== '') equal(snapshot.view.configuration.organization, answers.organization);
      for (const { id, grade } of coverageOf(snapshot).controls)
        ok(['none', 'template'].includes(grade), `${id} is graded ${grade}`);
      equal(judgements(snapshot).size, 0);
    });
  }
});
