// What a change does to the files of a workspace, and what it must not write.
import { ok } from 'node:assert/strict';
import type { Snapshot } from '../../engine/engine';
import type { Change } from '../../engine/features/change';
import { findingMessage } from '../../engine/messages/message';
import { applyEdits } from '../../engine/text/edit';
import type { Finding } from '../../engine/workspace/finding';

/** What only a person may say. */
const NEVER = [
  'approved_by',
  'approved_on',
  'accepted_by',
  'accepted_on',
  'decision',
  'evidence',
  'justification',
  'signed_by',
  'conclusion',
];

/** What stands in place of a finding whose answer is still to be written. */
export const STILL_OPEN = /^(?:document\/placeholder|soa\/no-decision|assessment\/empty-section|exception\/.*)$/;

/** The files after a change. Throws where edits overlap, name a file that is not there, or a new file is there already. */
export function applied(files: ReadonlyMap<string, string>, change: Change): Map<string, string> {
  const after = new Map(files);
  for (const { path, text } of change.create) {
    ok(!files.has(path), `${path} is there already`);
    after.set(path, text);
  }
  for (const path of new Set(change.edits.map((edit) => edit.path))) {
    const text = files.get(path);
    ok(text !== undefined, `${path} is edited, but not there`);
    const edits = change.edits.filter((edit) => edit.path === path);
    for (const { span } of edits)
      ok(span.start >= 0 && span.start <= span.end && span.end <= text.length, `${path}: a range outside the text`);
    after.set(path, applyEdits(text, edits));
    if (/\r\n/.test(text) && !/[^\r]\n/.test(text))
      ok(!/[^\r]\n/.test(after.get(path) ?? ''), `${path}: line ends are mixed`);
  }
  return after;
}

/**
 * A finding with its place and words. Without the severity: what is only guessed to be a document is judged mildly, and
 * in full once it says what it is.
 */
export function keyOf(snapshot: Snapshot, finding: Finding): string {
  return `${finding.rule} ${finding.path} ${finding.where} ${findingMessage(finding, snapshot.rules)}`;
}

/** The findings of a snapshot that another does not have; the same finding twice counts twice. */
export function added(before: Snapshot, after: Snapshot): Finding[] {
  const known = before.findings.map((finding) => keyOf(before, finding));
  return after.findings.filter((finding) => {
    const at = known.indexOf(keyOf(after, finding));
    if (at >= 0) known.splice(at, 1);
    return at < 0;
  });
}

/** How often a judgement is written in the documents of a snapshot. */
export function judgements(snapshot: Snapshot): Map<string, number> {
  const counts = new Map<string, number>();
  const count = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const document of snapshot.view.documents) {
    for (const row of [document.metadata, ...document.rows]) {
      for (const [name, field] of row.fields) {
        if (field.state !== 'filled') continue;
        if (NEVER.includes(name)) count(name);
        if (name === 'status' && /^(?:implemented|verified|approved)$/.test(field.value))
          count(`status ${field.value}`);
        if (name === 'applicable' && field.problem === undefined) count(name);
      }
    }
  }
  return counts;
}

/** Throws where a snapshot has a judgement more than another. */
export function noJudgement(before: Snapshot, after: Snapshot, what: string): void {
  const known = judgements(before);
  for (const [name, count] of judgements(after)) ok(count <= (known.get(name) ?? 0), `${what} writes ${name}`);
}
