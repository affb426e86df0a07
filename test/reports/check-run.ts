import { ok } from 'node:assert/strict';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { type CommandResult, DAY, runCommand } from '../support/command-line';

/** The example with something of everything in it, and where it lies in this repository. */
export const GAPS = 'examples/meridian-gaps';

/** A finding as the contract's JSON has it. */
export interface JsonRow {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly references: readonly string[];
  readonly related: readonly { readonly path: string; readonly line: number }[];
}

/** Runs `aims check` in one of its forms. */
export function checkAs(format: string, folder: string, ...more: readonly string[]): CommandResult {
  return runCommand(['check', folder, '--format', format, ...DAY, ...more]);
}

/** Runs of `aims check` on folders that stay as they are: each is done once. */
export class KnownRuns {
  readonly #known = new Map<string, CommandResult>();

  /** See `checkAs`. */
  checkAs(...args: Parameters<typeof checkAs>): CommandResult {
    const key = args.join('\n');
    const result = this.#known.get(key) ?? checkAs(...args);
    this.#known.set(key, result);
    return result;
  }

  /** What a folder gives as JSON: against it all other forms are held. */
  rows(folder: string): JsonRow[] {
    const { findings } = JSON.parse(this.checkAs('json', folder).stdout) as { findings: JsonRow[] };
    ok(findings.length > 0);
    return findings;
  }
}

/** A package as it lies in `node_modules`: one that reads files of its own cannot be bundled. */
export function packageOf(name: string): unknown {
  return createRequire(resolve('package.json'))(name);
}

/** A file of a package. */
export function packageFile(path: string): string {
  return createRequire(resolve('package.json')).resolve(path);
}

/** Larger than what is read. */
export const TOO_LARGE: readonly [string, string] = ['big.md', `---\nkind: record\n---\n${'x'.repeat(2_000_001)}`];
