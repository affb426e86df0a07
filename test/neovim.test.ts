// `aims lsp --stdio` in a real Neovim, which knows nothing of us: findings, completion, hover, code actions, saving.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { installedProgram } from './support/installed-program';
import { TestFolder } from './support/test-folder';

interface Found {
  readonly code: string;
  /** 1-based. */
  readonly line: number;
  readonly message: string;
}

/** What test/neovim/drive.lua writes. */
interface Seen {
  readonly waited_in_vain?: string;
  readonly open_file: readonly Found[];
  readonly other_file: readonly Found[];
  readonly other_was_open: boolean;
  readonly hover: string;
  readonly completion: readonly { readonly label: string; readonly text?: string; readonly command: boolean }[];
  readonly offered: readonly string[];
  readonly corrected: readonly string[];
  readonly made: { readonly name: string; readonly lines: readonly string[] };
  readonly messages: readonly string[];
  readonly after_saving: readonly Found[];
  readonly stopped: boolean;
}

const FILES = [
  ['aims.yaml', 'organization: Example\nframeworks: [iso-42001]\n'],
  [
    'soa.yaml',
    'kind: statement-of-applicability\nid: SOA-001\ntitle: SoA\nframework: iso-42001\ncontrols:\n  - id: A.2.2\n    applicable: true\n',
  ],
  [
    'policies/ai-policy.md',
    '---\nkind: ai-policy\nid: POL-1\nstatus: approved\n---\n# AI policy\n\nSee [oversight](Human.md).\n',
  ],
  ['policies/human.md', '---\nkind: policy\nid: POL-2\n---\n# Human oversight policy\n'],
] as const;

describe('Neovim', () => {
  let folder: TestFolder;
  let seen: Seen;

  before(function () {
    // Installing it may take a while; nothing waits where it is there.
    this.timeout(300_000);
    const neovim = installedProgram('nvim');
    folder = new TestFolder(FILES);
    const out = new TestFolder();
    const result = join(out.path, 'seen.json');
    mkdirSync(join(out.path, 'state'));
    const { status, stderr } = spawnSync(
      neovim,
      ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-c', `luafile ${resolve('test/neovim/drive.lua')}`],
      {
        encoding: 'utf8',
        timeout: 120_000,
        env: {
          ...process.env,
          AIMS_FOLDER: realpathSync(folder.path),
          AIMS_RESULT: result,
          AIMS_COMMAND: JSON.stringify([process.execPath, resolve('dist/cli.js'), 'lsp', '--stdio']),
          XDG_STATE_HOME: join(out.path, 'state'),
          XDG_CACHE_HOME: join(out.path, 'state'),
        },
      },
    );
    try {
      seen = JSON.parse(readFileSync(result, 'utf8')) as Seen;
    } catch {
      throw new Error(`Neovim ended with ${status} and saw nothing: ${stderr}`);
    } finally {
      out.dispose();
    }
    equal(seen.waited_in_vain, undefined, `${seen.waited_in_vain}\n${stderr}`);
  });
  after(() => folder?.dispose());

  it('shows the findings of the open file at their place', () => {
    const found = seen.open_file.find(({ code }) => code === 'soa/missing-justification');
    equal(found?.line, 6);
    match(found?.message ?? '', /A\.2\.2 is included but nothing says why/);
  });

  it('has the findings of a file that nobody opened', () => {
    equal(seen.other_was_open, false);
    deepEqual(
      seen.other_file.filter(({ code }) => code === 'reference/case-mismatch').map(({ line }) => line),
      [8],
    );
  });

  it('completes A.6 to the controls of that group', () => {
    const labels = seen.completion.map(({ label }) => label);
    ok(labels.includes('A.6.1.2') && labels.includes('A.6.2.4'), labels.join(' '));
    ok(labels.every((label) => label.startsWith('A.6.')));
    // Neovim has no VS Code commands, and said nothing of snippets.
    ok(seen.completion.every(({ command, text }) => !command && !/\$\{?\d/.test(text ?? '')));
  });

  it('says over a control what it asks, without a link that only VS Code follows', () => {
    match(seen.hover, /^\*\*A\.2\.2 · AI policy\*\*/);
    match(seen.hover, /In this workspace/);
    match(seen.hover, /In full: `aims explain A\.2\.2`$/);
    ok(!seen.hover.includes('command:'));
  });

  it('applies a correction, and the finding goes', () => {
    ok(seen.offered.some((title) => title.includes('human.md')));
    equal(seen.corrected.at(-1), 'See [oversight](human.md).');
    equal(
      readFileSync(join(folder.path, 'policies/ai-policy.md'), 'utf8'),
      FILES[2][1].replace('Human.md', 'human.md'),
    );
  });

  it('makes the file that a code action creates', () => {
    match(seen.made.name, /\/policies\/A\.2\.2-ai-policy\.md$/);
    deepEqual(seen.made.lines.slice(0, 2), ['---', 'kind: ai-policy']);
  });

  it('explains a rule through a command of the server', () => {
    equal(seen.messages.length, 1);
    match(seen.messages[0] ?? '', /^soa\/missing-justification\nWhat: .+\nWhy: .+\nHow to fix: /);
  });

  it('sees what changed on disk as soon as a file is saved', () => {
    ok(seen.after_saving.some(({ code, line }) => code === 'reference/broken-link' && line === 9));
  });

  it('ends when it is told to', () => equal(seen.stopped, true));

  it('works with the lines that docs/other-editors.md gives for it', () => {
    const guide = readFileSync('docs/other-editors.md', 'utf8');
    const lines = /## Neovim 0\.7 to 0\.10[\s\S]*?```lua\n([\s\S]*?)```/.exec(guide)?.[1] ?? '';
    match(lines, /'aims', 'lsp', '--stdio'/);
    const home = new TestFolder([
      ['bin/aims', `#!/bin/sh\nexec '${process.execPath}' '${resolve('dist/cli.js')}' "$@"\n`],
      ['init.lua', lines],
      [
        'wait.lua',
        `local two = vim.fn.bufadd('policies/ai-policy.md')
vim.cmd('edit soa.yaml')
vim.cmd('edit policies/ai-policy.md')
local found = vim.wait(15000, function() return #vim.diagnostic.get(two) > 0 end, 10)
print(found, #vim.g.aims_clients)
vim.cmd('qall!')
`,
      ],
    ]);
    chmodSync(join(home.path, 'bin/aims'), 0o755);
    const { stderr } = spawnSync(
      installedProgram('nvim'),
      [
        '--headless',
        '-u',
        join(home.path, 'init.lua'),
        '-i',
        'NONE',
        '-n',
        '-c',
        `luafile ${join(home.path, 'wait.lua')}`,
      ],
      {
        encoding: 'utf8',
        cwd: realpathSync(folder.path),
        timeout: 60_000,
        env: {
          ...process.env,
          PATH: `${join(home.path, 'bin')}:${process.env.PATH}`,
          XDG_STATE_HOME: home.path,
          XDG_CACHE_HOME: home.path,
        },
      },
    );
    home.dispose();
    // One server for both files.
    match(stderr, /true 1/);
  });
});
