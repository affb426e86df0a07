import type { ExtraSynonyms } from '../kinds/vocabulary';

/** How serious a finding is; the same words in the editor and on the command line. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A finding somebody has decided to live with, from `exceptions:`. */
export interface ConfiguredException {
  readonly rule: string;
  /** `soa.csv#A.6.2.4`: a path, and after `#` a row's id. */
  readonly at: string;
  readonly reason: string;
  /** ISO date, inclusive; empty where it never ends. */
  readonly until: string;
  /** Index in the list, so that a finding about it can be placed. */
  readonly index: number;
}

/** Something wrong in `aims.yaml`, at a path of keys. */
export interface ConfigurationProblem {
  readonly keys: readonly (string | number)[];
  readonly message: 'unknown-key' | 'wrong-value' | 'unknown-rule' | 'bad-period' | 'not-a-map';
  readonly detail: string;
}

/** What `aims.yaml` says, with defaults filled in. */
export interface Configuration {
  readonly organization: string;
  readonly roles: readonly string[];
  readonly frameworks: readonly string[];
  readonly asOf: Readonly<Record<string, string>>;
  /** Kind → globs. */
  readonly documents: Readonly<Record<string, readonly string[]>>;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** ISO 8601 periods by kind, and for `risk` and `evidence`. */
  readonly review: Readonly<Record<string, string>>;
  readonly warnBefore: string;
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  readonly synonyms: ExtraSynonyms;
  readonly exceptions: readonly ConfiguredException[];
  readonly problems: readonly ConfigurationProblem[];
  /** False where there is no `aims.yaml`. */
  readonly present: boolean;
}

/** The name of the file that makes a folder a root. */
export const CONFIGURATION_FILE = 'aims.yaml';

/** Folders that never hold a management system's documents. */
export const BUILT_IN_EXCLUDES = ['node_modules', '.git', 'dist', 'build', 'vendor'] as const;

/** What counts where `aims.yaml` says nothing. */
export const DEFAULT_CONFIGURATION: Configuration = {
  organization: '',
  roles: [],
  frameworks: [],
  asOf: {},
  documents: {},
  include: [],
  exclude: [],
  review: {},
  warnBefore: 'P30D',
  rules: {},
  synonyms: {},
  exceptions: [],
  problems: [],
  present: false,
};

/** The period after which something has to be looked at again: as configured for it, else twelve months (risks: six). */
export function reviewPeriod(configuration: Configuration, subject: string): string {
  return configuration.review[subject] ?? (subject === 'risk' ? 'P6M' : 'P12M');
}

/** The framework that ids belong to where nothing else says it; undefined where several control frameworks are in use. */
export function onlyControlFramework(configuration: Configuration): string | undefined {
  const controls = configuration.frameworks.filter((framework) => /^iso-(?:42001|27001)$/.test(framework));
  return controls.length === 1 ? controls[0] : undefined;
}
