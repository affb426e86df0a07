import { lstat } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { LIMITS } from '../../engine/engine';
import { chooseSheet } from '../../engine/features/import/choose-sheet';
import type { ToldColumns } from '../../engine/features/import/columns';
import { planImport } from '../../engine/features/import/import-plan';
import { importText } from '../../engine/reports/import-text';
import { readFolder, readToday, TODAY, UsageError } from '../arguments';
import { defineCommand } from '../command';
import { type LoadedRoot, load } from '../load';
import { whyNotWritten, writeFileWhole } from '../write-file';

/** `aims import`: takes a spreadsheet over as a register in our form. */
export const command = defineCommand({
  usage: 'FILE [folder] [options]',
  description: `Takes a statement or register of another form over: a workbook (.xlsx), CSV, a table of a Markdown document, or the YAML
and JSON of CISO Assistant. Shows which column becomes which field, asks, and writes one YAML register. Nothing is
decided or made up: what is empty stays empty, what is not understood stays as written, and columns without a field stay
under "imported". Results of other tools, such as "compliant", are kept as their words and count for nothing.`,
  options: {
    as: { type: 'string', value: 'KIND', help: 'what the rows are, such as soa, risks or risk-register' },
    map: {
      type: 'string',
      value: 'COLUMN=FIELD',
      multiple: true,
      help: 'what a column means; COLUMN= keeps it beside the fields. May be given several times; agrees with the rest',
    },
    sheet: { type: 'string', value: 'NAME', help: 'the sheet of a workbook, or the heading above a Markdown table' },
    yes: { type: 'boolean', short: 'y', help: 'agree with the columns as they were understood' },
    'dry-run': { type: 'boolean', help: 'show what would be done and write nothing' },
    output: {
      type: 'string',
      short: 'o',
      value: 'FILE',
      help: 'where to write; without it the usual place of the kind',
    },
    force: { type: 'boolean', help: 'replace a file that exists' },
    format: { type: 'string', short: 'f', values: ['text'], help: 'text for people, the only form' },
    ...TODAY,
  },
  examples: [
    ['aims import soa.xlsx --dry-run', 'show what each column would become'],
    ['aims import risks.csv governance --as risks --yes', 'take a risk register over'],
    ['aims import list.xlsx --as soa --map "Our ref=id"', 'say what a column means'],
  ],
  ending:
    'Exit status: 0 done, or nothing was to be written; 2 wrong usage, not agreed, or something could not be read or written.',
  run: async ({ positionals, values }, output) => {
    const today = readToday(values.today);
    const [file, ...rest] = positionals;
    if (file === undefined) throw new UsageError('Name the file to take over, such as "aims import soa.xlsx".');
    const folder = readFolder(rest);
    const told = readMap(values.map ?? []);
    const target = values.output;
    if (target !== undefined && !/\.ya?ml$/i.test(target))
      throw new UsageError(`A register is written as YAML: let --output end in .yaml, not "${basename(target)}".`);
    const root = await readRoot(folder, today);
    const { readSource } = await import('../spreadsheet/read-source');
    const header = chooseSheet(await readSource(file), root.snapshot.view.kinds, {
      path: basename(file),
      as: values.as,
      sheet: values.sheet,
      told,
    });
    const plan = planImport(root.snapshot, header, basename(file), insideRoot(root, file));
    output.print(importText(plan, basename(file)));
    if (plan.rows === 0) throw new Error(`There is no entry below the heads of "${file}"; nothing was written.`);
    const bytes = Buffer.byteLength(plan.text);
    if (bytes > LIMITS.bytes)
      throw new Error(
        `The register would have ${(bytes / 1_000_000).toFixed(1)} MB, and documents over ${LIMITS.bytes / 1_000_000} MB are not read. Take it over in parts.`,
      );
    if (target === undefined && plan.alreadyThere !== undefined)
      throw new Error(
        `There is already a ${header.named.kind.title}: ${plan.alreadyThere}. Name a file with --output to write beside it; nothing was written.`,
      );
    const path = target ?? join(folder === '.' && resolve(folder) === root.root ? '' : root.root, plan.path);
    const why =
      (target === undefined ? await linkOnTheWay(root, plan.path) : undefined) ??
      (await whyNotWritten(path, values.force === true));
    if (why !== undefined) throw new Error(why);
    if (values['dry-run']) {
      output.print(`${path} would be written; nothing was, as asked.\n`);
      return 0;
    }
    if (!values.yes && told.length === 0 && !(await agreed(path))) {
      output.say('Nothing was written. Agree with --yes, or say what a column means with --map "COLUMN=FIELD".');
      return 2;
    }
    await writeFileWhole(path, plan.text, { force: values.force === true });
    output.print(
      `${path} written. Run "aims check" next; what was taken over counts as a draft until people have looked at it.\n`,
    );
    return 0;
  },
});

/** The root the register belongs to. An empty folder is one. */
async function readRoot(folder: string, today: string): Promise<LoadedRoot> {
  const quiet = { print: () => undefined, say: () => undefined, colour: false };
  const { roots } = await load({ folder, today }, quiet);
  const [root, ...more] = roots;
  if (root && more.length === 0) return root;
  const names = roots.map(({ prefix }) => prefix.replace(/\/$/, '') || '.');
  throw new Error(
    `There are ${roots.length} management systems below "${folder}": ${names.slice(0, 8).join(', ')}. Name one of them.`,
  );
}

function readMap(given: readonly string[]): ToldColumns {
  return given.map((each) => {
    const at = each.lastIndexOf('=');
    if (at < 1) throw new UsageError(`--map needs a column and a field, such as --map "Our ref=id", not "${each}".`);
    return [each.slice(0, at).trim(), each.slice(at + 1).trim()] as const;
  });
}

/** The root-relative path of a file, where it lies inside the root. */
function insideRoot({ root }: LoadedRoot, file: string): string | undefined {
  const path = relative(root, resolve(file)).split(sep).join('/');
  return path.startsWith('../') || path === '' ? undefined : path;
}

/** A link on the way would lead the writing somewhere else. */
async function linkOnTheWay({ root }: LoadedRoot, path: string): Promise<string | undefined> {
  const parts = path.split('/').slice(0, -1);
  for (const index of parts.keys()) {
    const folder = join(root, ...parts.slice(0, index + 1));
    const info = await lstat(folder).catch(() => undefined);
    if (info && !info.isDirectory()) return `"${folder}" is no ordinary folder, so nothing is written into it.`;
  }
  return undefined;
}

/** Asks on a terminal; where nobody can be asked, nobody has agreed. */
async function agreed(path: string): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return false;
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await asking.question(`Write ${path}? [y/N] `);
    return /^(?:y|yes|j|ja)$/i.test(answer.trim());
  } finally {
    asking.close();
  }
}
