import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canBeFixed, type FixedTexts, fixInRounds } from '../../engine/features/fix-rounds';
import { whyNoSuchRule } from '../../engine/features/rule-names';
import { harmlessLine } from '../../engine/reports/harmless-text';
import { readFolder, readToday, TODAY, UsageError } from '../arguments';
import { defineCommand } from '../command';
import { fromFolder, type LoadedRoot, load } from '../load';
import type { Output } from '../output';
import { type TextFile, textFile } from '../text-bytes';
import { writeInside } from '../write-inside';

/** `aims fix`: what the editor's "Fix all" does, for a whole folder. */
export const command = defineCommand({
  usage: '[folder] [options]',
  description: `Corrects what can be corrected with certainty: a link to a file that moved, an id in another spelling, a name where an id
belongs, a kind that is not declared. It never writes a reason, a decision, an approval, a status or evidence: what needs
a person stays a finding. Only the characters that are wrong are changed, and encoding and line ends stay as they are.`,
  options: {
    rule: {
      type: 'string',
      value: 'ID',
      multiple: true,
      help: 'fix only what this rule finds; may be given several times',
    },
    'dry-run': { type: 'boolean', help: 'say what would be fixed, and write nothing' },
    diff: { type: 'boolean', help: 'print the changes as a unified diff for "git apply", and write nothing' },
    ...TODAY,
  },
  examples: [
    ['aims fix', 'fix what is certain in this folder; look at it with "git diff" afterwards'],
    ['aims fix --diff > fixes.patch', 'the same as a patch, without writing'],
    ['aims fix governance --rule reference/broken-link', 'only links to files that moved'],
  ],
  ending: 'Exit status: 0 done, 2 wrong usage, or something could not be read or written.',
  run: async ({ positionals, values }, output) => {
    const folder = readFolder(positionals);
    const today = readToday(values.today);
    if (values.diff && values['dry-run']) throw new UsageError('--diff writes nothing either; leave out --dry-run.');
    const writing = !values.diff && !values['dry-run'];
    const { roots, present } = await load({ folder, today }, output);
    if (!present) return roots.some(({ snapshot }) => snapshot.uncheckable) ? 2 : 0;
    checkRules(values.rule ?? [], roots);
    const done: RootFixes[] = [];
    for (const root of roots) done.push(await fixesOf(root, values.rule ?? []));
    if (values.diff) await printDiff(done, output);
    if (writing) for (const { root, files } of done) await writeInside(root.root, files);
    // A patch stands alone on standard output.
    const say = values.diff ? (line: string) => output.say(line) : (line: string) => output.print(`${line}\n`);
    for (const line of report(done, writing)) say(harmlessLine(line));
    return problems(done, output) || roots.some(({ snapshot }) => snapshot.uncheckable) ? 2 : 0;
  },
});

interface RootFixes {
  readonly root: LoadedRoot;
  readonly result: FixedTexts;
  readonly files: readonly { path: string; content: Uint8Array; before: Uint8Array; read: TextFile; text: string }[];
}

function checkRules(rules: readonly string[], roots: readonly LoadedRoot[]): void {
  for (const rule of rules) {
    const why = roots.map(({ snapshot }) => whyNoSuchRule(snapshot, rule)).find((each) => each !== undefined);
    if (why !== undefined) throw new UsageError(why);
    if (!canBeFixed(rule)) throw new UsageError(`What "${rule}" finds has no certain fix; it needs a person.`);
  }
}

async function fixesOf(root: LoadedRoot, rules: readonly string[]): Promise<RootFixes> {
  const { snapshot, loaded } = root;
  const result = fixInRounds(loaded.workspace, snapshot, {
    wanted: ({ path, rule }) => fromFolder(root, path) !== undefined && (rules.length === 0 || rules.includes(rule)),
    mayEdit: (path) => fromFolder(root, path) !== undefined && snapshot.texts.get(path)?.damaged === false,
  });
  const files: RootFixes['files'][number][] = [];
  for (const [path, text] of result.texts) {
    const bytes = await readFile(join(root.root, path)).catch((error: NodeJS.ErrnoException) => {
      throw new Error(`"${path}" cannot be read (${error.code}). Nothing was written.`);
    });
    const read = textFile(bytes);
    if (read.text !== snapshot.texts.get(path)?.text)
      throw new Error(`"${path}" has changed meanwhile. Nothing was written.`);
    files.push({ path, content: read.encode(text), before: bytes, read, text });
  }
  return { root, result, files };
}

async function printDiff(done: readonly RootFixes[], output: Output): Promise<void> {
  const { unifiedDiff } = await import('../unified-diff');
  for (const { root, files } of done) {
    for (const { path, read, text } of files) {
      const shown = fromFolder(root, path) ?? path;
      if (read.encoding !== 'utf-8')
        output.say(`${shown} is UTF-16, which a diff cannot show: run "aims fix" to change it.`);
      else output.print(unifiedDiff([{ path: shown, before: marked(read, read.text), after: marked(read, text) }]));
    }
  }
}

/** The text as its bytes are, with the byte order mark that reading takes off. */
function marked(read: TextFile, text: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(read.encode(text));
}

function report(done: readonly RootFixes[], written: boolean): string[] {
  const lines: string[] = [];
  let fixed = 0;
  let left = 0;
  for (const { root, result } of done) {
    for (const [path, rules] of [...result.fixed].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const count = [...rules.values()].reduce((sum, each) => sum + each, 0);
      fixed += count;
      const named = [...rules].map(([rule, each]) => (each === 1 ? rule : `${rule} (${each})`)).sort();
      lines.push(
        `${fromFolder(root, path) ?? path}: ${count} ${written ? 'fixed' : 'can be fixed'}: ${named.join(', ')}`,
      );
    }
    left += result.snapshot.findings.filter(({ path }) => fromFolder(root, path) !== undefined).length;
  }
  const findings = (count: number) => `${count} finding${count === 1 ? '' : 's'}`;
  const what =
    fixed === 0
      ? 'Nothing to fix'
      : written
        ? `${findings(fixed)} fixed`
        : `${findings(fixed)} can be fixed; nothing was written, as asked`;
  const rest =
    left === 0
      ? 'no findings are left'
      : `${findings(left)} need${left === 1 ? 's' : ''} a person: "aims check" lists them`;
  return [...lines, `${what}; ${rest}.`];
}

/** Says which files were left alone; true where there are some. */
function problems(done: readonly RootFixes[], output: Output): boolean {
  const alone = done.flatMap(({ root, result }) =>
    [...result.leftAlone]
      .filter((path) => root.snapshot.texts.get(path)?.damaged)
      .map((path) => fromFolder(root, path) ?? path),
  );
  for (const path of alone)
    output.say(
      `${harmlessLine(path)} was left alone: some of its bytes are not valid text. Save it as UTF-8, then fix it.`,
    );
  return alone.length > 0;
}
