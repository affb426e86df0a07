import manifest from '../package.json';
import { GENERAL } from './arguments';
import type { Command, Option, Options } from './command';
import { COMMANDS } from './commands';

/** The version of the package. */
export function versionText(): string {
  return `${manifest.version}\n`;
}

/** The help of all. */
export function generalHelp(): string {
  const names = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(WIDTH)} ${summary}`);
  return `aims <command> [folder] [options]

Checks an AI management system (ISO/IEC 42001) that is kept as Markdown, YAML and CSV.

Commands
${names.join('\n')}

The folder is the current one unless given. The root is the nearest folder with an aims.yaml.

Options of most commands
  --today YYYY-MM-DD     the day that counts as today
  --format FORMAT        the form of the output
  --help, --version      everywhere

Examples
  aims check             what is wrong in this folder
  aims gaps              what to do next, and who it falls to
  aims explain A.6.2.4   what a control asks, and how it stands here

"aims <command> --help" says more. Exit status: 0 nothing serious, 1 findings at or above --fail-on, 2 something could
not be checked.
`;
}

/** The help of one command. */
export function commandHelp(name: string, { usage, description, options, examples = [], ending }: Command): string {
  return [
    `aims ${name}${usage === '' ? '' : ` ${usage}`}\n`,
    `${description.trim()}\n`,
    `${optionLines({ ...options, ...GENERAL })}\n`,
    ...(examples.length > 0 ? [`Examples\n${exampleLines(examples)}\n`] : []),
    ...(ending === undefined ? [] : [`${ending.trim()}\n`]),
  ].join('\n');
}

function exampleLines(examples: NonNullable<Command['examples']>): string {
  const width = Math.max(...examples.map(([line]) => line.length));
  return examples.map(([line, does]) => `  ${line.padEnd(width)}   ${does}`).join('\n');
}

const WIDTH = 22;
const LINE = 120;

function optionLines(options: Options): string {
  return Object.entries(options)
    .map(([name, option]) => {
      const head = `  ${written(name, option)}`;
      const [first = '', ...rest] = wrapped(option.help, LINE - WIDTH - 3);
      const lead = head.length > WIDTH + 2 ? `${head}\n${' '.repeat(WIDTH + 3)}` : `${head.padEnd(WIDTH + 3)}`;
      return [lead + first, ...rest.map((line) => ' '.repeat(WIDTH + 3) + line)].join('\n');
    })
    .join('\n');
}

function written(name: string, { short, value, values }: Option): string {
  const behind = value ?? values?.join('|');
  return `--${name}${short === undefined ? '' : `, -${short}`}${behind === undefined ? '' : ` ${behind}`}`;
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
