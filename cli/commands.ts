import type { Command } from './command';

/** A command before it is needed: only what is asked for is loaded, so that `aims --version` starts no engine. */
export interface Listed {
  /** What it does, in the list of all commands. */
  readonly summary: string;
  load(): Promise<{ readonly command: Command }>;
}

/** All commands by name, in the order of the help. */
export const COMMANDS: Readonly<Record<string, Listed>> = {
  check: { summary: 'findings, with exit status for pipelines', load: () => import('./commands/check') },
  list: { summary: 'documents and entries that were understood', load: () => import('./commands/list') },
  coverage: {
    summary: 'how far each control, clause and AI system is shown',
    load: () => import('./commands/coverage'),
  },
  diff: { summary: 'what changed between two Git revisions, or since one', load: () => import('./commands/diff') },
  gaps: { summary: 'what is still to do, in order, and who it falls to', load: () => import('./commands/gaps') },
  report: {
    summary: 'one HTML page for managers and auditors, and the evidence as a pack',
    load: () => import('./commands/report'),
  },
  baseline: {
    summary: 'accept what is found today, with a reason, so that only what is new fails',
    load: () => import('./commands/baseline'),
  },
  init: {
    summary: 'a small starting point: settings, policy, scope, systems, risks, statement',
    load: () => import('./commands/init'),
  },
  new: { summary: 'a new document or entry from its template', load: () => import('./commands/new') },
  fix: { summary: 'correct what can be corrected without a decision', load: () => import('./commands/fix') },
  explain: {
    summary: 'what a rule, control, clause, kind of document or id means',
    load: () => import('./commands/explain'),
  },
  completion: {
    summary: 'completion of command lines for bash, zsh and fish',
    load: () => import('./commands/completion'),
  },
  lsp: { summary: 'the language server, for editors other than VS Code', load: () => import('./commands/lsp') },
  export: { summary: 'the statement, a register or OSCAL, for others', load: () => import('./commands/export') },
  import: { summary: 'take a spreadsheet or another form over', load: () => import('./commands/import') },
};
