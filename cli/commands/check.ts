import { join, relative, resolve, sep } from 'node:path';
import { languageOf } from '../../engine/engine';
import { checkResult, checkSummary, countSeverities, isAtLeast, SEVERITIES } from '../../engine/reports/check-result';
import { checkText } from '../../engine/reports/check-text';
import { AT, readFolder, readNumber, readToday, TODAY, UsageError } from '../arguments';
import { CHECK_FORMATS, type CheckRun, formatCheck } from '../check-formats';
import { defineCommand } from '../command';
import { fromFolder, type Loaded, load } from '../load';
import { type Output, painter } from '../output';
import { repositoryPaths } from '../repository-paths';
import { belongsToAny, repeatOnChange } from '../watch';
import { whyNotWritten, writeFileWhole } from '../write-file';

/** `aims check`: prints findings; the exit status is the contract of the command line. */
export const command = defineCommand({
  usage: '[folder] [options]',
  description: 'Checks an AI management system and prints what it found.',
  options: {
    format: {
      type: 'string',
      short: 'f',
      value: 'FORMAT',
      values: CHECK_FORMATS,
      help: 'text for people (default), lines for editors and grep (path:line:column: severity: message [rule]), json for programs, sarif for code scanning, junit for test reports, github for annotations of a workflow, gitlab for Code Quality, markdown for a comment on a pull request, csv for a spreadsheet',
    },
    output: { type: 'string', short: 'o', value: 'FILE', help: 'write to a file; one that exists is left alone' },
    force: { type: 'boolean', help: 'replace the file' },
    'fail-on': {
      type: 'string',
      value: 'SEVERITY',
      values: SEVERITIES,
      help: 'exit 1 from this severity on: error (default), warning, information, hint',
    },
    'max-warnings': { type: 'string', value: 'N', help: 'exit 1 where there are more warnings' },
    'with-silenced': {
      type: 'boolean',
      help: 'sarif: also what exceptions and the baseline silence, as suppressed, with the reasons. GitHub shows these as open alerts, so leave it out there',
    },
    watch: { type: 'boolean', short: 'w', help: 'check again after each change, until Ctrl-C (text only)' },
    ...AT,
    ...TODAY,
  },
  examples: [
    ['aims check', 'the current folder'],
    ['aims check --format sarif -o aims.sarif', 'for GitHub code scanning and other viewers'],
    ['aims check --format junit -o aims.xml --fail-on warning', 'a failed test for each error and warning'],
    ['aims check --watch', 'while you write'],
  ],
  ending: `In sarif, github and gitlab, files are named from the root of the Git repository, or the current folder where there is
none; in lines from the current folder; in all others from the checked folder. In csv an apostrophe stands before what a
spreadsheet would take for a formula.

Exit status: 0 nothing at or above --fail-on and no more warnings than allowed, 1 there is, 2 something could not be checked.
With --watch it is 0 when it was ended with Ctrl-C.`,
  lasts: 'watch',
  run: async ({ positionals, values }, output) => {
    const folder = readFolder(positionals);
    const { format = 'text', output: file, force = false } = values;
    const asked: Asked = {
      folder,
      format,
      failOn: values['fail-on'] ?? 'error',
      maxWarnings: readNumber('max-warnings', values['max-warnings']),
      withSilenced: values['with-silenced'] === true,
    };
    readToday(values.today);
    if (asked.withSilenced && format !== 'sarif') throw new UsageError('--with-silenced is for --format sarif.');
    if (force && file === undefined) throw new UsageError('--force is for --output.');
    if (values.watch) {
      if (format !== 'text' || file !== undefined)
        throw new UsageError('--watch prints text: leave out --format and --output.');
      if (values.at !== undefined) throw new UsageError('--watch is for the files on disk: leave out --at.');
      return await watchFolder(asked, () => readToday(values.today), output);
    }
    const why = file === undefined ? undefined : await whyNotWritten(resolve(file), force);
    if (why !== undefined) throw new Error(why);
    const today = readToday(values.today, values.at);
    const loaded = await load({ folder, today, at: values.at }, output);
    const run = checkRun(loaded, asked, today);
    const isEmptyText = !loaded.present && format === 'text';
    const text = isEmptyText ? '' : await formatCheck(format, run, file === undefined ? output : PLAIN);
    if (file === undefined) {
      output.print(text);
      if (format === 'lines' && loaded.present) output.say(checkSummary(run.result));
    } else {
      await writeFileWhole(resolve(file), text, { force });
      output.say(`${checkSummary(run.result)} Written to "${file}".`);
    }
    if (run.result.unchecked && !run.result.findings.some(({ uncheckable }) => uncheckable))
      output.say('Something outside this folder could not be checked: run "aims check" on the whole root.');
    return run.status;
  },
});

interface Asked extends Pick<CheckRun, 'failOn' | 'maxWarnings' | 'withSilenced'> {
  readonly folder: string;
  readonly format: (typeof CHECK_FORMATS)[number];
}

const PLAIN = { colour: false };

/** Platforms find files by their path in the repository; people by that from the folder they asked for. */
const FROM_REPOSITORY: readonly string[] = ['sarif', 'github', 'gitlab'];

function fromHere(path: string): string {
  return relative(process.cwd(), path).split(sep).join('/');
}

function checkRun({ roots }: Loaded, { folder, format, ...asked }: Asked, today: string): CheckRun {
  const repository = repositoryPaths(
    folder,
    roots.map(({ root }) => root),
  );
  const result = checkResult(
    roots.map((root) => ({
      snapshot: root.snapshot,
      prefix: root.prefix,
      shown: (path) => {
        const inFolder = fromFolder(root, path);
        // As compilers do: an editor opens what stands there.
        if (inFolder !== undefined && format === 'lines') return fromHere(join(root.root, path));
        if (inFolder === undefined || !FROM_REPOSITORY.includes(format)) return inFolder;
        return repository.pathOf(root.root, path);
      },
    })),
    today,
  );
  const isSerious = result.findings.some(({ severity }) => isAtLeast(severity, asked.failOn));
  const isTooMuch = asked.maxWarnings !== undefined && countSeverities(result.findings).warning > asked.maxWarnings;
  const status = result.unchecked ? 2 : isSerious || isTooMuch ? 1 : 0;
  return { ...asked, result, status, folder: repository.folder };
}

/** Checks again after each change, and prints what is found where something of it may have changed. */
async function watchFolder(asked: Asked, today: () => string, output: Output): Promise<number> {
  const isTerminal = process.stdout.isTTY === true;
  let before: Loaded | undefined;
  let printed = '';
  // What holds all the time is said once.
  let said = '';
  const quieter: Output = {
    ...output,
    say: (line) => {
      if (line !== said) output.say(line);
      said = line;
    },
  };
  return await repeatOnChange(asked.folder, async (touched) => {
    const started = performance.now();
    const day = today();
    const again = before && { before, isTouched: (path: string) => belongsToAny(path, touched) };
    before = await load({ folder: asked.folder, today: day, again }, quieter);
    const text = before.present ? checkText(checkRun(before, asked, day).result, painter(output)) : '';
    const took = Math.round(performance.now() - started);
    if (text === printed && ![...touched].some((path) => languageOf(path) !== undefined) && touched.size > 0) return;
    if (isTerminal) output.print('\u001b[2J\u001b[H');
    output.print(`${text}Checked in ${took} ms. Waiting for changes; Ctrl-C ends.\n${isTerminal ? '' : '\n'}`);
    printed = text;
  });
}
