import { lstat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BASELINE_FILE } from '../../engine/engine';
import {
  type BaselinePlan,
  planBaseline,
  whyNoBaseline,
  whyNotRule,
  writtenReason,
} from '../../engine/features/baseline';
import { readDate, readFolder, readToday, TODAY, UsageError } from '../arguments';
import { defineCommand } from '../command';
import { type LoadedRoot, load } from '../load';

/** `aims baseline`: accepts today's findings, with a reason that somebody gave. */
export const command = defineCommand({
  usage: '[folder] --reason TEXT [options]',
  description: `Accepts what is found today, so that only new findings fail a pipeline. Writes aims-baseline.yaml beside aims.yaml: one
line for each finding, with your reason. A new run keeps the lines that still meet a finding, with their own reason and
last day, adds new findings with the new reason, and drops what is settled. No other file is changed, and no grade.`,
  options: {
    reason: {
      type: 'string',
      value: 'TEXT',
      help: 'why these findings are accepted for now, and best who agreed (needed)',
    },
    until: {
      type: 'string',
      value: 'YYYY-MM-DD',
      help: 'the last day; afterwards the findings are shown again. Without it they stay accepted',
    },
    rule: {
      type: 'string',
      value: 'ID',
      multiple: true,
      help: 'only findings of this rule; may be given several times. Other lines stay as they are',
    },
    'dry-run': { type: 'boolean', help: 'print the counts and write nothing' },
    format: { type: 'string', short: 'f', values: ['text'], help: 'text for people, the only form' },
    ...TODAY,
  },
  examples: [
    ['aims baseline --reason "agreed with the board on 2026-11-18"', 'accept what is found today'],
    ['aims baseline --reason "being moved" --until 2027-03-31 --rule reference/broken-link', 'one rule, for a time'],
    ['aims baseline --reason "agreed" --dry-run', 'only the counts'],
  ],
  ending: 'Exit status: 0 done, 2 wrong usage, or something could not be read or written.',
  run: async ({ positionals, values }, output) => {
    const today = readToday(values.today);
    const folder = readFolder(positionals);
    const reason = reasonOf(values.reason);
    const until = readDate('until', values.until) ?? '';
    const rules = values.rule ?? [];
    const dryRun = values['dry-run'] === true;
    if (until !== '' && until < today)
      throw new UsageError(`--until ${until} has passed, so nothing would be accepted.`);
    // Its remarks are about reading; what they mean for writing is said here.
    const { roots } = await load({ folder, today }, { ...output, say: () => undefined });
    if (!roots.every(({ snapshot }) => snapshot.view.configuration.present))
      throw new Error(
        `There is no aims.yaml in or above "${folder}", and the baseline stands beside it. Write one first; the line "frameworks: [iso-42001]" is enough.`,
      );
    const plans: { readonly root: LoadedRoot; readonly plan: BaselinePlan }[] = [];
    // Nothing is written before all is known: a folder with several roots is done as a whole or not at all.
    for (const root of roots) {
      const wrong = rules.map((rule) => whyNotRule(root.snapshot, rule)).find((why) => why !== undefined);
      if (wrong !== undefined) throw new UsageError(wrong);
      const why = whyNoBaseline(root.snapshot) ?? (await whyNotWritable(root));
      if (why !== undefined) throw new Error(why);
      plans.push({ root, plan: planBaseline(root.snapshot, { reason, until, rules, within: root.within }) });
    }
    for (const { root, plan } of plans) {
      if (plan.text !== undefined && !dryRun) await write(root, plan.text);
      output.print(report(root, plan, dryRun));
    }
    return 0;
  },
});

function reasonOf(reason: string | undefined): string {
  if (reason === undefined)
    throw new UsageError('--reason is needed: why these findings are accepted for now, and best who agreed.');
  const written = writtenReason(reason);
  if (written === '') throw new UsageError('--reason has to be a reason in your own words, and is none yet.');
  return written;
}

/** A link would lead the writing somewhere else. */
async function whyNotWritable({ root }: LoadedRoot): Promise<string | undefined> {
  const info = await lstat(join(root, BASELINE_FILE)).catch(() => undefined);
  return info && !info.isFile() ? `${BASELINE_FILE} is no ordinary file, so it is left alone.` : undefined;
}

async function write({ root, prefix }: LoadedRoot, text: string): Promise<void> {
  await writeFile(join(root, BASELINE_FILE), text).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${prefix}${BASELINE_FILE} cannot be written (${error.code}).`);
  });
}

function report({ prefix }: LoadedRoot, plan: BaselinePlan, dryRun: boolean): string {
  const { kept, added, dropped, refused, ended, withoutReason, waiting } = plan;
  const remark =
    plan.text === undefined
      ? kept === 0
        ? '; there is nothing to accept'
        : '; the file stays as it is'
      : dryRun
        ? '; nothing was written, as asked'
        : '';
  const lines = [`${prefix}${BASELINE_FILE}: ${kept} kept, ${added} added, ${dropped} dropped${remark}.`];
  if (refused.size > 0) {
    const named = [...refused].map(([rule, number]) => `${rule} (${number})`).sort();
    lines.push(`Cannot be accepted and stays reported: ${named.join(', ')}.`);
  }
  if (ended > 0) lines.push(`Of those kept, ${ended} ended: settle the findings, or set another last day in the file.`);
  if (withoutReason > 0) lines.push(`Of those kept, ${withoutReason} accept nothing, because they give no reason.`);
  if (waiting > 0)
    lines.push(`Of those kept, ${waiting} meet nothing now; a document cannot be read in full, so they may again.`);
  return `${lines.join('\n')}\n`;
}
