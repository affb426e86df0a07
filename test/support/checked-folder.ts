// What `aims check` says of a folder.
import { DAY, runCommand } from './command-line';
import { AIMS } from './small-texts';

/** Turns off what a folder with one document lacks. */
export const QUIET = `${AIMS}rules:\n${['clause/no-document', 'soa/missing-control', 'soa/no-owner', 'soa/no-status', 'soa/no-basis', 'soa/no-implementation', 'document/missing-field'].map((rule) => `  ${rule}: off\n`).join('')}`;

/** A finding as the contract's JSON has it. */
export interface Row {
  readonly rule: string;
  readonly severity: string;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly references: readonly string[];
  readonly message: string;
}

/** Runs `aims check` on a folder; with what it gives as JSON. */
export function check(folder: string, ...more: string[]) {
  const result = runCommand(['check', folder, '--format', 'json', ...DAY, ...more]);
  const parsed =
    result.stdout === ''
      ? undefined
      : (JSON.parse(result.stdout) as {
          version: number;
          today: string;
          findings: Row[];
          summary: Record<string, number>;
        });
  return { ...result, rows: parsed?.findings ?? [], parsed };
}
