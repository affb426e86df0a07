import { digest } from '../text/fingerprint';
import type { CheckResult } from './check-result';
import { wholeCharacters } from './harmless-text';

const SEVERITY = { error: 'critical', warning: 'major', information: 'minor', hint: 'info' } as const;

/** `aims check --format gitlab`: a Code Quality report. What could not be checked is a blocker. */
export function checkGitlab({ findings }: CheckResult): string {
  const issues = findings.map((finding) => ({
    description: wholeCharacters(finding.message),
    check_name: finding.rule,
    fingerprint: digest(finding.identity, 40),
    severity: finding.uncheckable ? 'blocker' : SEVERITY[finding.severity],
    location: { path: wholeCharacters(finding.path), lines: { begin: finding.line, end: finding.endLine } },
  }));
  return `${JSON.stringify(issues, null, 2)}\n`;
}
