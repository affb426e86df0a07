// What `aims check` says of a folder.
import type { JsonRow } from '../reports/check-run';
import { DAY, runCommand } from './command-line';
import { AIMS } from './small-texts';

/** Turns off what a folder with one document lacks. */
export const QUIET = `${AIMS}rules:\n${['clause/no-document', 'soa/missing-control', 'soa/no-owner', 'soa/no-status', 'soa/no-basis', 'soa/no-implementation', 'document/missing-field'].map((rule) => `  ${rule}: off\n`).join('')}`;

/** Runs `aims check` on a folder; with what it gives as JSON. */
export function check(folder: string, ...more: string[]) {
  const result = runCommand(['check', folder, '--format', 'json', ...DAY, ...more]);
  const parsed =
    result.stdout === ''
      ? undefined
      : (JSON.parse(result.stdout) as {
          version: number;
          today: string;
          findings: JsonRow[];
          summary: Record<string, number>;
        });
  return { ...result, rows: parsed?.findings ?? [], parsed };
}
