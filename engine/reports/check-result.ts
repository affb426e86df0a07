import { BASELINE_FILE } from '../configuration/baseline';
import type { Severity } from '../configuration/configuration';
import { hasFix } from '../features/code-actions';
import type { Rule } from '../rules/rule';
import type { Exception } from '../workspace/exceptions';
import type { Finding } from '../workspace/finding';
import { lastingKey } from '../workspace/lasting-places';
import type { Snapshot } from '../workspace/snapshot';
import { compareRows, type FindingRow, findingRow } from './finding-rows';

/** Severities, the gravest first. */
export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;

/** A root that is reported, and how its paths are shown. */
export interface CheckedRoot {
  readonly snapshot: Snapshot;
  /** A root-relative path as it is shown; undefined where it lies outside of what was asked for. */
  shown(path: string): string | undefined;
  /** Stands before root-relative paths where there are several roots, so that places stay unique; else empty. */
  readonly prefix: string;
}

/** A finding of a run of `aims check`. */
export interface CheckedFinding extends FindingRow {
  /** Where it stands in words that survive edits elsewhere; unique for its rule and file. Never a line. */
  readonly place: string;
  /** Rule, path from the root and place: the same in every run, whatever folder was asked for. */
  readonly identity: string;
  /** True where it says that something could not be checked. */
  readonly uncheckable: boolean;
}

/** A finding that an exception or the baseline silences. */
export interface SilencedFinding {
  readonly finding: CheckedFinding;
  /** The reason that was given. */
  readonly reason: string;
  /** True where it was given in a comment of the document itself. */
  readonly inDocument: boolean;
}

/** A file that was read and checked. */
export interface CheckedFile {
  readonly path: string;
  /** True for a template: it is not checked for content and counts for nothing. */
  readonly template: boolean;
}

/** What `aims check` found in all roots: what every form of its output is made of. */
export interface CheckResult {
  /** ISO date that counted as today. */
  readonly today: string;
  /** How many documents there are. */
  readonly documents: number;
  /** How many of them are templates. */
  readonly templates: number;
  /** By path, line, column and rule. */
  readonly findings: readonly CheckedFinding[];
  /** What else was found, and silenced; in the same order. */
  readonly silenced: readonly SilencedFinding[];
  /** Documents, `aims.yaml` and the baseline, by path. */
  readonly files: readonly CheckedFile[];
  /** True where something could not be checked, be it outside of what was asked for. */
  readonly unchecked: boolean;
  readonly rules: ReadonlyMap<string, Rule>;
  /** The text of a 1-based line. */
  lineOf(path: string, line: number): string | undefined;
}

/** Puts together what was found in some roots. */
export function checkResult(roots: readonly CheckedRoot[], today: string): CheckResult {
  const findings: CheckedFinding[] = [];
  const silenced: SilencedFinding[] = [];
  const files: CheckedFile[] = [];
  const texts = new Map<string, string>();
  const rules = new Map<string, Rule>();
  let documents = 0;
  for (const root of roots) {
    const { snapshot } = root;
    for (const [id, rule] of snapshot.rules) rules.set(id, rule);
    for (const [path, { text, record }] of snapshot.texts) {
      const shown = root.shown(path);
      if (shown === undefined) continue;
      texts.set(shown, text);
      files.push({ path: shown, template: record?.status === 'template' });
      if (record) documents++;
    }
    for (const finding of snapshot.findings) {
      const row = checkedFinding(root, finding);
      if (row) findings.push(row);
    }
    for (const [finding, exception] of snapshot.silencedBy) {
      const row = checkedFinding(root, finding);
      if (row) silenced.push({ finding: row, reason: exception.reason, inDocument: isInDocument(exception) });
    }
  }
  const lines = new Map<string, readonly string[]>();
  return {
    today,
    documents,
    templates: files.filter(({ template }) => template).length,
    findings: findings.sort(compareRows),
    silenced: silenced.sort((one, other) => compareRows(one.finding, other.finding)),
    files: files.sort((one, other) => (one.path < other.path ? -1 : one.path > other.path ? 1 : 0)),
    unchecked: roots.some(({ snapshot }) => snapshot.uncheckable),
    rules,
    lineOf: (path, line) => {
      const known = lines.get(path) ?? texts.get(path)?.split(/\r\n|\r|\n/);
      if (known) lines.set(path, known);
      return known?.[line - 1];
    },
  };
}

function checkedFinding(root: CheckedRoot, finding: Finding): CheckedFinding | undefined {
  const { snapshot, prefix } = root;
  const row = findingRow(snapshot, finding, hasFix(snapshot, finding));
  const path = root.shown(row.path);
  if (path === undefined) return undefined;
  const rule = snapshot.rules.get(finding.rule);
  // Asked for by few forms of output, and not cheap.
  const place = () => snapshot.lastingPlaces.get(finding) ?? '';
  return {
    ...row,
    path,
    related: row.related.map((other) => ({ ...other, path: root.shown(other.path) ?? other.path })),
    uncheckable: rule?.scope === 'engine' && rule.uncheckable === true,
    get place() {
      return place();
    },
    get identity() {
      return lastingKey(finding.rule, prefix + finding.path, place());
    },
  };
}

function isInDocument({ at }: Exception): boolean {
  return at.on === 'fact' && at.path !== BASELINE_FILE;
}

/** How many findings of each severity there are. */
export function countSeverities(findings: readonly { readonly severity: Severity }[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** True where a severity is at or above another. */
export function isAtLeast(severity: Severity, least: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(least);
}

/** The findings by severity, the gravest first; else in the order they have. */
export function gravestFirst<Row extends { readonly severity: Severity }>(findings: readonly Row[]): Row[] {
  return SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}

/** `3 errors, 1 warning`; empty where there is nothing to count. */
export function countWords(counts: Readonly<Record<Severity, number>>): string {
  return SEVERITIES.filter((severity) => counts[severity] > 0)
    .map((severity) => plural(counts[severity], severity))
    .join(', ');
}

/** A number with its word; `information` has no plural. */
export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 || word === 'information' ? '' : 's'}`;
}

/** What was checked and found, in a sentence. What was not judged is said too, so that "no findings" never stands for more than it is. */
export function checkSummary({ documents, templates, findings, silenced }: CheckResult): string {
  const words = countWords(countSeverities(findings));
  const remarks = [
    `${plural(documents, 'document')} checked: ${words === '' ? 'no findings' : words}`,
    ...(silenced.length > 0 ? [`${silenced.length} more silenced by exceptions or the baseline`] : []),
    ...(templates > 0 ? [`${plural(templates, 'template')} among them, counted for nothing until filled in`] : []),
  ];
  return `${remarks.join('; ')}.`;
}
