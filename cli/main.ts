import { readArguments, UsageError } from './arguments';
import { COMMANDS } from './commands';
import { commandHelp, generalHelp, versionText } from './help';
import type { Output } from './output';
import { settleForShortRun } from './short-run';

async function main(given: readonly string[]): Promise<number> {
  const output: Output = {
    print: (text) => void process.stdout.write(text),
    say: (text) => void process.stderr.write(`${text}\n`),
    colour: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
  };
  try {
    return await run(given, output);
  } catch (error) {
    output.say(`aims: ${error instanceof Error ? error.message : String(error)}`);
    if (error instanceof UsageError) output.say('See "aims --help".');
    return 2;
  }
}

async function run(given: readonly string[], output: Output): Promise<number> {
  // The command stands first, unless options stand before it.
  const at = given[0]?.startsWith('-') ? given.findIndex((word) => Object.hasOwn(COMMANDS, word)) : 0;
  const name = given[at];
  if (name === undefined) {
    const { values, positionals } = readArguments('', {}, given);
    if (values.version) output.print(versionText());
    else output.print(generalHelp());
    return positionals.length > 0 || !(values.version || values.help) ? 2 : 0;
  }
  const listed = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!listed)
    throw new UsageError(`There is no command "${name}". The commands are ${Object.keys(COMMANDS).join(', ')}.`);
  const rest = [...given.slice(0, at), ...given.slice(at + 1)];
  const { command } = await listed.load();
  const asked = readArguments(name, command.options, rest);
  if (asked.values.version) output.print(versionText());
  else if (asked.values.help) output.print(commandHelp(name, command));
  else {
    const { lasts } = command;
    const isLasting = lasts === true || (lasts !== undefined && Object.hasOwn(asked.values, lasts));
    if (!isLasting) settleForShortRun();
    return await command.run(asked, output);
  }
  return 0;
}

// Whoever reads our output may have seen enough, as `head` does; anything else that goes wrong in writing is an error.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

// Not process.exit(): it would cut off large output on a pipe.
void main(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});
