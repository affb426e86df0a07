// Proves of an action that it parses, does what it says, adds no error and writes no judgement.
import type { Snapshot, Workspace } from '../../engine/engine';
import type { Action } from '../../engine/features/actions/action';
import type { Change } from '../../engine/features/change';
import { actionsFor, fixAll, hasFix } from '../../engine/features/code-actions';
import type { Finding } from '../../engine/workspace/finding';
import { added, applied, keyOf, noJudgement, STILL_OPEN } from './changes';
import { giveFiles, workspaceOf } from './memory-workspace';

/**
 * What may be written in full, since nothing in it is left to say: a document in the register as it calls itself, the
 * standard that somebody chooses, and the signs that make a text readable.
 */
const COPIED = /^(?:document\/not-in-register|framework\/undecided|syntax\/.*)$/;

/** What is seen for the first time once a reference leads somewhere, or a row is that of another control. */
const REVEALED: Readonly<Record<string, RegExp>> = {
  reference: /^(?:evidence\/(?:undated|stale|template|only-draft|intention-only)|reference\/.*)$/,
  evidence: /^evidence\/(?:undated|stale|template|only-draft|intention-only)$/,
  soa: /^soa\/missing-control$/,
  syntax: /./,
};

function isExpected(rule: string, fix: boolean, by: string): boolean {
  return (!fix && STILL_OPEN.test(rule)) || REVEALED[by.split('/')[0] ?? '']?.test(rule) === true;
}

/** Words of a change that did not stand there before. */
function wordsPutIn(files: ReadonlyMap<string, string>, change: Change): string[] {
  const words = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return change.edits.flatMap(({ path, span, text }) => {
    const known = words((files.get(path) ?? '').slice(span.start, span.end));
    return words(text).filter((word, index) => word !== known[index]);
  });
}

/** Checks one action on a workspace that holds `files`; the workspace is put back afterwards. */
export function prove(
  workspace: Workspace,
  files: ReadonlyMap<string, string>,
  before: Snapshot,
  action: Action,
): string[] {
  const what = `${action.finding ? `${action.finding.rule} in ${action.finding.path}` : 'at the cursor'}: "${action.title}"`;
  try {
    const change = action.change();
    if (!change) return [`${what} is offered and does nothing`];
    const after = applied(files, change);
    giveFiles(workspace, after);
    const snapshot = workspace.updateNow();
    const problems: string[] = [];
    const fresh = added(before, snapshot);
    for (const finding of fresh) {
      const text = `${what} adds ${keyOf(snapshot, finding)}`;
      if (finding.rule.startsWith('syntax/')) problems.push(text);
      else if (!action.finding || isExpected(finding.rule, action.fix, action.finding.rule)) continue;
      else if (action.fix || (finding.severity === 'error' && finding.rule !== action.finding.rule))
        problems.push(text);
    }
    if (action.fix && action.finding) {
      const gone = before.findings.filter(
        (finding) => keyOf(before, finding) === keyOf(before, action.finding as Finding),
      ).length;
      const left = snapshot.findings.filter(
        (finding) => keyOf(snapshot, finding) === keyOf(before, action.finding as Finding),
      ).length;
      if (left >= gone) problems.push(`${what} leaves its finding`);
      if ([...after].every(([path, text]) => files.get(path) === text)) problems.push(`${what} changes nothing`);
    }
    const written = [...change.create, ...change.edits].map(({ text }) => text).join('\n');
    const isScaffold =
      action.kind === 'quickfix' &&
      !action.fix &&
      (change.create.length > 0 || change.edits.every(({ span }) => span.start === span.end));
    // What only a person may say is left empty, without even a placeholder.
    if (isScaffold && !COPIED.test(action.finding?.rule ?? '') && !/\{\{|: ""/.test(written))
      problems.push(`${what} inserts no placeholder: ${written}`);
    // What a text says once it can be read was written by a person: only signs may have been put around it.
    if (action.finding?.rule.startsWith('syntax/'))
      problems.push(...wordsPutIn(files, change).map((word) => `${what} writes ${word}`));
    else noJudgement(before, snapshot, what);
    return problems;
  } catch (error) {
    return [`${what} throws ${error instanceof Error ? error.message : String(error)}`];
  } finally {
    giveFiles(workspace, files);
  }
}

/** Every action of every finding of a workspace, and fix-all. */
export function proveAll(
  files: ReadonlyMap<string, string>,
  only: (finding: Finding) => boolean,
  today?: string,
): { problems: string[]; count: number } {
  const { workspace, snapshot } = workspaceOf(files, today);
  const problems: string[] = [];
  let count = 0;
  const seen = new Set<string>();
  for (const finding of snapshot.findings.filter(only)) {
    for (const action of actionsFor(snapshot, finding)) {
      // The same offer at another of many equal findings proves nothing more.
      const key = `${finding.rule} ${finding.message} ${finding.path} ${action.title.replace(/[A-Z]+[-.][\d.]+/g, '')}`;
      if (seen.has(key)) continue;
      seen.add(key);
      count++;
      problems.push(...prove(workspace, files, snapshot, action));
    }
  }
  problems.push(...proveFixAll(workspace, files, snapshot));
  return { problems, count };
}

/** Fix-all removes findings, adds none, and comes to an end. */
function proveFixAll(workspace: Workspace, given: ReadonlyMap<string, string>, first: Snapshot): string[] {
  let files = new Map(given);
  let snapshot = first;
  for (let round = 0; round < 6; round++) {
    const fixable = snapshot.findings.filter((finding) => hasFix(snapshot, finding));
    if (fixable.length === 0) return [];
    const change = fixAll(snapshot, fixable);
    if (change.edits.length === 0)
      return [`fix-all does nothing about ${fixable.map((finding) => finding.rule).join(', ')}`];
    files = applied(files, change);
    giveFiles(workspace, files);
    const next = workspace.updateNow();
    const by = fixable[0]?.rule ?? '';
    const fresh = added(snapshot, next).filter((finding) => !isExpected(finding.rule, true, by));
    if (fresh.length > 0) return fresh.map((finding) => `fix-all adds ${keyOf(next, finding)}`);
    snapshot = next;
  }
  return ['fix-all does not come to an end'];
}
