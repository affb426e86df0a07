import packs from 'gen/frameworks';
import type { ReadRoot } from '../../engine/comparison/compared-root';
import { earlierDocuments, pairDocuments } from '../../engine/comparison/pairs';
import { kinds } from '../../engine/kinds/registry';
import { findingMessage } from '../../engine/messages/message';
import { rules } from '../../engine/rules/registry';
import type { Rule } from '../../engine/rules/rule';
import { decodeText } from '../../engine/text/decode';
import type { Snapshot } from '../../engine/workspace/snapshot';
import { finish, Workspace } from '../../engine/workspace/workspace';
import { type Case, type CaseFile, caseBytes, type Mark } from './case-file';

/** An in-memory workspace of a case, with all rules or some of them. */
export function caseWorkspace(
  given: Case,
  only: (rule: Rule) => boolean = () => true,
): { workspace: Workspace; snapshot: Snapshot } {
  const workspace = new Workspace({ packs, kinds, rules: rules.filter(only) }, given.today);
  const now = given.files.filter((file) => !isEarlier(file));
  // A file with `at=earlier` is as it was before; all others were not there.
  const before = given.files.filter(isEarlier);
  if (before.length === 0) {
    giveCaseFiles(workspace, now);
    return { workspace, snapshot: workspace.updateNow() };
  }
  giveCaseFiles(workspace, before);
  const earlier: ReadRoot = { prefix: '', within: '', snapshot: finish(workspace.read()) };
  giveCaseFiles(workspace, now);
  const state = finish(workspace.read());
  const later: ReadRoot = { prefix: '', within: '', snapshot: state };
  const pairs = pairDocuments([earlier], [later]);
  return { workspace, snapshot: finish(workspace.check(state, earlierDocuments(pairs, later))) };
}

function isEarlier({ options }: CaseFile): boolean {
  return options.get('at') === 'earlier';
}

function giveCaseFiles(workspace: Workspace, files: readonly CaseFile[]): void {
  const bytes = files.map((file) => ({ path: file.path, bytes: caseBytes(file) }));
  workspace.setFiles(new Map(bytes.map((file) => [file.path, file.bytes.length])));
  for (const file of bytes) {
    if (!workspace.wants(file.path)) continue;
    const { text, damaged } = decodeText(file.bytes);
    workspace.setText(file.path, { text, damaged });
  }
}

/** A finding as a mark would write it, so that both can be compared and shown side by side. */
export interface Shown {
  readonly path: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly severity: string;
  readonly rule: string;
  readonly message: string;
}

/** The findings of a snapshot in the form of marks. An empty range counts as one character. */
export function shownFindings(snapshot: Snapshot): Shown[] {
  return snapshot.findings.map((finding) => {
    const { span, path } = snapshot.locate(finding.at);
    const lines = snapshot.texts.get(path)?.lines;
    const message = findingMessage(finding, snapshot.rules);
    const base = { path, severity: finding.severity, rule: finding.rule, message };
    if (!lines || (span.start === 0 && span.end === 0)) return { ...base, line: -1, start: 0, end: 0 };
    const [from, to] = [lines.positionAt(span.start), lines.positionAt(span.end)];
    const text = snapshot.texts.get(path)?.text ?? '';
    const lineText = text.slice(lines.lineStart(span.start)).split(/\r?\n/)[0] ?? '';
    const end =
      to.line === from.line
        ? Math.max(to.character, from.character + 1)
        : Math.max(lineText.length, from.character + 1);
    return { ...base, line: from.line, start: from.character, end };
  });
}

/** Compares findings with a case's marks; returns one line for each difference. */
export function differences(given: Case, shown: readonly Shown[]): string[] {
  const left = [...shown];
  const problems: string[] = [];
  for (const file of given.files) {
    for (const mark of file.marks) {
      const at = left.findIndex((finding) => finding.path === file.path && fits(finding, mark));
      if (at >= 0) left.splice(at, 1);
      else
        problems.push(
          `missing: ${file.path}:${mark.line + 1}:${mark.start + 1}-${mark.end + 1} ${mark.severity} ${mark.rule} "${mark.message}"`,
        );
    }
  }
  for (const { path, line, start, end, severity, rule, message } of left) {
    problems.push(`not marked: ${path}:${line + 1}:${start + 1}-${end + 1} ${severity} ${rule} "${message}"`);
  }
  return problems;
}

function fits(finding: Shown, mark: Mark): boolean {
  return (
    finding.line === mark.line &&
    finding.start === mark.start &&
    finding.end === mark.end &&
    finding.severity === mark.severity &&
    finding.rule === mark.rule &&
    finding.message.includes(mark.message)
  );
}
