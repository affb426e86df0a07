// Recording a review of an assessment: the entry fits the document as it is written, and clears nothing by itself.
import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Snapshot } from '../engine/engine';
import { cursorActions } from '../engine/features/actions/cursor-actions';
import type { Change } from '../engine/features/change';
import { actionsFor } from '../engine/features/code-actions';
import { added, applied } from './support/changes';
import { giveFiles, workspaceOf } from './support/memory-workspace';

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
