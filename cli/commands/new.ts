import { readFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { type MadeNew, makeNew } from '../../engine/features/make-new';
import { newNames, newOffers } from '../../engine/features/new-subject';
import { harmlessLine } from '../../engine/reports/harmless-text';
import { newListText } from '../../engine/reports/new-text';
import { readFolder, readToday, TODAY, UsageError } from '../arguments';
import { defineCommand } from '../command';
import { emptyState } from '../empty-state';
import { type LoadedRoot, load } from '../load';
import { painter } from '../output';
import { type TextFile, textFile } from '../text-bytes';
import { type FileToWrite, writeInside } from '../write-inside';

/** `aims new`: a document or an entry from its template, as in the editor. */
export const command = defineCommand({
  usage: '<what> [folder] [options]',
  description: `Makes a document from its template, or an entry at the end of its register, with the next free id and in the form that the
register has. Only facts are filled in. Reasons, decisions, ratings, approvals and evidence stay open for a person.`,
  options: {
    list: { type: 'boolean', help: 'what can be made here' },
    set: {
      type: 'string',
      value: 'FIELD=VALUE',
      multiple: true,
      help: 'fill in a fact; may be given several times. Several values are separated by commas',
    },
    system: { type: 'string', value: 'ID', help: 'the AI system that it is about' },
    'dry-run': { type: 'boolean', help: 'print the change as a unified diff, and write nothing' },
    ...TODAY,
  },
  examples: [
    ['aims new --list', 'what can be made'],
    ['aims new risk --system AIS-001 --set "title=A wrong letter is sent"', 'an entry in the risk register'],
    ['aims new assessment --system AIS-001', 'the impact assessment of a system, with what its inventory says'],
    ['aims new A.6.2.4', 'an evidence document for a control'],
  ],
  ending: 'Exit status: 0 done, 2 wrong usage, or something could not be read or written.',
  completes: async () => newNames(await emptyState('2026-01-01')),
  run: async ({ positionals, values }, output) => {
    const today = readToday(values.today);
    const [what, ...rest] = values.list ? ['', ...positionals] : positionals;
    const folder = readFolder(rest);
    if (what === undefined)
      throw new UsageError('Say what to make, such as "aims new risk"; "aims new --list" shows what there is.');
    const fields = (values.set ?? []).map(fieldOf);
    const { roots, present } = await load({ folder, today }, { ...output, say: () => undefined });
    if (values.list) {
      const state = present && roots.length === 1 && roots[0] ? roots[0].snapshot : await emptyState(today);
      output.print(newListText(newOffers(state), painter(output)));
      return 0;
    }
    const root = onlyRoot(folder, roots, present);
    const { snapshot, loaded } = root;
    const made = makeNew(
      { workspace: loaded.workspace, state: snapshot, sizes: loaded.sizes },
      { what, system: values.system, fields },
    );
    if ('refused' in made) throw new Error(harmlessLine(made.refused));
    const shown = (path: string) => relative(resolve(folder), join(root.root, path)).split(sep).join('/');
    if (values['dry-run']) {
      const { unifiedDiff } = await import('../unified-diff');
      const changes = [...made.texts].map(([path, text]) => ({ path: shown(path), ...text }));
      output.print(unifiedDiff(changes));
      output.say('Nothing was written, as asked.');
      return 0;
    }
    await writeInside(root.root, await filesOf(root, made));
    output.print(report(made, shown));
    const [rival] = made.rivals;
    if (rival !== undefined)
      output.say(
        `There is one already, ${shown(rival)}. Only one is in force: say in the new one what it takes the place of.`,
      );
    return 0;
  },
});

function fieldOf(given: string): readonly [string, string] {
  const at = given.indexOf('=');
  if (at < 1) throw new UsageError(`--set needs a field and a value such as "owner=Head of AI", not "${given}".`);
  return [given.slice(0, at).trim(), given.slice(at + 1)];
}

function onlyRoot(folder: string, roots: readonly LoadedRoot[], present: boolean): LoadedRoot {
  const [root, another] = roots;
  if (!present || !root)
    throw new Error(`There is no AI management system in "${folder}". Start one with "aims init".`);
  if (another)
    throw new Error(
      `There are ${roots.length} management systems in "${folder}". Name the folder of one: ${roots.map(({ prefix }) => prefix).join(', ')}`,
    );
  return root;
}

async function filesOf({ root, snapshot }: LoadedRoot, { texts }: MadeNew): Promise<FileToWrite[]> {
  const files: FileToWrite[] = [];
  for (const [path, { before, after }] of texts) {
    if (before === undefined) {
      files.push({ path, content: after, before });
      continue;
    }
    const read: TextFile = textFile(
      await readFile(join(root, path)).catch((error: NodeJS.ErrnoException) => {
        throw new Error(`"${path}" cannot be read (${error.code}). Nothing was written.`);
      }),
    );
    if (read.text !== snapshot.texts.get(path)?.text)
      throw new Error(`"${path}" has changed meanwhile. Nothing was written.`);
    files.push({ path, content: read.encode(after), before: read.bytes });
  }
  return files;
}

function report({ texts, path, line, id, title, needed, open }: MadeNew, shown: (path: string) => string): string {
  const others = [...texts.keys()].filter((other) => other !== path);
  return [
    `${shown(path)}:${line}  ${title}${id === '' ? '' : ` (${id})`}`,
    ...others.map((other) => `${shown(other)}  ${texts.get(other)?.before === undefined ? 'new' : 'changed'}`),
    ...(needed.length > 0 ? [`To fill in: ${needed.join(', ')}`] : []),
    ...(open.length > 0 ? [`Still empty: ${open.join(', ')}`] : []),
    '',
  ]
    .map((line) => harmlessLine(line))
    .join('\n');
}
