import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import { NoOperationTraceWriter } from '@actions/workflow-parser';
import { parseAction } from '@actions/workflow-parser/actions/action-parser';
import { parse } from 'yaml';

/** A step of a composite action, as `action.yml` has it. */
export interface ActionStep {
  readonly name: string;
  readonly id?: string;
  readonly if?: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
}

/** The parts of `action.yml` that a test looks at. */
export interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly ActionStep[] };
}

/** What a run of the action left behind. */
export interface ActionRun {
  /** The status of the first step that failed, else 0. */
  readonly status: number;
  /** What the steps printed. */
  readonly log: string;
  /** The summary of the job. */
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** Steps with `uses` that would have run, with what they would have got. */
  readonly used: readonly { readonly uses: string; readonly with: Readonly<Record<string, string>> }[];
  /** The SARIF file, where one was written. */
  readonly sarif: string | undefined;
}

/** What GitHub's own reader finds wrong with an action. */
export function actionErrors(text: string): string[] {
  const { context } = parseAction({ name: 'action.yml', content: text }, new NoOperationTraceWriter());
  return context.errors.getErrors().map(({ message }) => message);
}

/**
 * Runs our action in a folder as a runner of GitHub does: each `run` in bash, `if` and `${{ }}` by GitHub's own reader of
 * expressions. Steps of other actions are only noted.
 */
export function runAction(
  workspace: string,
  inputs: Readonly<Record<string, string>> = {},
  { env = {}, fork = false }: { readonly env?: Readonly<Record<string, string>>; readonly fork?: boolean } = {},
): ActionRun {
  const action = parse(readFileSync('action.yml', 'utf8')) as Action;
  const temporary = mkdtempSync(join(tmpdir(), 'aims-action-'));
  const [outputFile, summaryFile] = ['output', 'summary'].map((name) => join(temporary, name)) as [string, string];
  const given = Object.entries(action.inputs).map(([name, { default: value }]) => [name, inputs[name] ?? value]);
  const outputs: Record<string, Record<string, string>> = {};
  const context = () => ({
    inputs: Object.fromEntries(given),
    steps: Object.fromEntries(Object.entries(outputs).map(([id, values]) => [id, { outputs: values }])),
    github: { event: { pull_request: { head: { repo: { fork } } } } },
  });
  const fill = (values: Readonly<Record<string, string>> = {}) =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        value.replace(/\$\{\{(.*?)\}\}/g, (_, text: string) => evaluate(text, context()).coerceString()),
      ]),
    );
  const used: { uses: string; with: Readonly<Record<string, string>> }[] = [];
  let log = '';
  let status = 0;
  try {
    for (const step of action.runs.steps) {
      if (step.if !== undefined && evaluate(step.if, context()).coerceString() !== 'true') continue;
      if (step.uses !== undefined) used.push({ uses: step.uses, with: fill(step.with) });
      if (step.run === undefined) continue;
      writeFileSync(outputFile, '');
      const ran = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], {
        cwd: workspace,
        encoding: 'utf8',
        env: {
          PATH: process.env.PATH,
          HOME: temporary,
          GITHUB_ACTION_PATH: resolve('.'),
          GITHUB_WORKSPACE: workspace,
          GITHUB_OUTPUT: outputFile,
          GITHUB_STEP_SUMMARY: summaryFile,
          RUNNER_TEMP: temporary,
          ...env,
          ...fill(step.env),
        },
      });
      log += ran.stdout + ran.stderr;
      if (step.id !== undefined) outputs[step.id] = readOutputs(outputFile);
      if (ran.status === 0) continue;
      status = ran.status ?? -1;
      break;
    }
    const sarif = outputs.check?.sarif;
    return {
      status,
      log,
      summary: existsSync(summaryFile) ? readFileSync(summaryFile, 'utf8') : '',
      outputs: outputs.check ?? {},
      used,
      sarif: sarif ? readFileSync(sarif, 'utf8') : undefined,
    };
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function readOutputs(file: string): Record<string, string> {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
}

function evaluate(text: string, context: Readonly<Record<string, unknown>>): data.ExpressionData {
  const parser = new Parser(new Lexer(text.trim()).lex().tokens, Object.keys(context), []);
  const values = JSON.parse(JSON.stringify(context), data.reviver) as data.Dictionary;
  return new Evaluator(parser.parse(), values).evaluate();
}
