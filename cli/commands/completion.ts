import { GENERAL, UsageError } from '../arguments';
import { defineCommand } from '../command';
import { COMMANDS } from '../commands';
import { bashCompletion, fishCompletion, SHELLS, type ShellCommand, zshCompletion } from '../shell-completion';

const WRITERS = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion } as const;

/** `aims completion`: a script that a shell reads to complete command lines. */
export const command = defineCommand({
  usage: 'bash | zsh | fish',
  description: `Prints a script with which a shell completes commands, options, their values, rules, controls and kinds of documents. Write it
anew after an update of aims.`,
  options: {},
  examples: [
    ['source <(aims completion bash)', 'in ~/.bashrc'],
    ['aims completion zsh > ~/.zfunc/_aims', 'a folder of $fpath, before compinit'],
    ['aims completion fish > ~/.config/fish/completions/aims.fish', 'read by fish itself'],
  ],
  ending: 'Exit status: 0 printed, 2 wrong usage.',
  completes: async () => SHELLS,
  run: async ({ positionals }, output) => {
    const [shell, ...more] = positionals;
    const known = SHELLS.find((each) => each === shell);
    if (known === undefined || more.length > 0) throw new UsageError(`Name one shell: ${SHELLS.join(', ')}.`);
    output.print(WRITERS[known](await shellCommands()));
    return 0;
  },
});

async function shellCommands(): Promise<ShellCommand[]> {
  const all: ShellCommand[] = [];
  for (const [name, { summary, load }] of Object.entries(COMMANDS)) {
    const { command: own } = await load();
    // One that asks for several words stands as its first word only.
    const words = ((await own.completes?.()) ?? []).filter((word) => !word.includes(' '));
    all.push({ name, summary, options: Object.entries({ ...own.options, ...GENERAL }), words });
  }
  return all;
}
