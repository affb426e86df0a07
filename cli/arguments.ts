import { parseArgs } from 'node:util';

/** Wrong usage: said in one line, exit 2. */
export class UsageError extends Error {}

/** What was asked for. */
export interface CommandArguments {
  readonly command: string | undefined;
  readonly folder: string;
  readonly format: string | undefined;
  /** ISO date that replaces the clock. */
  readonly today: string;
  readonly failOn: 'error' | 'warning' | 'information' | 'hint';
  readonly maxWarnings: number | undefined;
  /** Why findings are accepted; undefined where it was not given. */
  readonly reason: string | undefined;
  /** ISO date; empty where it was not given. */
  readonly until: string;
  readonly rules: readonly string[];
  readonly dryRun: boolean;
  readonly help: boolean;
  readonly version: boolean;
}

const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;

/** Reads the command line. Throws a UsageError where it makes no sense. */
export function readArguments(given: readonly string[]): CommandArguments {
  const { values, positionals } = parse(given);
  const [command, folder = '.', ...more] = positionals;
  if (more.length > 0) throw new UsageError(`One folder at a time: "${more.join(' ')}" is too much.`);
  const today = values.today ?? localDate();
  if (!isDate(today)) throw new UsageError(`--today needs a date such as 2026-11-20, not "${today}".`);
  const failOn = SEVERITIES.find((severity) => severity === (values['fail-on'] ?? 'error'));
  if (!failOn) throw new UsageError(`--fail-on needs one of ${SEVERITIES.join(', ')}, not "${values['fail-on']}".`);
  const most = values['max-warnings'];
  if (most !== undefined && !/^\d+$/.test(most)) throw new UsageError(`--max-warnings needs a number, not "${most}".`);
  const maxWarnings = most === undefined ? undefined : Number(most);
  const until = values.until ?? '';
  if (values.until !== undefined && !isDate(until))
    throw new UsageError(`--until needs a date such as 2026-11-20, not "${until}".`);
  const foreign = command === 'baseline' ? ['fail-on', 'max-warnings'] : ['reason', 'until', 'rule', 'dry-run'];
  const wrong = foreign.find((name) => Object.hasOwn(values, name));
  if (wrong !== undefined && command !== undefined && !values.help)
    throw new UsageError(`--${wrong} is no option of "aims ${command}".`);
  return {
    command,
    folder,
    format: values.format,
    today,
    failOn,
    maxWarnings,
    reason: values.reason,
    until,
    rules: values.rule ?? [],
    dryRun: values['dry-run'] === true,
    help: values.help === true,
    version: values.version === true,
  };
}

function parse(given: readonly string[]) {
  try {
    return parseArgs({
      args: [...given],
      allowPositionals: true,
      options: {
        format: { type: 'string', short: 'f' },
        today: { type: 'string' },
        'fail-on': { type: 'string' },
        'max-warnings': { type: 'string' },
        reason: { type: 'string' },
        until: { type: 'string' },
        rule: { type: 'string', multiple: true },
        'dry-run': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'v' },
      },
    });
  } catch (error) {
    const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split(/\.\s|\.$/);
    throw new UsageError(`${sentence}.`);
  }
}

/** The format asked for, out of those a command has. */
export function chooseFormat<Format extends string>(
  asked: string | undefined,
  formats: readonly [Format, ...Format[]],
): Format {
  if (asked === undefined) return formats[0];
  const found = formats.find((format) => format === asked);
  if (!found) throw new UsageError(`--format needs one of ${formats.join(', ')}, not "${asked}".`);
  return found;
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
