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
  gaps: { summary: 'what is still to do, in order, and who it falls to', load: () => import('./commands/gaps') },
  baseline: {
    summary: 'accept what is found today, with a reason, so that only what is new fails',
    load: () => import('./commands/baseline'),
  },
};
