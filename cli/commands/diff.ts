import { existsSync } from 'node:fs';
import { compareStates } from '../../engine/comparison/comparison';
import { isAtLeast, SEVERITIES } from '../../engine/reports/check-result';
import { diffJson } from '../../engine/reports/diff-json';
import { diffMarkdown } from '../../engine/reports/diff-markdown';
import { diffReport, risen, type StateName } from '../../engine/reports/diff-report';
import { diffText } from '../../engine/reports/diff-text';
import type { Commit, GitRepository } from '../../host/git';
import { GitError } from '../../host/git-process';
import { loadCompared, UnreadableState } from '../../host/load-compared';
import { readToday, TODAY, UsageError } from '../arguments';
import { defineCommand } from '../command';
import { commitName } from '../load';
import { type Output, painter } from '../output';
import { terminalProgress } from '../progress';
import { sourcesAt, sourcesOnDisk, withRepository } from '../root-sources';

/** `aims diff`: what changed between two revisions, or a revision and the working tree. */
export const command = defineCommand({
  usage: '<revision> [<revision>] [options]',
  description: `
Prints what changed between two Git revisions, or between a revision and the files as they are: grades of controls,
clauses and AI systems, documents that came and went, new and settled findings, and what was changed after the approval it
still states. Revisions are read as they were committed: nothing is checked out, fetched or run.

A revision is a commit, a branch, a tag, HEAD~3, or a date: the last commit of that day or before on the current branch.
"a..b" are two revisions; "a...b" compares b with where its history parted from that of a, as a pull request does. Both
states are judged as of the same day, so that only what was written makes a difference. Of the working tree, everything
counts that "aims check" reads, also what is not committed.

json, version 1: from, to (revision, commit, date); coverage (before, after: how often each grade was given; changes: kind,
id, title, from, to, direction up|down|other, reason, next); documents (came, went, moved, changed: path, kind); findings
(new, settled, severity with was, silenced: as in "aims check"; what is settled stands where it was); summary.`,
  options: {
    format: {
      type: 'string',
      short: 'f',
      values: ['text', 'json', 'markdown'],
      help: 'text for people (default), json for programs, markdown for a pull-request comment or a job summary',
    },
    folder: { type: 'string', value: 'FOLDER', help: 'the folder that is compared; the current one unless given' },
    'fail-on': {
      type: 'string',
      value: 'SEVERITY',
      values: SEVERITIES,
      help: 'exit 1 where something new is at least so grave: error (default), warning, information, hint',
    },
    ...TODAY,
  },
  examples: [
    ['aims diff HEAD', 'what is not committed yet'],
    ['aims diff v1.0 v2.0', 'between two tags'],
    ['aims diff origin/main...HEAD --format markdown', 'for a pull request'],
    ['aims diff 2026-01-01 --folder governance', 'since a day'],
  ],
  ending: `Exit status: 0 nothing new at or above --fail-on, 1 otherwise, 2 the states could not be compared. What became graver
counts as new.`,
  run: async ({ positionals, values }, output) => {
    const today = readToday(values.today);
    const folder = values.folder ?? '.';
    const asked = readRevisions(positionals);
    return withRepository(folder, async (repository) => {
      const { from, to } = await commitsOf(repository, asked).catch((error: unknown) => {
        // The other commands take a folder there.
        const isFolder = values.folder === undefined && existsSync(asked.from);
        throw isFolder && error instanceof GitError
          ? new Error(`${error.message} A folder stands behind --folder.`)
          : error;
      });
      if (!to && repository.bare)
        throw new Error(`"${folder}" is a repository without files (bare): name two revisions to compare.`);
      const compared = await compare(repository, { folder, today, from, to }, output);
      const report = diffReport(compareStates(compared.earlier, compared.later), {
        today,
        from: stateName(from),
        to: stateName(to),
      });
      if (values.format === 'json') output.print(diffJson(report));
      else if (values.format === 'markdown') output.print(diffMarkdown(report));
      else output.print(diffText(report, painter(output)));
      if ([...compared.earlier, ...compared.later].some(({ snapshot }) => snapshot.uncheckable)) {
        output.say('Something could not be checked, so the comparison is not complete: "aims check" says what.');
        return 2;
      }
      const least = values['fail-on'] ?? 'error';
      return risen(report).some(({ severity }) => isAtLeast(severity, least)) ? 1 : 0;
    });
  },
});

interface Asked {
  readonly from: string;
  /** Undefined for the working tree. */
  readonly to: string | undefined;
  /** As written, where the two are compared from where their histories parted. */
  readonly parted: string | undefined;
}

function readRevisions(positionals: readonly string[]): Asked {
  const [first, second, ...more] = positionals;
  if (first === undefined)
    throw new UsageError('Name the revision to compare with, such as "aims diff HEAD" or "aims diff v1.0 v2.0".');
  if (more.length > 0)
    throw new UsageError(`Two revisions at most: "${more.join(' ')}" is too much. A folder stands behind --folder.`);
  const [, from = '', dots = '', to = ''] = second === undefined ? (/^(.*?)(\.{2,3})(.*)$/.exec(first) ?? []) : [];
  if (dots === '') return { from: first, to: second, parted: undefined };
  return { from: from || 'HEAD', to: to || 'HEAD', parted: dots === '...' ? first : undefined };
}

async function commitsOf(
  repository: GitRepository,
  asked: Asked,
): Promise<{ readonly from: Commit; readonly to: Commit | undefined }> {
  const from = await repository.commit(asked.from);
  const to = asked.to === undefined ? undefined : await repository.commit(asked.to);
  if (asked.parted === undefined || !to) return { from, to };
  return { from: await repository.mergeBase(from, to, asked.parted), to };
}

async function compare(
  repository: GitRepository,
  { folder, today, from, to }: { folder: string; today: string; from: Commit; to: Commit | undefined },
  output: Output,
): ReturnType<typeof loadCompared> {
  const texts = new Map();
  const earlier = await sourcesAt(repository, from, folder, texts);
  const later = to ? await sourcesAt(repository, to, folder, texts) : await sourcesOnDisk(folder);
  if (!earlier && !later) throw new Error(`There is no folder "${folder}" in either of the two revisions.`);
  for (const [found, commit] of [
    [earlier, from],
    [later, to],
  ] as const)
    if (!found && commit) output.say(`There is no folder "${folder}" in ${commitName(commit)}: nothing was there.`);
  const progress = terminalProgress();
  try {
    const compared = await loadCompared(earlier?.sources ?? [], later?.sources ?? [], today, progress.show);
    progress.clear();
    const all = [...compared.earlier, ...compared.later];
    if (!all.some(({ snapshot: { view } }) => view.documents.length > 0 || view.configuration.present))
      output.say(`There is no AI management system in "${folder}", in neither state.`);
    return compared;
  } catch (error) {
    progress.clear();
    if (!(error instanceof UnreadableState)) throw error;
    throw new Error(`${error.message}, so the two states cannot be compared.`);
  }
}

function stateName(commit: Commit | undefined): StateName {
  return { revision: commit?.given, commit: commit?.id, date: commit?.date };
}
