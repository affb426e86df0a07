import { lstat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { startingPoint, type WorkspaceState } from '../../engine/engine';
import { configuration } from '../../engine/features/set-up';
import type { SetUpAnswers } from '../../engine/features/set-up-answers';
import { SET_UP_ROLES, type SetUpPlan, whyNoAnswer, withoutExisting } from '../../engine/features/set-up-plan';
import { harmlessLine } from '../../engine/reports/harmless-text';
import { rootAbove } from '../../host/roots';
import { readFolder, readToday, TODAY, UsageError } from '../arguments';
import { defineCommand } from '../command';
import { emptyState } from '../empty-state';
import { load } from '../load';
import type { Output } from '../output';
import { Questions } from '../questions';
import { writeInside } from '../write-inside';

/** `aims init`: the small starting point that the editor's "Set up a management system here" writes. */
export const command = defineCommand({
  usage: '[folder] [options]',
  description: `Writes a small starting point: aims.yaml, an AI policy, the scope, an inventory of AI systems, a risk register and a
Statement of Applicability with all controls of Annex A. Everything is a draft, and every judgement is open: which controls
apply and why, what the policy says, who approves. Asks at a terminal for what is not given. No file is ever overwritten.`,
  options: {
    organisation: {
      type: 'string',
      value: 'NAME',
      help: 'the organisation that it is for (needed without a terminal)',
    },
    organization: { type: 'string', value: 'NAME', help: 'the same, in the other spelling' },
    role: {
      type: 'string',
      value: 'ROLE',
      multiple: true,
      values: SET_UP_ROLES,
      help: `a role of the organisation towards AI, such as ${SET_UP_ROLES.slice(0, 3).join(', ')}; may be given several times`,
    },
    system: { type: 'string', value: 'NAME', help: 'the first AI system that it develops or uses' },
    purpose: { type: 'string', value: 'TEXT', help: 'what that system is for, in a sentence' },
    'only-settings': {
      type: 'boolean',
      help: 'write only aims.yaml, so that documents that are there already are checked as they are',
    },
    ...TODAY,
  },
  examples: [
    ['aims init', 'asks, and writes into the current folder'],
    ['aims init governance --organisation "Example Ltd" --role deployer', 'asks nothing that is given here'],
    ['aims init --only-settings --organisation "Example Ltd"', 'for a folder that has documents already'],
  ],
  ending: 'Exit status: 0 written, 2 wrong usage, or something could not be read or written.',
  run: async ({ positionals, values }, output) => {
    const today = readToday(values.today);
    const folder = readFolder(positionals);
    if (values.organisation !== undefined && values.organization !== undefined)
      throw new UsageError('The organisation is named twice; once is enough.');
    if (values.purpose !== undefined && values.system === undefined)
      throw new UsageError('--purpose is that of an AI system; name it with --system.');
    const state = await stateOf(folder, today, output);
    const answers = await askedFor({
      organization: (values.organisation ?? values.organization)?.trim(),
      roles: values.role,
      system: values.system?.trim(),
      purpose: values.purpose?.trim(),
      onlySettings: values['only-settings'] === true,
    });
    const why = whyNoAnswer(answers);
    if (why !== undefined) throw new UsageError(why);
    const files = values['only-settings']
      ? [{ path: 'aims.yaml', text: configuration(answers.organization, answers.roles) }]
      : startingPoint(answers);
    const plan = withoutExisting(state, files);
    await writeInside(
      resolve(folder),
      plan.create.map(({ path, text }) => ({ path, content: text, before: undefined })),
    );
    output.print(report(folder, plan, answers, values['only-settings'] === true));
    return 0;
  },
});

/** What there is in the folder. Throws where it belongs to a management system already. */
async function stateOf(folder: string, today: string, output: Output): Promise<WorkspaceState> {
  const root = rootAbove(folder);
  if (root !== undefined)
    throw new Error(
      root === resolve(folder)
        ? `"${folder}" has an aims.yaml already. "aims gaps" says what is still to do there.`
        : `"${folder}" belongs to the management system in "${root}" already.`,
    );
  const there = await lstat(resolve(folder)).catch(() => undefined);
  if (!there) return emptyState(today);
  const { roots } = await load({ folder, today }, { ...output, say: () => undefined });
  return roots.find(({ root: at }) => at === resolve(folder))?.snapshot ?? (await emptyState(today));
}

interface Given {
  readonly organization: string | undefined;
  readonly roles: readonly string[] | undefined;
  readonly system: string | undefined;
  readonly purpose: string | undefined;
  readonly onlySettings: boolean;
}

async function askedFor(given: Given): Promise<SetUpAnswers> {
  const questions = Questions.atTerminal();
  try {
    const organization = given.organization ?? (await questions?.ask('Which organisation is it for? ')) ?? '';
    if (organization === '')
      throw new UsageError('--organisation is needed: the name of the organisation that it is for.');
    const roles = given.roles ?? (questions ? await askRoles(questions) : []);
    if (given.onlySettings) return { organization, roles, system: null };
    const name = given.system ?? (await questions?.ask('The first AI system, empty to add systems later: '));
    if (name === undefined || (name === '' && given.system === undefined)) return { organization, roles, system: null };
    const purpose =
      given.purpose ?? (await questions?.ask(`What is ${harmlessLine(name)} for? One sentence, or empty: `)) ?? '';
    return { organization, roles, system: { name, purpose } };
  } finally {
    questions?.close();
  }
}

async function askRoles(questions: Questions): Promise<string[]> {
  for (;;) {
    const answer = await questions.ask(
      `Its roles towards AI, several with commas, or empty if you do not know yet\n(${SET_UP_ROLES.join(', ')}): `,
    );
    const roles = answer.split(/[\s,;]+/).filter((role) => role !== '');
    const wrong = roles.find((role) => !(SET_UP_ROLES as readonly string[]).includes(role.toLowerCase()));
    if (wrong === undefined) return [...new Set(roles.map((role) => role.toLowerCase()))];
    process.stderr.write(`"${harmlessLine(wrong)}" is none of them.\n`);
  }
}

function report(folder: string, { create, kept }: SetUpPlan, { system }: SetUpAnswers, onlySettings: boolean): string {
  const at = folder === '.' ? '' : ` ${/\s/.test(folder) ? `"${folder}"` : folder}`;
  const lines = [`Written in ${resolve(folder)}:`, ...create.map(({ path }) => `  ${path}`)];
  for (const { path, instead } of kept)
    lines.push(
      instead === path
        ? `  ${path} is there already and was left as it is`
        : `  no ${path}, because ${instead} is that already`,
    );
  const steps = onlySettings
    ? [`aims list${at}     what was recognised`, `aims check${at}    what is missing or contradictory`]
    : [
        ...(system ? [] : [`aims new system${at}    the AI systems you develop or use`]),
        `aims check${at}    what is missing; at first that is nearly everything`,
        `aims gaps${at}     what to do, in order`,
        'Write the decisions and reasons yourself: soa.yaml asks for one of each for every control.',
      ];
  return `${[...lines, '', 'Next:', ...steps.map((step, index) => `  ${index + 1}. ${step}`)].map((line) => harmlessLine(line)).join('\n')}\n`;
}
