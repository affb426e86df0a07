// The real programs with a check that stops with an error of its own: they say so, go on, and recover.
import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict';
import type { Hover } from 'vscode-languageserver-protocol/node';
import type { CoverageNode } from '../engine/coverage/tree-node';
import { coverage } from '../server/protocol';
import { runCommand } from './support/command-line';
import { buildFailing } from './support/failing-programs';
import { LanguageClient } from './support/language-client';
import { TODAY } from './support/memory-workspace';
import { procedure, statement } from './support/small-system';
import { FAILED, FILES, IN_ORDER, OTHER } from './support/sound-system';
import { TestFolder } from './support/test-folder';

describe('the programs, with a check that fails', function () {
  this.timeout(30_000);
  let programs: TestFolder;
  let folder: TestFolder;
  let cli = '';
  let server = '';
  let client: LanguageClient | undefined;
  before(async () => {
    programs = new TestFolder();
    [cli, server] = (await Promise.all(
      ['cli/main.ts', 'server/node/main.ts'].map((entry) => buildFailing(entry, programs.path)),
    )) as [string, string];
  });
  beforeEach(() => {
    folder = new TestFolder(FILES);
  });
  afterEach(() => {
    client?.kill();
    client = undefined;
    folder.dispose();
  });
  after(() => programs.dispose());
  const run = (...args: string[]) => runCommand([...args, '--today', TODAY], { program: cli });

  it('check ends with 2, prints the failure and all the rest', () => {
    const { status, stdout } = run('check', folder.path, '--format', 'json');
    equal(status, 2);
    const found = (JSON.parse(stdout) as { findings: { rule: string; path: string }[] }).findings;
    deepEqual(
      found.filter(({ rule }) => rule === FAILED).map(({ path }) => path),
      ['governing/release.md'],
    );
    const sound = JSON.parse(runCommand(['check', folder.path, '--format', 'json', '--today', TODAY]).stdout) as {
      findings: unknown[];
    };
    deepEqual(
      found.filter(({ rule }) => rule !== FAILED),
      sound.findings,
    );
    const text = run('check', folder.path);
    equal(text.status, 2);
    match(text.stdout, new RegExp(`error.*soa/breaks.*\\n?.*${FAILED}`));
    equal(text.stderr, '');
  });

  it('check of a folder beside it ends with 2 as well, and says why', () => {
    const { status, stdout, stderr } = run('check', `${folder.path}/records`, '--format', 'json');
    equal(status, 2);
    ok(!stdout.includes(FAILED));
    match(stderr, /outside this folder could not be checked/);
    equal(run('check', `${folder.path}/governing`).stderr, '');
  });

  it('coverage and gaps say unknown and end with 2; list ends with 2', () => {
    const shown = run('coverage', folder.path);
    equal(shown.status, 2);
    match(shown.stdout, /A\.6\.2\.4.*unknown/);
    match(shown.stdout, /soa\/breaks/);
    ok(!/A\.6\.2\.4.*evidence linked/.test(shown.stdout));
    match(runCommand(['coverage', folder.path, '--today', TODAY]).stdout, /A\.6\.2\.4.*evidence linked/);
    const gaps = run('gaps', folder.path);
    equal(gaps.status, 2);
    match(gaps.stdout, /soa\/breaks/);
    equal(run('list', folder.path).status, 2);
  });

  it('the server shows it, keeps answering, and recovers', async () => {
    const started = await LanguageClient.start('stdio', folder, [''], TODAY, server);
    client = started;
    await started.finds('governing/release.md', FAILED);
    await started.finds('soa.yaml', OTHER);
    deepEqual([...started.all()].filter(([, list]) => list.some(({ code }) => code === FAILED)).length, 1);
    const stateOf = async (id: string) => {
      const found: CoverageNode[] = [];
      const collect = (nodes: readonly CoverageNode[]): void => {
        for (const node of nodes) {
          found.push(node);
          collect(node.children);
        }
      };
      for (const { tree } of await started.connection.sendRequest(coverage, undefined)) collect(tree.sections);
      return found.find((node) => node.id === id)?.state;
    };
    equal(await stateOf('control/A.6.2.4'), 'unknown');
    equal(await stateOf('system/AIS-001'), 'current');
    const soa = FILES.get('soa.yaml') ?? '';
    await started.open('soa.yaml', soa);
    const line = soa.split('\n').findIndex((text) => text.includes('A.6.2.4'));
    const hover = await started.at<Hover>(
      'textDocument/hover',
      'soa.yaml',
      line,
      soa.split('\n')[line]?.indexOf('A.6') ?? 0,
    );
    match(JSON.stringify(hover), /soa\/breaks/);
    await started.change(
      'soa.yaml',
      statement([IN_ORDER, { id: 'A.2.2', applicable: true, justification: 'Our board wants it.' }]),
    );
    await started.finds('soa.yaml', OTHER, false);
    ok(started.rules('governing/release.md').includes(FAILED));
    const text = procedure({ id: 'PRO-2', clauses: ['4.4'] });
    await started.open('governing/release.md', text);
    await started.finds('governing/release.md', FAILED, false);
    equal(await stateOf('control/A.6.2.4'), 'evidenced');
    await started.change('governing/release.md', `${text}\nBREAKS THE TEXT\n`);
    await started.finds('governing/release.md', FAILED);
    equal(await stateOf('control/A.6.2.4'), 'unknown');
    equal(await stateOf('system/AIS-001'), 'unknown');
    notEqual(await started.at('textDocument/documentSymbol', 'soa.yaml', 0, 0), null);
    equal(await started.stop(), 0);
  });
});
