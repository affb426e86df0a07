import type { CheckResult } from './check-result';
import { harmlessLine } from './harmless-text';

/**
 * `aims check --format lines`: a finding a line, as compilers print them: `path:line:column: severity: message [rule]`. For
 * the Problems list of an editor, the quickfix list of Vim, and grep. Nothing stands beside the findings.
 */
export function checkLines({ findings }: CheckResult): string {
  return findings
    .map(({ path, line, column, severity, message, rule }) =>
      harmlessLine(`${path}:${line}:${column}: ${severity}: ${message} [${rule}]`),
    )
    .map((line) => `${line}\n`)
    .join('');
}
