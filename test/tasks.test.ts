// Tasks of VS Code: what the problem matcher reads out of `aims check --format lines`, and where the command line is looked for.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { chmodSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findProgram } from '../client/node/program';
import { GAPS, type JsonRow } from './reports/check-run';
import { DAY, runCommand } from './support/command-line';
import { TestFolder } from './support/test-folder';

interface Matcher {
  readonly name: string;
  readonly severity: string;
  readonly fileLocation: readonly string[];
  readonly pattern: {
    readonly regexp: string;
    readonly file: number;
    readonly line: number;
    readonly column: number;
    readonly severity: number;
    readonly message: number;
    readonly code: number;
  };
}

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  contributes: {
    problemMatchers: readonly Matcher[];
    taskDefinitions: readonly { type: string; properties: Record<string, { enum?: readonly string[] }> }[];
  };
};

/** The severities that VS Code understands in what a matcher read; anything else is that of the matcher. */
const UNDERSTOOD: Readonly<Record<string, string>> = { error: 'error', warning: 'warning', info: 'info', hint: 'info' };

describe('tasks', () => {
  const [matcher] = contributes.problemMatchers;
  ok(matcher);
  const { pattern } = matcher;
  /** Line by line, as VS Code does. */
  const read = (text: string) =>
    text.split(/\r?\n/).flatMap((line) => {
      const found = new RegExp(pattern.regexp).exec(line);
      if (!found) return [];
      const at = (part: 'file' | 'line' | 'column' | 'severity' | 'message' | 'code') => found[pattern[part]] ?? '';
      const severity = UNDERSTOOD[at('severity')] ?? matcher.severity;
      return [
        {
          path: at('file'),
          line: +at('line'),
          column: +at('column'),
          severity,
          message: at('message'),
          rule: at('code'),
        },
      ];
    });
  const SEVERITY = { error: 'error', warning: 'warning', information: 'info', hint: 'info' } as const;

  it('the problem matcher reads every finding, with file, line, column, severity, message and rule', () => {
    const { status, stdout, stderr } = runCommand(['check', '--format', 'lines', ...DAY, '--', GAPS]);
    equal(status, 1);
    const { findings } = JSON.parse(runCommand(['check', '--format', 'json', ...DAY, '--', GAPS]).stdout) as {
      findings: JsonRow[];
    };
    ok(findings.length > 100);
    deepEqual(new Set(findings.map(({ severity }) => severity)).size, 4);
    // From the folder that the task runs in, which is the folder of the workspace.
    deepEqual(
      read(stdout),
      findings.map(({ path, line, column, severity, message, rule }) => {
        return { path: `${GAPS}/${path}`, line, column, severity: SEVERITY[severity], message, rule };
      }),
    );
    equal(stdout.split('\n').length, findings.length + 1);
    ok(/^\d+ documents checked: .*\.\n$/.test(stderr) && read(stderr).length === 0);
  });

  it('other forms of the check are not taken for findings', () => {
    for (const args of [
      ['check', GAPS],
      ['gaps', GAPS],
      ['list', GAPS],
      ['coverage', GAPS],
    ])
      deepEqual(read(runCommand([...args, ...DAY]).stdout), [], args[0]);
  });

  it('what a task can be told is what the command line understands', () => {
    const [definition] = contributes.taskDefinitions;
    equal(definition?.type, 'aims');
    for (const command of definition.properties.command?.enum ?? ['']) {
      equal(runCommand([command, '--help']).status, 0, command);
    }
    const help = runCommand(['check', '--help']).stdout.replace(/\s+/g, ' ');
    for (const severity of definition.properties.failOn?.enum ?? ['']) {
      ok(help.includes(severity), severity);
      equal(runCommand(['check', '--format=lines', `--fail-on=${severity}`, ...DAY, '--', GAPS]).status, 1);
    }
  }).timeout(30_000);

  describe('the command line that a task starts', () => {
    const folder = new TestFolder([
      ['bin/aims', ''],
      ['bin/aims.cmd', ''],
      ['bin/node', ''],
      ['other/aims', ''],
      ['dist/cli.js', ''],
    ]);
    for (const path of ['bin/aims', 'bin/node', 'other/aims']) chmodSync(join(folder.path, path), 0o755);
    const path = process.env.PATH;
    after(() => {
      process.env.PATH = path;
      folder.dispose();
    });
    const inFolder = (name: string) => join(folder.path, name);
    const find = (configured: string, ...on: readonly string[]) => {
      process.env.PATH = on.map(inFolder).join(delimiter);
      return findProgram(configured);
    };

    it('is the first on the PATH, or the one that is configured', () => {
      deepEqual(find('', 'nowhere', 'other', 'bin'), [inFolder('other/aims')]);
      deepEqual(find(inFolder('bin/aims'), 'other'), [inFolder('bin/aims')]);
    });

    it('can be the script as it was built, which Node runs', () => {
      deepEqual(find(inFolder('dist/cli.js'), 'bin'), [inFolder('bin/node'), inFolder('dist/cli.js')]);
      equal(find(inFolder('dist/cli.js'), 'other'), undefined);
    });

    it('is none where there is none, and never one of the folder that happens to be the current one', () => {
      equal(find('', 'nowhere'), undefined);
      equal(find(inFolder('gone/aims'), 'bin'), undefined);
      equal(find('dist/cli.js', 'bin'), undefined);
      process.env.PATH = `.${delimiter}bin`;
      equal(findProgram(''), undefined);
    });
  });
});
