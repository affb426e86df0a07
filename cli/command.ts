import type { Output } from './output';

/** One option of a command: how it is read, and its line in the help. */
export interface Option {
  readonly type: 'string' | 'boolean';
  /** The letter it can be written with. */
  readonly short?: string;
  /** True where it may be given several times. */
  readonly multiple?: boolean;
  /** What stands behind it in the help, such as `FILE`. */
  readonly value?: string;
  /** The only values it takes; checked, shown in the help, completed by the shell. */
  readonly values?: readonly string[];
  /** What it does, in a line. */
  readonly help: string;
}

/** Options by their long name. */
export type Options = Readonly<Record<string, Option>>;

type ValueOf<One extends Option> = One extends { readonly type: 'boolean' }
  ? boolean
  : One extends { readonly values: readonly (infer Value extends string)[] }
    ? One extends { readonly multiple: true }
      ? readonly Value[]
      : Value
    : One extends { readonly multiple: true }
      ? readonly string[]
      : string;

/** What was asked of a command: what stands beside its options, and the options that were given. */
export interface Asked<Given extends Options = Options> {
  readonly positionals: readonly string[];
  readonly values: { readonly [Name in keyof Given]?: ValueOf<Given[Name]> | undefined };
}

/** One command of the command line. */
export interface Command {
  /** What follows its name, such as `[folder] [options]`. */
  readonly usage: string;
  /** What it does: lines of at most 120 characters. */
  readonly description: string;
  readonly options: Options;
  /** Command lines as one would type them, each with what it does. */
  readonly examples?: readonly (readonly [line: string, does: string])[];
  /** What its exit statuses mean, where that is not the usual. */
  readonly ending?: string;
  /** What can stand first beside the options, where that is no folder; for the completion of a shell. */
  completes?(): Promise<readonly string[]>;
  /** True where it goes on until somebody ends it, or the option with which it does. */
  readonly lasts?: true | string;
  /** Does it; the result is the exit status. Throws a UsageError, or an error whose message is for the user (exit 2). */
  run(asked: Asked, output: Output): Promise<number>;
}

/** A command whose `run` gets the values of its own options with their types. */
export function defineCommand<const Given extends Options>(
  command: Omit<Command, 'options' | 'run'> & {
    readonly options: Given;
    run(asked: Asked<Given>, output: Output): Promise<number>;
  },
): Command {
  // Values are read by the very options that give them their types.
  return { ...command, run: (asked, output) => command.run(asked as Asked<Given>, output) };
}
