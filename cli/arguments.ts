import { parseArgs } from 'node:util';
import type { Asked, Options } from './command';

/** Wrong usage: said in one line, exit 2. */
export class UsageError extends Error {}

/** What every command understands. */
export const GENERAL = {
  help: { type: 'boolean', short: 'h', help: 'this page' },
  version: { type: 'boolean', short: 'v', help: 'the version' },
} as const satisfies Options;

/** The day that counts as today. */
export const TODAY = {
  today: { type: 'string', value: 'YYYY-MM-DD', help: 'the day that counts as today' },
} as const satisfies Options;

/** The state that is read: of a Git revision or of a day. */
export const AT = {
  at: {
    type: 'string',
    value: 'REV',
    help: 'the state of a Git revision, or of a date YYYY-MM-DD: the last commit of that day or before on the current branch, judged as of that day unless --today is given; a revision is judged as of today (a tag named like a date: tags/2026-11-20)',
  },
} as const satisfies Options;

/** The choice between a form for people and one for programs. */
export const TEXT_OR_JSON = {
  format: {
    type: 'string',
    short: 'f',
    values: ['text', 'json'],
    help: 'text for people (default), json for programs',
  },
} as const satisfies Options;

/** Reads what was given to a command. Throws a UsageError where it makes no sense. */
export function readArguments(name: string, options: Options, given: readonly string[]): Asked<typeof GENERAL> {
  const { values, positionals } = parse(name, { ...options, ...GENERAL }, given);
  for (const [option, { values: allowed }] of Object.entries(options)) {
    const value = values[option];
    if (!allowed || value === undefined) continue;
    const wrong = [value].flat().find((each) => !allowed.includes(String(each)));
    if (wrong !== undefined) throw new UsageError(`--${option} needs one of ${allowed.join(', ')}, not "${wrong}".`);
  }
  return { positionals, values: values as Asked<typeof GENERAL>['values'] };
}

type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

function parse(
  name: string,
  options: Options,
  given: readonly string[],
): { readonly values: Values; readonly positionals: readonly string[] } {
  try {
    const table = Object.entries(options).map(([option, { type, short, multiple = false }]) => [
      option,
      { type, multiple, ...(short === undefined ? {} : { short }) },
    ]);
    return parseArgs({ args: [...given], allowPositionals: true, options: Object.fromEntries(table) });
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    const unknown = code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? /'(-[^']*)'/.exec(message)?.[1] : undefined;
    if (unknown !== undefined) throw new UsageError(`${unknown} is no option of "aims ${name}".`);
    const [sentence = ''] = message.split(/\.\s|\.$/);
    throw new UsageError(`${sentence}.`);
  }
}

/** The only thing that stands beside the options: a folder, the current one unless given. */
export function readFolder(positionals: readonly string[]): string {
  const [folder = '.', ...more] = positionals;
  if (more.length > 0) throw new UsageError(`One folder at a time: "${more.join(' ')}" is too much.`);
  return folder;
}

/** The ISO date that counts as today: as given, else the day whose state is asked for with `--at`, else by the clock. */
export function readToday(today: string | undefined, at?: string | undefined): string {
  const day = at !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(at) ? readDate('at', at) : undefined;
  return readDate('today', today) ?? day ?? localDate();
}

/** An ISO date that was given to an option. */
export function readDate(option: string, date: string | undefined): string | undefined {
  if (date === undefined || isDate(date)) return date;
  throw new UsageError(`--${option} needs a date such as 2026-11-20, not "${date}".`);
}

/** A whole number that was given to an option. */
export function readNumber(option: string, number: string | undefined): number | undefined {
  if (number === undefined) return undefined;
  if (!/^\d+$/.test(number)) throw new UsageError(`--${option} needs a number, not "${number}".`);
  return Number(number);
}

function isDate(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)
  );
}

function localDate(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
