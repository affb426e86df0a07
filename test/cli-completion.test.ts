// `aims completion`: the scripts are run by the shells that read them.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { GENERAL } from '../cli/arguments';
import { COMMANDS } from '../cli/commands';
import { runCommand } from './support/command-line';
import { installedProgram } from './support/installed-program';
import { TestFolder } from './support/test-folder';

const SHELLS = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof SHELLS)[number];

describe('aims completion', function () {
  this.timeout(30_000);
  let folder: TestFolder;
  const programs = new Map<Shell, string>();

  before(function () {
    // Installing a shell may take a while; nothing waits where it is there.
    this.timeout(300_000);
    folder = new TestFolder();
    mkdirSync(join(folder.path, 'a folder'));
    for (const shell of SHELLS) {
      const { status, stdout, stderr } = runCommand(['completion', shell]);
      deepEqual([status, stderr], [0, '']);
      folder.write(`script.${shell}`, stdout);
      programs.set(shell, shell === 'bash' ? 'bash' : installedProgram(shell));
    }
  });
  after(() => folder?.dispose());

  /** What a shell offers where the cursor stands at the end of a line. */
  function offered(shell: Shell, line: string): string[] {
    const script = join(folder.path, `script.${shell}`);
    const found = join(folder.path, 'found');
    folder.remove('found');
    const args = {
      bash: [resolve('test/shells/complete.bash'), script, line],
      zsh: ['-f', resolve('test/shells/complete.zsh'), script, found, line],
      fish: ['--no-config', '-c', `source ${script}; complete -C '${line}'`],
    }[shell];
    const { status, stdout, stderr } = spawnSync(programs.get(shell) ?? '', args, {
      encoding: 'utf8',
      cwd: folder.path,
      timeout: 20_000,
      env: { ...process.env, HOME: folder.path },
    });
    ok(status === 0 || shell === 'bash', `${shell}: ${stderr}`);
    const lines = (shell === 'zsh' ? readFileSync(found, 'utf8') : stdout).split('\n');
    // zsh writes what it inserts, and asks for it several times over; fish writes the whole word where the option and its value are one.
    const words = lines.map((each) =>
      (each.split('\t')[0] ?? '')
        .replace(/^--[\w-]+=/, '')
        .replace(/\/$/, '')
        .replace(/\\ /g, ' '),
    );
    return [...new Set(words.filter((word) => word !== ''))].sort();
  }

  for (const shell of SHELLS) {
    describe(shell, () => {
      it('offers every command', () => {
        const all = offered(shell, 'aims ').filter((word) => !word.startsWith('-'));
        deepEqual(all, Object.keys(COMMANDS).sort());
      });

      it('offers every option of a command', async () => {
        const { command } = (await COMMANDS.fix?.load()) ?? { command: undefined };
        const wanted = Object.keys({ ...command?.options, ...GENERAL }).map((name) => `--${name}`);
        deepEqual(offered(shell, 'aims fix --'), wanted.sort());
      });

      it('offers the values of an option, in one word and in two', () => {
        deepEqual(offered(shell, 'aims explain --format '), ['json', 'markdown', 'text']);
        deepEqual(offered(shell, 'aims explain --format=j'), ['json']);
        deepEqual(offered(shell, 'aims list -f '), ['json', 'text']);
      });

      it('offers rules, controls and what can be made', () => {
        deepEqual(offered(shell, 'aims explain soa/missing-j'), ['soa/missing-justification']);
        deepEqual(offered(shell, 'aims explain A.6.1.'), ['A.6.1.2', 'A.6.1.3']);
        const [made, ...more] = offered(shell, 'aims new kind:inc');
        // To bash a colon ends a word, and only what follows it is completed.
        equal(made, shell === 'bash' ? 'incident' : 'kind:incident');
        deepEqual(more, []);
        deepEqual(offered(shell, 'aims completion '), ['bash', 'fish', 'zsh']);
      });

      it('offers folders where a folder can stand', () => {
        deepEqual(offered(shell, 'aims check a'), ['a folder']);
        deepEqual(offered(shell, 'aims new risk a'), ['a folder']);
      });
    });
  }

  it('needs one shell that it knows', () => {
    for (const args of [[], ['powershell'], ['bash', 'zsh']]) {
      const { status, stdout, stderr } = runCommand(['completion', ...args]);
      deepEqual([status, stdout], [2, '']);
      match(stderr, /^aims: Name one shell: bash, zsh, fish\.\n/);
    }
  });
});
