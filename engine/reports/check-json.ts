import type { FindingRow } from './finding-rows';

/** The result of `aims check` in the contract's form. */
export interface CheckResult {
  readonly today: string;
  readonly documents: number;
  /** How many of them are templates: they are not checked for content and count for nothing. */
  readonly templates: number;
  readonly findings: readonly FindingRow[];
  /** How many more were found, and silenced by exceptions or the baseline. */
  readonly silenced: number;
}

/** How many findings of each severity there are. */
export function countSeverities(findings: readonly FindingRow[]): {
  error: number;
  warning: number;
  information: number;
  hint: number;
} {
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  return { error: count('error'), warning: count('warning'), information: count('information'), hint: count('hint') };
}

/** `aims check --format json`, version 1. */
export function checkJson({ today, documents, findings, silenced }: CheckResult): string {
  const rows = findings.map(
    ({ rule, severity, message, path, line, column, endLine, endColumn, references, fixable, related }) => ({
      rule,
      severity,
      message,
      path,
      line,
      column,
      endLine,
      endColumn,
      references,
      fixable,
      related,
    }),
  );
  const summary = { documents, ...countSeverities(findings), silenced };
  return `${JSON.stringify({ version: 1, today, findings: rows, summary }, null, 2)}\n`;
}
