import type { Severity } from '../configuration/configuration';
import { findingMessage, relatedMessage } from '../messages/message';
import type { Finding, Place } from '../workspace/finding';
import type { Snapshot } from '../workspace/snapshot';

/** A finding with its place in numbers: lines and columns are 1-based, columns count UTF-16 units, ends are exclusive. */
export interface FindingRow {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly references: readonly string[];
  readonly fixable: boolean;
  readonly related: readonly {
    readonly message: string;
    readonly path: string;
    readonly line: number;
    readonly column: number;
  }[];
}

/** All findings of a snapshot as rows, sorted by path, line, column, rule. */
export function findingRows(snapshot: Snapshot, isFixable: (finding: Finding) => boolean): FindingRow[] {
  return snapshot.findings.map((finding) => findingRow(snapshot, finding, isFixable(finding))).sort(compareRows);
}

/** One finding as a row. */
export function findingRow(snapshot: Snapshot, finding: Finding, fixable: boolean): FindingRow {
  const { path, start, end } = placeNumbers(snapshot, finding.at);
  const related = finding.related.map((other) => {
    const place = placeNumbers(snapshot, other.at);
    return {
      message: relatedMessage(finding.rule, other, snapshot.rules),
      path: place.path,
      line: place.start.line,
      column: place.start.column,
    };
  });
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: findingMessage(finding, snapshot.rules),
    path,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    references: finding.references,
    fixable,
    related,
  };
}

/** The order of rows: path, line, column, rule, words. */
export function compareRows(a: FindingRow, b: FindingRow): number {
  return (
    compare(a.path, b.path) ||
    a.line - b.line ||
    a.column - b.column ||
    compare(a.rule, b.rule) ||
    compare(a.message, b.message)
  );
}

/** A place in 1-based numbers. What stands in no file is placed at `aims.yaml`, or at the first recognised document. */
export function placeNumbers(
  snapshot: Snapshot,
  place: Place,
): { path: string; start: { line: number; column: number }; end: { line: number; column: number } } {
  const location = snapshot.locate(place);
  const lines = snapshot.texts.get(location.path)?.lines;
  if (!lines) {
    const known = snapshot.view.paths.has(location.path)
      ? location.path
      : (snapshot.view.documents[0]?.path ?? location.path);
    return { path: known, start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
  }
  const [start, end] = [lines.positionAt(location.span.start), lines.positionAt(location.span.end)];
  return {
    path: location.path,
    start: { line: start.line + 1, column: start.character + 1 },
    end: { line: end.line + 1, column: end.character + 1 },
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
