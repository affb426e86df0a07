// What two revisions of a repository are in tests of comparisons, and how they are compared.
import { ok } from 'node:assert/strict';
import { type CommandResult, DAY, runCommand } from './command-line';
import { GIT_SETTINGS, TestRepository } from './git-repository';
import { policy, record, statement } from './small-system';
import { AIMS } from './small-texts';

/** A finding as the comparison has it. */
export interface Row {
  readonly rule: string;
  readonly severity: string;
  readonly path: string;
  readonly line: number;
  readonly message: string;
  readonly was?: string;
}

/** The comparison as JSON, as far as it is looked at. */
export interface Diff {
  readonly version: number;
  readonly today: string;
  readonly from: { revision: string | null; commit: string | null; date: string | null };
  readonly to: { revision: string | null; commit: string | null; date: string | null };
  readonly coverage: {
    readonly before: Record<string, number>;
    readonly after: Record<string, number>;
    readonly changes: {
      kind: string;
      id: string;
      from: string | null;
      to: string | null;
      direction: string;
      reason: string;
    }[];
  };
  readonly documents: Record<'came' | 'went' | 'changed', { path: string }[]> & {
    moved: { from: string; path: string }[];
  };
  readonly findings: Record<'new' | 'settled' | 'severity' | 'silenced', Row[]>;
  readonly summary: { readonly new: Record<string, number>; readonly remaining: number };
}

/** A decision that nobody has carried out yet. */
export const decision = {
  id: 'A.2.2',
  applicable: true,
  justification: 'We decide with AI.',
  owner: 'Head of AI',
  basis: ['policy'],
};
/** The same decision, carried out and shown. */
export const practised = {
  ...decision,
  status: 'implemented',
  implementation: ['POL-1'],
  evidence: ['records/test.md'],
};
/** The policy that carries it out, in force. */
export const POLICY = policy({}, 'We use AI with care.');

/** A repository whose only commit, of 1 May 2026, is tagged `v1.0`. */
export function committedRepository(...files: readonly (readonly [string, string | Uint8Array])[]): TestRepository {
  const repository = new TestRepository(files);
  repository.commit('2026-05-01T12:00:00Z');
  repository.git('tag', 'v1.0');
  return repository;
}

/** The same with a policy, a decision and a record that shows it at work. */
export function smallRepository(...more: readonly (readonly [string, string])[]): TestRepository {
  return committedRepository(
    ['aims.yaml', AIMS],
    ['policies/ai-policy.md', POLICY],
    ['soa.yaml', statement([practised])],
    ['records/test.md', record()],
    ...more,
  );
}

/** Runs `aims diff` on a folder. */
export function runDiff(folder: string, ...args: string[]): CommandResult {
  return runCommand(['diff', ...args, '--folder', folder, ...DAY], { env: GIT_SETTINGS });
}

/** What it gives as JSON, with the exit status. */
export function diff(folder: string, ...args: string[]): CommandResult & Diff {
  const result = runDiff(folder, ...args, '--format', 'json');
  ok(result.stdout !== '', result.stderr);
  return { ...result, ...(JSON.parse(result.stdout) as Diff) };
}

/** Findings as `rule path`. */
export function names(rows: readonly Row[]): string[] {
  return rows.map(({ rule, path }) => `${rule} ${path}`);
}
