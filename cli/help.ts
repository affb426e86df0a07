import manifest from '../package.json';

const HELP: Readonly<Record<string, string>> = {
  check: `aims check [folder] [options]

Checks an AI management system and prints what it found.

  --format text|json     text for people (default), json for programs
  --fail-on SEVERITY     exit 1 from this severity on: error (default), warning, information, hint
  --max-warnings N       exit 1 where there are more warnings
  --today YYYY-MM-DD     the day that counts as today
`,
  list: `aims list [folder] [options]

Prints what was understood: documents with their kind, and, with json, the entries in them.

  --format text|json     text for people (default), json for programs
  --today YYYY-MM-DD     the day that counts as today
`,
  coverage: `aims coverage [folder] [options]

Prints how far each control, clause and AI system is shown by the repository, with the reason and the next action.

  --format text|json     text for people (default), json for programs
  --today YYYY-MM-DD     the day that counts as today
`,
  gaps: `aims gaps [folder] [options]

Prints what is still to do along five phases, in the order of doing it, with the reason and who it falls to.

  --format text|json     text for people (default), json for programs
  --today YYYY-MM-DD     the day that counts as today
`,
  baseline: `aims baseline [folder] --reason TEXT [options]

Accepts what is found today, so that only new findings fail a pipeline. Writes aims-baseline.yaml beside aims.yaml: one
line for each finding, with your reason. A new run keeps the lines that still meet a finding, with their own reason and
last day, adds new findings with the new reason, and drops what is settled. No other file is changed, and no grade.

  --reason TEXT          why these findings are accepted for now, and best who agreed (needed)
  --until YYYY-MM-DD     the last day; afterwards the findings are shown again. Without it they stay accepted
  --rule ID              only findings of this rule; may be given several times. Other lines stay as they are
  --dry-run              print the counts and write nothing
  --today YYYY-MM-DD     the day that counts as today

Exit status: 0 done, 2 wrong usage, or something could not be read or written.
`,
};

/** The version of the package. */
export function versionText(): string {
  return `${manifest.version}\n`;
}

/** The help of a command, or of all. */
export function helpText(command: string | undefined): string {
  const own = command === undefined ? undefined : Object.hasOwn(HELP, command) ? HELP[command] : undefined;
  if (own) return own;
  return `aims <command> [folder] [options]

Checks an AI management system (ISO/IEC 42001) that is kept as Markdown, YAML and CSV.

Commands
  check       findings, with exit status for pipelines
  list        documents and entries that were understood
  coverage    how far each control, clause and AI system is shown
  gaps        what is still to do, in order, and who it falls to
  baseline    accept what is found today, with a reason, so that only what is new fails

The folder is the current one unless given. The root is the nearest folder with an aims.yaml.

Options everywhere
  --today YYYY-MM-DD     the day that counts as today
  --format FORMAT        the form of the output
  --help, --version

Exit status: 0 nothing serious, 1 findings at or above --fail-on, 2 something could not be checked.
`;
}
