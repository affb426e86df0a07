import { join, relative, resolve, sep } from 'node:path';
import { findRows, type NamedRows, rowNames } from '../../engine/features/import/kind-names';
import { OSCAL_MODELS, type OscalModel, oscalText } from '../../engine/reports/oscal/oscal';
import { csvText } from '../../engine/reports/tables/csv-text';
import { htmlText } from '../../engine/reports/tables/html-text';
import { markdownText } from '../../engine/reports/tables/markdown-text';
import { isIncomplete, registerTable } from '../../engine/reports/tables/register-table';
import type { Table } from '../../engine/reports/tables/table';
import { AT, readFolder, readToday, TODAY, UsageError } from '../arguments';
import { defineCommand } from '../command';
import type { LoadedRoot } from '../load';
import { loadOneRoot } from '../one-root';
import type { Output } from '../output';
import { whyNotWritten, writeFileWhole } from '../write-file';

type TableFormat = 'xlsx' | 'csv' | 'html' | 'md';

interface Wish {
  readonly output: string | undefined;
  readonly force: boolean;
}

/** `aims export`: gives the statement, a register or OSCAL away. */
export const command = defineCommand({
  usage: 'soa|register KIND|oscal [folder] [options]',
  description: `Writes what the repository says in a form for others: the Statement of Applicability or a register as a workbook, CSV,
web page or Markdown, or all of it as OSCAL. Beside it stands what this tool makes of it, in columns that begin with
"AIMS". Nothing states conformity. Columns have the names of our fields, so that "aims import" reads them again.`,
  options: {
    format: {
      type: 'string',
      short: 'f',
      values: ['xlsx', 'csv', 'html', 'md', 'json'],
      help: 'the form; without it the ending of --output tells, else csv. OSCAL is always json',
    },
    output: {
      type: 'string',
      short: 'o',
      value: 'FILE',
      help: 'where to write; without it the text goes to standard output. A workbook needs it',
    },
    model: {
      type: 'string',
      values: OSCAL_MODELS,
      help: 'which OSCAL model; without it --output names a folder, which gets all of them',
    },
    force: { type: 'boolean', help: 'replace a file that exists' },
    ...AT,
    ...TODAY,
  },
  examples: [
    ['aims export soa --output soa.xlsx', 'the Statement of Applicability as a workbook'],
    ['aims export register risks --format csv', 'the risk register as CSV on standard output'],
    ['aims export oscal --output oscal', 'the OSCAL files in the folder "oscal"'],
    ['aims export soa --at audit-2026 --output soa.xlsx', 'as it was at a tag'],
  ],
  ending: 'Exit status: 0 done, 2 wrong usage, or something could not be read or written.',
  run: async ({ positionals, values }, output) => {
    const today = readToday(values.today, values.at);
    const { at } = values;
    const wish: Wish = { output: values.output, force: values.force === true };
    const [what, ...rest] = positionals;
    if (what === 'oscal') {
      if (values.format !== undefined && values.format !== 'json')
        throw new UsageError(`OSCAL is written as json, not as ${values.format}.`);
      if (values.model === undefined && wish.output === undefined)
        throw new UsageError(
          `Say which model with --model (${OSCAL_MODELS.join(', ')}), or a folder for all of them with --output.`,
        );
      const root = await loadOneRoot({ folder: readFolder(rest), today, at }, output);
      return root ? exportOscal(root, values.model, wish, output) : 0;
    }
    if (values.model !== undefined) throw new UsageError('--model belongs to "aims export oscal".');
    const name = what === 'register' ? rest[0] : what;
    const folder = readFolder(what === 'register' ? rest.slice(1) : rest);
    const format = formatOf(values.format, values.output);
    const rows = namedRows(what, name);
    const root = await loadOneRoot({ folder, today, at }, output);
    return root ? exportTable(root, rows, format, wish, output) : 0;
  },
});

