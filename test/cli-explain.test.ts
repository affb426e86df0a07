// `aims explain`: what can be asked for, how it reads on a terminal, and what it says of the folder.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { createWorkspace, finish, type WorkspaceState } from '../engine/engine';
import { explainTopic, knownTopics, nearTopics } from '../engine/features/explain-topic';
import { plainText, terminalPage } from '../engine/reports/terminal-page';
import { DAY, runCommand } from './support/command-line';
import { folderMaker } from './support/test-folder';

const MERIDIAN = ['--folder', 'examples/meridian'];
const run = (args: readonly string[], env: Record<string, string> = {}, cwd?: string) =>
  runCommand(['explain', ...args, ...DAY], { env: { COLUMNS: '80', ...env }, ...(cwd ? { cwd } : {}) });
const noPaint = (text: string) => text;

describe('aims explain', () => {
  const folderOf = folderMaker();
  const nowhere: WorkspaceState = (() => {
    const workspace = createWorkspace('2026-11-20');
    workspace.setOutside(new Map());
    workspace.setFiles(new Map());
    return finish(workspace.read());
  })();

  it('has a page for every rule, control, clause, group and kind, which reads well at any width', () => {
    const topics = knownTopics(nowhere);
    ok(topics.length > 250);
    for (const topic of topics) {
      const page = explainTopic(topic, nowhere);
      equal(page?.topic, topic);
      ok(page.markdown.startsWith('# '), topic);
      for (const width of [40, 100]) {
        const text = terminalPage(page.markdown, width, noPaint);
        // Examples are documents: they stand as they are, indented.
        const prose = text.split('\n').filter((line) => !line.startsWith('    ') && !line.startsWith('|'));
        for (const line of prose) {
          ok([...line].length <= width || !/\s/.test(line.trim().replace(/^- /, '')), `${topic}: ${line}`);
          ok(!/\*\*|^#|\]\(/.test(line), `${topic}: ${line}`);
        }
      }
      // Nothing is lost when it is wrapped.
      const joined = (text: string) => text.replace(/\s+/g, '');
      const first = page.markdown.split('\n').find((line) => /^\*\*What:|^[A-Z]/.test(line)) ?? '';
      ok(joined(terminalPage(page.markdown, 60, noPaint)).includes(joined(plainText(first))), topic);
    }
  });

  it('says of a control what it asks, what an auditor looks for, evidence, failing, mappings with source', () => {
    const { status, stdout, stderr } = run(['A.6.2.4'], {}, folderOf().path);
    deepEqual([status, stderr], [0, '']);
    for (const words of [
      /^A\.6\.2\.4 · AI system verification and validation\n=+\n/,
      /\nWhat an auditor will look for\n {2}- /,
      /\nUsually counts as evidence\n/,
      /\nQuestions an auditor may ask\n/,
      /\nCommon failing: /,
      /\nSupports \(no equivalence\)\n {2}- EU AI Act: Article 9/,
      /\(published;/,
      /\nRelated clauses: 8\.1/,
      /licensed copy of the standard\.\n$/,
    ])
      match(stdout, words);
    // There is no workspace, so nothing is said of one.
    ok(!stdout.includes('In this workspace'));
  });

  it('says how things stand in a folder with a management system, also from below it', () => {
    const { stdout } = run(['A.6.2.4', ...MERIDIAN]);
    match(stdout, /\nIn this workspace\n {2}- Decision: included/);
    equal(run(['A.6.2.4'], {}, 'examples/meridian/policies').stdout, stdout);
  });

  it('reads ids as people write them', () => {
    const topicOf = (words: string) => explainTopic(words, nowhere)?.topic;
    for (const words of ['a.6.2.4', '6.2.4', 'A 6.2.4', 'Annex A.6.2.4', 'control A.6.2.4', 'ISO 42001 A.6.2.4'])
      equal(topicOf(words), 'A.6.2.4', words);
    for (const words of ['6.1.3', 'Clause 6.1.3', '§6.1.3', ' 6.1.3 ']) equal(topicOf(words), '6.1.3', words);
    equal(topicOf('missing-justification'), 'soa/missing-justification');
    equal(topicOf('AI policy'), 'ai-policy');
    equal(topicOf('ai_policy'), 'ai-policy');
    equal(topicOf('annex c.3.1'), 'C.3.1');
    equal(topicOf('govern 1.1'), 'GOVERN 1.1');
    const heading = (words: string) => explainTopic(words, nowhere)?.markdown.split('\n')[0];
    equal(heading('Art. 14'), '# AI Act, Article 14 · Human oversight');
    match(heading('Annex III 5(d)') ?? '', /^# AI Act, Annex III 5\(d\) · /);
    // Several words need no quotes.
    match(run(['Article', '14'], {}, folderOf().path).stdout, /^AI Act, Article 14 · Human oversight\n=/);
  });

  it('takes a bare number for the clause, and names the control as well', () => {
    const { stdout, stderr } = run(['6.1.3'], {}, folderOf().path);
    match(stdout, /^Clause 6\.1\.3 · /);
    equal(stderr, 'There is also A.6.1.3: aims explain A.6.1.3\n');
  });

  it('explains a system of the workspace with its duties and state, by id and by name', () => {
    const { stdout } = run(['AIS-001', ...MERIDIAN]);
    match(stdout, /^AIS-001 · .+\n=+\n/);
    match(stdout, /\n {2}- AI Act tier: /);
    match(stdout, /\n {2}- Impact assessment: /);
    match(stdout, /\nDuties as /);
    const name = /· (.+)\n/.exec(stdout)?.[1] ?? '';
    equal(run([name.toUpperCase(), ...MERIDIAN]).stdout, stdout);
    equal(run(['AIS-001'], {}, folderOf().path).status, 2);
  });

  it('says what may have been meant', () => {
    const { path } = folderOf();
    const meant = (...topic: string[]) => {
      const { status, stdout, stderr } = run(topic, {}, path);
      deepEqual([status, stdout, stderr.split('\n').length], [2, '', 2]);
      return stderr;
    };
    const near = (topic: string) => nearTopics(topic, nowhere);
    ok(near('soa/missing-justificaton').includes('soa/missing-justification'));
    ok(near('justification').includes('soa/missing-justification'));
    ok(near('ai-polcy').includes('ai-policy'));
    match(meant('A.6.2.44'), /Did you mean .*A\.6\.2\.4/);
    match(meant('Article', '140'), /Did you mean .*Article 1\d/);
    match(meant('zzzzzzzzzzzz'), /Name a rule, a control such as A\.6\.2\.4/);
    deepEqual(near('toString'), []);
    match(meant('\u001b[31mred'), /Nothing is known about "␛\[31mred"/);
    match(run(['AIS-01', ...MERIDIAN]).stderr, /Did you mean AIS-001\?/);
  });

  it('is Markdown or JSON for programs', () => {
    const markdown = run(['soa/missing-justification', '--format', 'markdown']).stdout;
    match(markdown, /^# soa\/missing-justification\n\n\*\*What:\*\*/);
    const parsed = JSON.parse(run(['A.2.2', '--format', 'json', ...MERIDIAN]).stdout) as Record<string, unknown>;
    deepEqual(
      { ...parsed, markdown: typeof parsed.markdown },
      { version: 1, topic: 'A.2.2', sort: 'control', workspace: true, also: [], markdown: 'string' },
    );
  });

  it('wraps at the width of the terminal, at most 100, without colour on a pipe', () => {
    const { path } = folderOf();
    const longest = (columns: string) =>
      Math.max(
        ...run(['A.6.2.4'], { COLUMNS: columns }, path)
          .stdout.split('\n')
          .map((line) => line.length),
      );
    const [narrow, wide] = [longest('60'), longest('200')];
    ok(narrow <= 60 && narrow > 50 && wide <= 100 && wide > 90, `${narrow}, ${wide}`);
    ok(!run(['A.6.2.4'], {}, path).stdout.includes('\u001b'));
  });

  it('shows what documents say as text, whatever it is', () => {
    const folder = folderOf(
      ['aims.yaml', 'frameworks: [iso-42001]\n'],
      [
        'inventory.yaml',
        'kind: ai-system-inventory\nid: INV-1\ntitle: Inventory\nsystems:\n  - id: AIS-1\n    name: "A\\e[2J**b** `c` [d](http://e.example) <b>&amp;"\n    purpose: "# x\\n- y"\n',
      ],
    );
    const { status, stdout } = run(['AIS-1', '--folder', folder.path], { COLUMNS: '100' });
    equal(status, 0);
    equal(stdout.split('\n')[0], 'AIS-1 · A␛[2J**b** `c` [d](http://e.example) <b>&amp;');
    ok(!stdout.includes('\u001b'));
  });

  it('needs a topic, and a folder that is there', () => {
    match(run([]).stderr, /^aims: Say what to explain/);
    const { status, stdout, stderr } = run(['A.2.2', '--folder', 'no/such/folder']);
    deepEqual([status, stdout, stderr], [2, '', 'aims: There is no folder "no/such/folder".\n']);
  });
});
