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

The folder is the current one unless given. The root is the nearest folder with an aims.yaml.

Options everywhere
  --today YYYY-MM-DD     the day that counts as today
  --format FORMAT        the form of the output
  --help, --version

Exit status: 0 nothing serious, 1 findings at or above --fail-on, 2 something could not be checked.
`;
}
