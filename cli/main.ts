import { readArguments, UsageError } from './arguments';
import { baselineCommand } from './commands/baseline';
import { checkCommand } from './commands/check';
import { coverageCommand } from './commands/coverage';
import { gapsCommand } from './commands/gaps';
import { listCommand } from './commands/list';
import { helpText, versionText } from './help';
import type { Output } from './output';

/** The commands by name; each returns its exit status. */
const COMMANDS = {
  check: checkCommand,
  list: listCommand,
  coverage: coverageCommand,
  gaps: gapsCommand,
  baseline: baselineCommand,
} as const;

async function main(given: readonly string[]): Promise<number> {
  const output: Output = {
    print: (text) => void process.stdout.write(text),
    say: (text) => void process.stderr.write(`${text}\n`),
    colour: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
  };
  try {
    const asked = readArguments(given);
    const { command } = asked;
    if (asked.version) {
      output.print(versionText());
      return 0;
    }
    if (asked.help || command === undefined) {
      output.print(helpText(command));
      return command === undefined && !asked.help ? 2 : 0;
    }
    const run = Object.hasOwn(COMMANDS, command) ? COMMANDS[command as keyof typeof COMMANDS] : undefined;
    if (!run)
      throw new UsageError(`There is no command "${command}". The commands are ${Object.keys(COMMANDS).join(', ')}.`);
    return await run(asked, output);
  } catch (error) {
    if (!(error instanceof UsageError)) {
      output.say(`aims: ${error instanceof Error ? error.message : String(error)}`);
      return 2;
    }
    output.say(`aims: ${error.message}\nSee "aims --help".`);
    return 2;
  }
}

// Not process.exit(): it would cut off large output on a pipe.
void main(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});
