import type { Severity } from '../configuration/configuration';
import { type CheckedFinding, type CheckResult, countSeverities, isAtLeast, plural } from './check-result';

/** What makes a run fail. */
export interface FailingFrom {
  readonly failOn: Severity;
  readonly maxWarnings: number | undefined;
}

interface TestCase {
  readonly name: string;
  readonly kind: 'passed' | 'failure' | 'error' | 'skipped';
  readonly type: string;
  readonly message: string;
  readonly text: string;
}

/**
 * `aims check --format junit`: a suite for each checked file. A finding that makes the run fail is a failed test, or one in
 * error where it says that something could not be checked. That a file was checked is a passed test, which holds the other
 * findings as its output; for a template it is a skipped one.
 */
export function checkJunit(result: CheckResult, failing: FailingFrom): string {
  const byPath = new Map<string, CheckedFinding[]>(result.files.map(({ path }) => [path, []]));
  for (const finding of result.findings) byPath.set(finding.path, [...(byPath.get(finding.path) ?? []), finding]);
  const read = new Map(result.files.map((file) => [file.path, file]));
  const suites = [...byPath]
    .map(([path, findings]) => ({ name: path, cases: fileCases(read.get(path), findings, failing) }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  const whole = wholeCases(result, failing);
  if (whole.length > 0) suites.push({ name: 'aims check', cases: whole });
  const all = suites.flatMap(({ cases }) => cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="aims check"${counts(all, ['tests', 'failures', 'errors'])}>`,
    ...suites.flatMap(({ name, cases }) => [
      `  <testsuite name="${attribute(name)}"${counts(cases, ['tests', 'failures', 'errors', 'skipped'])}>`,
      ...cases.map((each) => caseLines(name, each)),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
}

function fileCases(
  file: { readonly template: boolean } | undefined,
  findings: readonly CheckedFinding[],
  { failOn }: FailingFrom,
): TestCase[] {
  const fails = ({ severity, uncheckable }: CheckedFinding) => uncheckable || isAtLeast(severity, failOn);
  const others = findings.filter((finding) => !fails(finding)).map(findingLine);
  const cases = findings.filter(fails).map(
    (finding): TestCase => ({
      name: finding.place === '' ? finding.rule : `${finding.rule}: ${finding.place}`,
      kind: finding.uncheckable ? 'error' : 'failure',
      type: finding.severity,
      message: finding.message,
      text: [findingLine(finding), ...finding.references.map((reference) => `Reference: ${reference}`)].join('\n'),
    }),
  );
  if (!file) return cases;
  const about = { name: 'checked', type: '', message: '' };
  if (!file.template) return [{ ...about, kind: 'passed', text: others.join('\n') }, ...cases];
  const why = 'A template: its content counts for nothing until it is filled in.';
  return [{ ...about, kind: 'skipped', text: [why, ...others].join('\n') }, ...cases];
}

/** What concerns no single file. */
function wholeCases(result: CheckResult, { maxWarnings }: FailingFrom): TestCase[] {
  const cases: TestCase[] = [];
  const { warning } = countSeverities(result.findings);
  if (maxWarnings !== undefined) {
    const message = `There are ${plural(warning, 'warning')}, and --max-warnings allows ${maxWarnings}.`;
    const kind = warning > maxWarnings ? 'failure' : 'passed';
    cases.push({ name: 'not too many warnings', kind, type: 'warning', message, text: message });
  }
  if (result.unchecked && !result.findings.some(({ uncheckable }) => uncheckable)) {
    const message = 'Something outside this folder could not be checked. Check the whole root to see what.';
    cases.push({ name: 'everything could be checked', kind: 'error', type: 'error', message, text: message });
  }
  return cases;
}

function findingLine({ path, line, column, severity, message, rule }: CheckedFinding): string {
  return `${path}:${line}:${column} ${severity} ${message} (${rule})`;
}

function caseLines(suite: string, { name, kind, type, message, text }: TestCase): string {
  const start = `    <testcase classname="${attribute(suite)}" name="${attribute(name)}"`;
  if (kind === 'passed' && text === '') return `${start}/>`;
  if (kind === 'passed') return `${start}><system-out>${escaped(text)}</system-out></testcase>`;
  if (kind === 'skipped') return `${start}><skipped>${escaped(text)}</skipped></testcase>`;
  return `${start}><${kind} type="${attribute(type)}" message="${attribute(message)}">${escaped(text)}</${kind}></testcase>`;
}

type Count = 'tests' | 'failures' | 'errors' | 'skipped';

function counts(cases: readonly TestCase[], names: readonly Count[]): string {
  const kinds = { tests: undefined, failures: 'failure', errors: 'error', skipped: 'skipped' } as const;
  return names
    .map((name) => ` ${name}="${cases.filter(({ kind }) => kinds[name] === undefined || kinds[name] === kind).length}"`)
    .join('');
}

/** XML 1.0 has no way at all to write most control characters and halves of characters. */
function escaped(text: string): string {
  return text
    .replace(/[\p{Cs}\ufffe\uffff]|(?![\t\n\r\u0080-\u009f])\p{Cc}/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

function attribute(text: string): string {
  return escaped(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}