function namedRows(what: string | undefined, name: string | undefined): NamedRows {
  const named = name === undefined ? undefined : findRows(name);
  if (named) return named;
  const names = rowNames().join(', ');
  if (what === undefined) throw new UsageError('Say what to export: soa, register KIND, or oscal.');
  if (what === 'register')
    throw new UsageError(
      name === undefined ? `Say which register: ${names}.` : `There is no register "${name}". There are ${names}.`,
    );
  throw new UsageError(`"${what}" cannot be exported. Say soa, register KIND, or oscal.`);
}

function formatOf(format: string | undefined, path: string | undefined): TableFormat {
  if (format === 'json') throw new UsageError('For entries as json there is "aims list --format json".');
  const ending = /\.(xlsx|csv|html?|md)$/i.exec(path ?? '')?.[1]?.toLowerCase();
  const chosen = (format ?? (ending === 'htm' ? 'html' : ending) ?? 'csv') as TableFormat;
  if (chosen === 'xlsx' && path === undefined)
    throw new UsageError('A workbook needs a file: add --output, such as --output soa.xlsx.');
  return chosen;
}

async function exportTable(
  root: LoadedRoot,
  named: NamedRows,
  format: TableFormat,
  { output: path, force }: Wish,
  output: Output,
): Promise<number> {
  const { snapshot } = root;
  const incomplete = isIncomplete(snapshot, named);
  const table = registerTable(snapshot, named);
  if (table.rows.length === 0) {
    output.say(`There is nothing to export: no document holds an entry for: ${named.kind.title}.`);
    return incomplete ? 2 : 0;
  }
  if (path === undefined) output.print((await contentOf(table, format, output.colour)) as string);
  else {
    const why = await whyNotWritten(path, force);
    if (why !== undefined) throw new Error(why);
    await writeFileWhole(path, await contentOf(table, format, false), { force });
    output.say(`${path}: ${table.rows.length} ${table.rows.length === 1 ? 'entry' : 'entries'}.`);
    if (format === 'csv' || format === 'md') warnInside(root, path, output);
  }
  // CSV has no place for notes.
  if (format === 'csv') for (const note of table.notes) output.say(note);
  else if (incomplete) output.say(table.notes.find((note) => note.includes('could not be read in full')) ?? '');
  return incomplete || snapshot.uncheckable ? 2 : 0;
}

async function contentOf(table: Table, format: TableFormat, terminal: boolean): Promise<string | Uint8Array> {
  switch (format) {
    case 'csv':
      // A terminal would show the byte order mark.
      return terminal ? csvText(table).slice(1) : csvText(table);
    case 'html':
      return htmlText(table);
    case 'md':
      return markdownText(table);
    default: {
      const { writeWorkbook } = await import('../spreadsheet/write-workbook');
      return writeWorkbook(table);
    }
  }
}

/** A copy inside the root would be read as one more register. */
function warnInside({ root }: LoadedRoot, path: string, output: Output): void {
  const inside = relative(root, resolve(path));
  if (inside.startsWith('..') || inside.includes(`..${sep}`)) return;
  output.say(
    `"${path}" lies inside the management system and may be read as one more document of it. Better keep it elsewhere.`,
  );
}

async function exportOscal(
  { snapshot }: LoadedRoot,
  model: OscalModel | undefined,
  { output: path, force }: Wish,
  output: Output,
): Promise<number> {
  if (model !== undefined && path === undefined) output.print(oscalText(snapshot, model));
  else if (path !== undefined) {
    const files = (model === undefined ? OSCAL_MODELS : [model]).map((each) => ({
      path: model === undefined ? join(path, `${each}.json`) : path,
      text: oscalText(snapshot, each),
    }));
    // All or nothing: a folder with one of them replaced would contradict itself.
    for (const file of files) {
      const why = await whyNotWritten(file.path, force);
      if (why !== undefined) throw new Error(why);
    }
    for (const file of files) {
      await writeFileWhole(file.path, file.text, { force });
      output.say(`${file.path} written.`);
    }
  }
  return snapshot.uncheckable ? 2 : 0;
}
