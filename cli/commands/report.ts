import { reportHtml } from '../../engine/reports/html/report-html';
import manifest from '../../package.json';
import { AT, readFolder, readToday, TODAY, UsageError } from '../arguments';
import { defineCommand } from '../command';
import { packTarget, whyNotPacked, writePack } from '../evidence-pack';
import { withEvidence } from '../evidence-source';
import { commitName, type LoadedRoot, load } from '../load';
import { whyNotWritten, writeFileWhole } from '../write-file';

const USUAL_NAME = 'aims-report.html';

/** `aims report`: the state of the management system as one HTML page, and its evidence as a pack. */
export const command = defineCommand({
  usage: '[folder] [options]',
  description: `Writes one HTML file for managers and auditors: a summary, the Statement of Applicability, AI systems with their duties,
risks, findings, coverage with reasons, what is still to do, evidence and documents. It needs no network and no script,
and prints on A4. With --evidence-pack the files that count as evidence are copied with a manifest instead.`,
  options: {
    output: {
      type: 'string',
      short: 'o',
      value: 'FILE',
      help: `where to write; - is standard output. Without it ${USUAL_NAME} in the current folder`,
    },
    title: { type: 'string', value: 'TEXT', help: 'another title for the report' },
    'evidence-pack': {
      type: 'string',
      value: 'PATH',
      help: 'copy every file that counts as evidence, with a manifest (CSV and JSON: SHA-256, size, what refers to it), into a new folder or, with a name ending in .zip, a zip file. The report is then only written with --output',
    },
    force: { type: 'boolean', help: 'replace a file that exists' },
    ...AT,
    ...TODAY,
  },
  examples: [
    ['aims report', `writes ${USUAL_NAME}`],
    ['aims report governance --output - > report.html', 'another folder, to standard output'],
    ['aims report --at 2026-06-30', 'the state of that day, from Git'],
    ['aims report --evidence-pack evidence-2026.zip', 'the evidence, for an auditor'],
  ],
  ending:
    'Exit status: 0 written, 2 wrong usage, not written, or something could not be checked (the report then says so).',
  run: async ({ positionals, values }, output) => {
    const today = readToday(values.today, values.at);
    const folder = readFolder(positionals);
    const force = values.force === true;
    const pack = values['evidence-pack'];
    const file = values.output ?? (pack === undefined ? USUAL_NAME : undefined);
    if (pack === '' || file === '') throw new UsageError('A file name is needed, and it is empty.');
    const target = pack === undefined ? undefined : packTarget(pack, force);
    const { roots, present, commit } = await load({ folder, today, at: values.at }, output);
    if (!present) {
      if (!roots.some(({ snapshot }) => snapshot.uncheckable)) return 0;
      throw new Error(`Nothing in "${folder}" could be read, so there is nothing to report; "aims check" says more.`);
    }
    const root = onlyRoot(folder, roots);
    const why =
      (target && (await whyNotPacked(target, [root.root]))) ??
      (file === undefined || file === '-' ? undefined : await whyNotWritten(file, force));
    if (why !== undefined) throw new Error(why);
    const { version } = manifest;
    if (root.within !== '') output.say(`"${folder}" lies inside a management system; the whole of it is reported.`);
    if (file !== undefined) {
      const html = reportHtml(root.snapshot, {
        version,
        title: values.title?.trim() ?? '',
        revision: commit ? commitName(commit) : '',
      });
      if (file === '-') output.print(html);
      else await writeFileWhole(file, html, { force });
      if (file !== '-') output.say(`Written: ${file}`);
    }
    if (target) {
      const { files, not_included: left } = await withEvidence(root.root, commit, (read) =>
        writePack(root.snapshot, read, target, { version, revision: commit }),
      );
      const remark = left.length === 0 ? '' : `; ${left.length} not included, the manifest says why`;
      output.say(
        `Written: ${target.path}, ${files.length} ${files.length === 1 ? 'file' : 'files'} of evidence${remark}`,
      );
    }
    return root.snapshot.uncheckable ? 2 : 0;
  },
});

/** One report is about one management system. */
function onlyRoot(folder: string, roots: readonly LoadedRoot[]): LoadedRoot {
  const [root, ...more] = roots;
  if (root && more.length === 0) return root;
  const names = roots.map(({ prefix, root: path }) => prefix.replace(/\/$/, '') || path);
  throw new Error(
    `There are ${roots.length} management systems in "${folder}", and a report is about one: name ${names.slice(0, -1).join(', ')} or ${names.at(-1)}.`,
  );
}
