// A step of the action (action.yml): annotations, the SARIF file, the summary of the job. Ends with 0 and hands on the status
// of `aims check`, so that the steps behind it run as well; the last step of the action ends with that status.
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../../build/files.mjs';

const { env } = process;

/** GitHub takes no larger summary of a step (bytes). */
const MOST_SUMMARY = 1_000_000;

/** What is given to the action comes in variables: never as a part of a command line that a shell reads. */
const input = (name) => (env[`AIMS_${name}`] ?? '').trim();

function flag(name) {
  const value = input(name).toLowerCase() || 'false';
  if (value !== 'true' && value !== 'false')
    throw new Error(`"${name.toLowerCase()}" is true or false, not "${value}".`);
  return value === 'true';
}

function aims(...args) {
  const cwd = env.GITHUB_WORKSPACE ?? process.cwd();
  const options = { cwd, encoding: 'utf8', maxBuffer: 1 << 28 };
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [inRoot('dist/cli.js'), ...args], options);
  return { status: status ?? 2, stdout: stdout ?? '', stderr: error ? error.message : (stderr ?? '') };
}

/** A text as the message of a workflow command. */
const commandText = (text) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** Lines for the log that the runner does not take for commands, neither at their start nor, in the older way, within. */
function log(text) {
  for (const line of text.split(/\r\n|\r|\n/)) if (line.trim()) console.log(`| ${line.replaceAll('##[', '## [')}`);
}

function check() {
  const folder = input('FOLDER') || '.';
  const day = input('TODAY') ? [`--today=${input('TODAY')}`] : [];
  const limits = [
    `--fail-on=${input('FAIL_ON') || 'error'}`,
    ...(input('MAX_WARNINGS') ? [`--max-warnings=${input('MAX_WARNINGS')}`] : []),
  ];
  const withSarif = flag('SARIF');
  const withSummary = flag('SUMMARY');

  const { status, stdout, stderr } = aims('check', '--format=github', ...limits, ...day, '--', folder);
  process.stdout.write(stdout);
  log(stderr);
  if (status > 1) {
    const why = stderr.trim() || 'Something could not be checked; the annotations say what.';
    console.log(`::error title=aims check::${commandText(why)}`);
  }
  return {
    status,
    sarif: withSarif ? writeSarif(folder, day) : '',
    summary: withSummary ? summary(folder, day) : '',
  };
}

function writeSarif(folder, day) {
  const file = join(env.RUNNER_TEMP ?? '.', `aims-${randomUUID()}.sarif`);
  rmSync(file, { force: true });
  log(aims('check', '--format=sarif', `--output=${file}`, ...day, '--', folder).stderr);
  return existsSync(file) ? file : '';
}

function summary(folder, day) {
  const parts = [aims('check', '--format=markdown', ...day, '--', folder).stdout];
  // A pull request names the branch it is for; any other run says what it wants to be compared with.
  const base = input('BASE') || (env.GITHUB_BASE_REF ? `origin/${env.GITHUB_BASE_REF}` : '');
  if (base) parts.push(difference(base, folder, day));
  const text = parts.join('\n');
  if (Buffer.byteLength(text) <= MOST_SUMMARY) return text;
  return 'The summary is longer than GitHub takes. The log of this step has every finding.\n';
}

function difference(base, folder, day) {
  const range = base.includes('..') ? base : `${base}...HEAD`;
  const { status, stdout, stderr } = aims('diff', '--format=markdown', `--folder=${folder}`, ...day, '--', range);
  log(stderr);
  if (stdout) return stdout;
  const why = stderr.split('\n')[0]?.replaceAll('`', "'") ?? `exit ${status}`;
  return [
    '## AIMS: what changed',
    '',
    `Nothing could be compared: \`${why}\``,
    '',
    'The history is needed for this: give `fetch-depth: 0` to `actions/checkout`.',
    '',
  ].join('\n');
}

try {
  const { status, sarif, summary } = check();
  if (summary && env.GITHUB_STEP_SUMMARY) appendFileSync(env.GITHUB_STEP_SUMMARY, `${summary}\n`);
  if (env.GITHUB_OUTPUT) appendFileSync(env.GITHUB_OUTPUT, `status=${status}\nsarif=${sarif}\n`);
} catch (error) {
  console.log(`::error title=aims check::${commandText(error.message)}`);
  process.exitCode = 2;
}
