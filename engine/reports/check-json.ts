import { type CheckResult, countSeverities } from './check-result';

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
  const summary = { documents, ...countSeverities(findings), silenced: silenced.length };
  return `${JSON.stringify({ version: 1, today, findings: rows, summary }, null, 2)}\n`;
}
