// The help of every command: it names its options, and its examples are command lines that it takes.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { readArguments } from '../cli/arguments';
import { COMMANDS } from '../cli/commands';
import { commandHelp, generalHelp } from '../cli/help';
import { runCommand } from './support/command-line';

/** The words of a command line as a shell cuts them, up to a redirection. */
function wordsOf(line: string): string[] {
  const words = [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map((found) => found[1] ?? found[2] ?? found[3] ?? '');
  const end = words.findIndex((word) => /^(?:[|>]|2>)/.test(word));
  return end < 0 ? words : words.slice(0, end);
}

describe('the help', () => {
  it('lists every command, in lines that fit', () => {
    const help = runCommand(['--help']).stdout;
    equal(help, generalHelp());
    for (const name of Object.keys(COMMANDS)) ok(help.includes(`\n  ${name} `), name);
    deepEqual(
      help.split('\n').filter((line) => line.length > 120),
      [],
    );
  });

  for (const [name, { load }] of Object.entries(COMMANDS)) {
    it(`of ${name} names every option and has two examples or more that it takes`, async () => {
      const { command } = await load();
      const help = commandHelp(name, command);
      for (const option of Object.keys(command.options)) ok(help.includes(`--${option}`), option);
      const examples = command.examples ?? [];
      ok(examples.length >= 2, `${examples.length} examples`);
      for (const [line] of examples) {
        const words = wordsOf(line.replace(/^source <\((.+)\)$/, '$1'));
        deepEqual(words.slice(0, 2), ['aims', name], line);
        readArguments(name, command.options, words.slice(2));
      }
      const tooLong = help.split('\n').filter((line) => line.length > 140);
      deepEqual(tooLong, []);
    });
  }

  it('is what a command prints', async () => {
    const { status, stdout, stderr } = runCommand(['fix', '--help']);
    const command = (await COMMANDS.fix?.load())?.command;
    ok(command);
    deepEqual([status, stdout, stderr], [0, commandHelp('fix', command), '']);
  });
});
