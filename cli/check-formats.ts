import type { Severity } from '../engine/configuration/configuration';
import type { CheckResult } from '../engine/reports/check-result';
import { type Output, painter } from './output';

/** The forms `aims check` can print. */
export const CHECK_FORMATS = [
  'text',
  'lines',
  'json',
  'sarif',
  'junit',
  'github',
  'gitlab',
  'markdown',
  'csv',
] as const;

/** A run of `aims check`, ready to be printed. */
export interface CheckRun {
  readonly result: CheckResult;
  /** The exit status. */
  readonly status: number;
  readonly failOn: Severity;
  readonly maxWarnings: number | undefined;
  readonly withSilenced: boolean;
  /** What was checked, from the root of the repository; empty for all of it. */
  readonly folder: string;
}

/** The result in one of its forms; only that one is loaded. */
export async function formatCheck(
  format: (typeof CHECK_FORMATS)[number],
  run: CheckRun,
  output: Pick<Output, 'colour'>,
): Promise<string> {
  const { result } = run;
  switch (format) {
    case 'text':
      return (await import('../engine/reports/check-text')).checkText(result, painter(output));
    case 'lines':
      return (await import('../engine/reports/check-lines')).checkLines(result);
    case 'json':
      return (await import('../engine/reports/check-json')).checkJson(result);
    case 'sarif':
      return await sarif(run);
    case 'junit':
      return (await import('../engine/reports/check-junit')).checkJunit(result, run);
    case 'github':
      return (await import('../engine/reports/check-github')).checkGithub(result);
    case 'gitlab':
      return (await import('../engine/reports/check-gitlab')).checkGitlab(result);
    case 'markdown':
      return (await import('../engine/reports/check-markdown')).checkMarkdown(result);
    case 'csv':
      return (await import('../engine/reports/check-csv')).checkCsv(result);
  }
}

/** GitHub takes no larger file, compressed (bytes). */
const MOST_COMPRESSED = 10_000_000;

async function sarif(run: CheckRun): Promise<string> {
  const { checkSarif } = await import('../engine/reports/check-sarif');
  const { gzipSync } = await import('node:zlib');
  const { versionText } = await import('./help');
  const version = versionText().trim();
  for (let most = run.result.findings.length + run.result.silenced.length; ; most = Math.floor(most / 2)) {
    const text = checkSarif(run.result, { ...run, version, most });
    // What is smaller as it stands needs no trying.
    if (most === 0 || text.length < MOST_COMPRESSED / 4 || gzipSync(text).length <= MOST_COMPRESSED) return text;
  }
}
