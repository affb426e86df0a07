import type { WorkspaceState } from '../../engine/engine';
import { explainTopic, isRule, knownTopics, nearTopics, type TopicPage } from '../../engine/features/explain-topic';
import { harmlessLine } from '../../engine/reports/harmless-text';
import { terminalPage } from '../../engine/reports/terminal-page';
import { findRoots } from '../../host/roots';
import { readToday, TODAY, UsageError } from '../arguments';
import { defineCommand } from '../command';
import { emptyState } from '../empty-state';
import { load } from '../load';
import { type Output, painter } from '../output';

const WIDEST = 100;

/** `aims explain`: the page of whatever a person can name. */
export const command = defineCommand({
  usage: '<rule | control | clause | kind | article | id> [options]',
  description: `Explains a rule, a control or clause of ISO/IEC 42001 in our own words, a kind of document, an article of the AI Act, or an
id of your own. In a folder with a management system it also says how things stand there. It works without a network.
The wording of the standard is not in it: read that with a licensed copy.`,
  options: {
    folder: { type: 'string', value: 'FOLDER', help: 'whose state is shown; the current folder unless given' },
    format: {
      type: 'string',
      short: 'f',
      values: ['text', 'markdown', 'json'],
      help: 'text for people (default), markdown, or json with the markdown in it',
    },
    ...TODAY,
  },
  examples: [
    ['aims explain soa/missing-justification', 'what the rule says, why, and what to do'],
    ['aims explain A.6.2.4', 'what the control asks, what counts as evidence, and how it stands here'],
    ['aims explain Article 14', 'what we say about an article of the AI Act'],
  ],
  ending: 'Exit status: 0 explained, 2 unknown, or something could not be read.',
  completes: async () => knownTopics(await emptyState('2026-01-01')),
  run: async ({ positionals, values }, output) => {
    const today = readToday(values.today);
    const topic = positionals.join(' ').trim();
    if (topic === '') throw new UsageError('Say what to explain, such as "aims explain A.6.2.4".');
    const states = isRule(topic) ? [] : await statesOf(values.folder, today, output);
    const nowhere = await emptyState(today);
    const page = [...states, nowhere].map((state) => explainTopic(topic, state)).find((found) => found !== undefined);
    if (!page) throw new Error(harmlessLine(unknown(topic, states[0] ?? nowhere)));
    output.print(written(page, values.format ?? 'text', states.length > 0, output));
    if (page.also.length > 0 && values.format !== 'json')
      output.say(`There is also ${page.also.join(' and ')}: aims explain ${page.also[0]}`);
    return 0;
  },
});

function written(page: TopicPage, format: 'text' | 'markdown' | 'json', inWorkspace: boolean, output: Output): string {
  const { sort, topic, markdown, also } = page;
  if (format === 'markdown') return `${markdown.trimEnd()}\n`;
  if (format === 'json')
    return `${JSON.stringify({ version: 1, topic, sort, workspace: inWorkspace && sort !== 'rule', also, markdown }, null, 2)}\n`;
  const columns = process.stdout.columns ?? Number(process.env.COLUMNS);
  return terminalPage(markdown, Math.min(WIDEST, Math.max(40, columns || 80)), painter(output));
}

function unknown(topic: string, state: WorkspaceState): string {
  const near = nearTopics(topic, state);
  const asked = `Nothing is known about "${topic}".`;
  if (near.length > 0)
    return `${asked} Did you mean ${near.length > 1 ? `${near.slice(0, -1).join(', ')} or ` : ''}${near.at(-1)}?`;
  return `${asked} Name a rule, a control such as A.6.2.4, a clause such as 6.1.3, a kind of document such as ai-policy, or an id of yours.`;
}

/** What there is in the folder. Where no folder was named and none has a management system, nothing is read at all. */
async function statesOf(folder: string | undefined, today: string, output: Output): Promise<WorkspaceState[]> {
  if (folder === undefined && (await findRoots('.')).found === 'here') return [];
  const { roots, present } = await load({ folder: folder ?? '.', today }, { ...output, say: () => undefined });
  if (!present) return [];
  const [first] = roots;
  if (roots.length > 1 && first)
    output.say(
      `There are ${roots.length} management systems here; what is known to ${first.prefix || 'the first'} is shown first. Name one with --folder.`,
    );
  return roots.map(({ snapshot }) => snapshot);
}
