import type { Severity } from '../configuration/configuration';
import { type CheckedFinding, type CheckResult, countSeverities, countWords } from './check-result';
import { harmlessLine, wholeCharacters } from './harmless-text';

const COMMAND: Readonly<Record<Severity, 'error' | 'warning' | 'notice'>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** GitHub shows so many annotations of a kind for a step, and drops the rest without a word. */
const MOST = 10;

/**
 * `aims check --format github`: a workflow command for each finding, which GitHub shows at its line. Beyond what GitHub shows
 * they are plain lines of the log, and a last notice says how many those are.
 */
export function checkGithub({ findings }: CheckResult): string {
  const over = leftOut(findings, MOST);
  // The notice about the rest is one of the ten.
  const rest = new Set(over.length > 0 ? leftOut(findings, MOST, MOST - 1) : []);
  const lines = findings.map((finding) => (rest.has(finding) ? plainLine(finding) : command(finding)));
  if (rest.size > 0) {
    const words = countWords(countSeverities([...rest]));
    lines.push(
      `::notice title=aims check::${data(`${rest.size} more findings stand only in the log of this step (${words}): GitHub shows at most ${MOST} annotations of a kind for each step.`)}`,
    );
  }
  return lines.map((line) => `${line}\n`).join('');
}

/** What is beyond the first so many of its kind. Errors and hints come with the gravest first within a kind. */
function leftOut(findings: readonly CheckedFinding[], most: number, mostNotices = most): CheckedFinding[] {
  const ofKind = (...severities: readonly Severity[]) =>
    severities.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  return [
    ...ofKind('error').slice(most),
    ...ofKind('warning').slice(most),
    ...ofKind('information', 'hint').slice(mostNotices),
  ];
}

function command({ rule, severity, message, path, line, column, endLine, endColumn }: CheckedFinding): string {
  const properties: readonly (readonly [string, string | number])[] = [
    ['file', path],
    ['line', line],
    ['endLine', endLine],
    // GitHub takes columns only for a place within one line.
    ...(endLine === line && endColumn > column ? [['col', column] as const, ['endColumn', endColumn] as const] : []),
    ['title', rule],
  ];
  const written = properties.map(([name, value]) => `${name}=${property(String(value))}`).join(',');
  return `::${COMMAND[severity]} ${written}::${data(message)}`;
}

/** A line that no runner takes for a command, neither at its start (`::`) nor in the older way within (`##[`). */
function plainLine({ rule, severity, message, path, line, column }: CheckedFinding): string {
  return harmlessLine(`${severity} ${path}:${line}:${column} ${message} (${rule})`).replaceAll('##[', '## [');
}

function data(text: string): string {
  return wholeCharacters(text)
    .replaceAll('\u0000', '\u2400')
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
