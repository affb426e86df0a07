// The guide: every command in it is run, and prints what stands there; links lead somewhere; what it names is there.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { parse } from 'yaml';
import { runCommand } from './support/command-line';
import { GIT_SETTINGS, TestRepository } from './support/git-repository';
import { type GuideStep, guideSteps, notPrinted } from './support/guide-steps';
import { keptFolders, TestFolder } from './support/test-folder';

const GUIDE = 'docs/guide';
const TODAY = '2026-11-20';

describe('the guide', () => {
  const pages = readdirSync(GUIDE).filter((name) => name.endsWith('.md'));
  const read = (name: string) => readFileSync(join(GUIDE, name), 'utf8');
  const kept = keptFolders();

  // As a reader has it installed, but on the day of the guide; a state asked for by its day has that day.
  const bin = kept(
    new TestFolder([
      [
        'aims',
        `#!/bin/sh\ncase " $* " in\n  *" --at "[0-9]*) exec node "${resolve('dist/cli.js')}" "$@" ;;\n  *) exec node "${resolve('dist/cli.js')}" "$@" --today ${TODAY} ;;\nesac\n`,
      ],
    ]),
  );
  chmodSync(join(bin.path, 'aims'), 0o755);

  /** A folder inside a folder of its own, so that `../` leads nowhere else. */
  function makeFolder({ example, committed, files }: Extract<GuideStep, { does: 'folder' }>): string {
    const around = kept(new TestFolder());
    const path = join(around.path, 'management');
    around.write('management/.keep', '');
    if (example !== undefined) cpSync(example, path, { recursive: true });
    for (const [name, text] of files) around.write(join('management', name), text);
    around.remove('management/.keep');
    if (committed) {
      const repository = kept(new TestRepository());
      cpSync(join(repository.path, '.git'), join(path, '.git'), { recursive: true });
      shell(path, 'git add --all && git commit --quiet --message "As it was"');
    }
    return path;
  }

  function shell(cwd: string, command: string, input = '') {
    const env = {
      ...process.env,
      ...GIT_SETTINGS,
      NO_COLOR: '',
      PATH: `${bin.path}${delimiter}${process.env.PATH}`,
      GIT_AUTHOR_DATE: '2026-11-19T12:00:00Z',
      GIT_COMMITTER_DATE: '2026-11-19T12:00:00Z',
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'init.defaultBranch',
      GIT_CONFIG_VALUE_0: 'main',
    };
    const { status, stdout } = spawnSync('bash', ['-c', `exec 2>&1; ${command}`], {
      cwd,
      env,
      input,
      encoding: 'utf8',
    });
    return { status, output: stdout };
  }

  for (const page of pages) {
    const steps = guideSteps(read(page));
    if (!steps.some(({ does }) => does === 'command')) continue;
    it(`${page}: each command prints what stands there`, () => {
      let folder: string | undefined;
      for (const step of steps) {
        if (step.does === 'folder') {
          folder = makeFolder(step);
          continue;
        }
        ok(folder, `${page} says in which folder it begins`);
        if (step.does === 'change') {
          const { status, output } = shell(folder, 'git apply --unidiff-zero --whitespace=nowarn -', step.patch);
          equal(status, 0, `${page}: ${output}\n${step.patch}`);
          continue;
        }
        const { status, output } = shell(folder, step.command);
        const where = `${page}:${step.line} $ ${step.command}`;
        ok(status === 0 || status === 1, `${where}\n${output}`);
        const missing = notPrinted(step.printed, output);
        equal(missing, undefined, `${where}\ndid not print: ${missing}\nbut:\n${output.slice(0, 3000)}`);
      }
    }).timeout(60_000);
  }

  it('a line that is not printed would be noticed', () => {
    deepEqual(guideSteps('```console\n$ aims a\none\n…\n$ aims b\n```\n'), [
      { does: 'command', line: 2, command: 'aims a', printed: ['one', '…'] },
      { does: 'command', line: 5, command: 'aims b', printed: [] },
    ]);
    const printed = 'one 1\ntwo 2\nthree 3\n';
    for (const right of [
      ['…'],
      ['one 1', '…'],
      ['…', 'three …'],
      ['one 1', 'two 2', 'three 3'],
      ['o… 1', '…', 't…e…3'],
    ])
      equal(notPrinted(right, printed), undefined, right.join('|'));
    for (const wrong of [
      [],
      ['one 1'],
      ['two 2', '…'],
      ['…', 'two 2'],
      ['…', 'three 3', 'two 2'],
      ['one …1…1', '…'],
      ['four', '…'],
    ])
      ok(notPrinted(wrong, printed) !== undefined, wrong.join('|'));
    equal(notPrinted([], ''), undefined);
  });

  it('every page is in the list, and every link and picture is there', () => {
    for (const page of pages) {
      if (page !== 'README.md') ok(read('README.md').includes(`](${page})`), page);
      const prose = read(page).replace(/^```[\s\S]*?^```$|<!--[\s\S]*?-->/gm, '');
      for (const [, target = ''] of prose.matchAll(/\]\(([^)]+)\)/g)) {
        const [path = '', heading] = target.split('#');
        const file = path === '' ? join(GUIDE, page) : join(GUIDE, path);
        ok(existsSync(file), `${page}: ${target}`);
        if (heading === undefined) continue;
        const headings = [...readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, words = '']) =>
          words
            .toLowerCase()
            .replace(/[^\w\- ]/g, '')
            .replaceAll(' ', '-'),
        );
        ok(headings.includes(heading), `${page}: ${target}`);
      }
    }
    ok(readFileSync('README.md', 'utf8').includes('](docs/guide/README.md)'));
  });

  it('commands and options that are only named are there as well', () => {
    const helps = new Map<string, string>();
    const helpOf = (command: string) => {
      const help = helps.get(command) ?? runCommand([command, '--help']).stdout;
      helps.set(command, help);
      return help;
    };
    for (const page of pages) {
      for (const [, code = ''] of read(page).matchAll(/`aims ([^`]+)`/g)) {
        const [command = '', ...words] = code.split(' ');
        if (command.startsWith('-') || command.startsWith('<')) continue;
        ok(helpOf(command) !== '', `${page}: aims ${code}`);
        for (const option of words.filter((word) => word.startsWith('--')))
          ok(helpOf(command).includes(`  ${option}`), `${page}: aims ${code}`);
      }
    }
    ok(helps.size > 3);
  });

  it('says nothing that only a person can say', () => {
    for (const page of pages) ok(!/\bcompliant\b|ensures? compliance|certified\b/i.test(read(page)), page);
  });

  describe('the settings for pipelines in it', () => {
    const blocks = [...read('ci.md').matchAll(/^```yaml\n# (\S+)\n([\s\S]*?)^```$/gm)].map(
      ([, file = '', text = '']) => [file, text] as const,
    );
    const textOf = (file: string) => blocks.find(([name]) => name === file)?.[1] ?? '';

    it("the workflow is right for GitHub's own reader, may only read and report, and gives inputs that there are", async () => {
      const content = textOf('.github/workflows/aims.yml');
      const reader = new NoOperationTraceWriter();
      const errorsOf = async (text: string) => {
        const { context, value } = parseWorkflow({ name: 'aims.yml', content: text }, reader);
        if (value) await convertWorkflowTemplate(context, value);
        return context.errors.getErrors().map(({ message }) => message);
      };
      deepEqual(await errorsOf(content), []);
      ok((await errorsOf(content.replace('runs-on', 'run-on'))).length > 0);
      const workflow = parse(content) as {
        permissions: object;
        jobs: { aims: { steps: { uses: string; with: object }[] } };
      };
      deepEqual(workflow.permissions, { contents: 'read', 'security-events': 'write' });
      ok(!/secrets|pull_request_target/.test(content));
      const { inputs } = parse(readFileSync('action.yml', 'utf8')) as { inputs: object };
      const [, ours] = workflow.jobs.aims.steps;
      for (const name of Object.keys(ours?.with ?? { none: '' })) ok(name in inputs, name);
      for (const name of Object.keys(inputs)) ok(read('ci.md').includes(`\`${name}\``), name);
    });

    it('the template and the hook that it names are there', () => {
      const gitlab = parse(textOf('.gitlab-ci.yml')) as {
        include: { file: string }[];
        aims: { variables: Record<string, string> };
      };
      const [{ file } = { file: '' }] = gitlab.include;
      const template = parse(readFileSync(file, 'utf8')) as typeof gitlab;
      for (const name of Object.keys(gitlab.aims.variables)) ok(name in template.aims.variables, name);
      const hooks = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as { id: string }[];
      const config = parse(textOf('.pre-commit-config.yaml')) as { repos: { hooks: { id: string }[] }[] };
      deepEqual(
        config.repos.flatMap((repo) => repo.hooks.map(({ id }) => id)),
        hooks.map(({ id }) => id),
      );
    });
  });
});
