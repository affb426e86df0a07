// Breaks the example in many ways, and shows for each that a new finding names the right place.
import { deepEqual, ok } from 'node:assert/strict';
import type { Snapshot } from '../engine/engine';
import { findingMessage } from '../engine/messages/message';
import { placeNumbers } from '../engine/reports/finding-rows';
import { textsBelow } from './support/folders';
import { rowsOf, workspaceOf } from './support/memory-workspace';
import { type ExpectedPlace, type Mutation, mutations } from './support/mutations';
import { NOT_CAUGHT } from './support/mutations-not-caught';

const EXAMPLE = textsBelow('examples/meridian');

interface Found {
  readonly key: string;
  readonly path: string;
  readonly from: number;
  readonly to: number;
  readonly message: string;
}

/** Findings that count: a hint is about the form only. */
function foundIn(snapshot: Snapshot): Found[] {
  return snapshot.findings
    .filter((finding) => finding.severity !== 'hint')
    .map((finding) => {
      const { path, start, end } = placeNumbers(snapshot, finding.at);
      const message = findingMessage(finding, snapshot.rules);
      return {
        key: [finding.rule, finding.severity, path, finding.where, message].join('\n'),
        path,
        from: start.line - 1,
        to: end.line,
        message,
      };
    });
}

function fits(found: Found, expected: ExpectedPlace, texts: ReadonlyMap<string, string>): boolean {
  if (
    expected.path !== undefined &&
    found.path !== expected.path &&
    !(expected.path.endsWith('/') && found.path.startsWith(expected.path))
  )
    return false;
  if (expected.lines && (found.from < expected.lines.from || found.from >= expected.lines.to)) return false;
  if (expected.names === undefined) return true;
  const lines = (texts.get(found.path) ?? '').split('\n').slice(found.from, found.to);
  const name = expected.names.toLowerCase();
  return [found.message, ...lines].some((line) => line.toLowerCase().includes(name));
}

describe('breaking the example', () => {
  const all = mutations(EXAMPLE);
  const missed: string[] = [];
  const caught = new Map<string, number>();

  before(function () {
    this.timeout(300_000);
    const { workspace, snapshot } = workspaceOf(EXAMPLE);
    const known = new Set(foundIn(snapshot).map((found) => found.key));
    const sizes = new Map([...EXAMPLE].map(([path, text]) => [path, text.length]));
    for (const mutation of all) {
      const texts = textsAfter(mutation);
      workspace.setFiles(new Map([...texts].map(([path, text]) => [path, text.length])));
      for (const [path, text] of mutation.changes)
        if (text !== null && workspace.wants(path)) workspace.setText(path, { text, damaged: false });
      const added = foundIn(workspace.updateNow()).filter((found) => !known.has(found.key));
      if (added.some((found) => mutation.expected.some((expected) => fits(found, expected, texts)))) {
        caught.set(mutation.kind, (caught.get(mutation.kind) ?? 0) + 1);
      } else {
        missed.push(mutation.title);
        if (process.env.AIMS_SHOW)
          for (const found of added.slice(0, 4))
            console.log(
              `      ${mutation.title}: elsewhere ${found.path}:${found.from + 1} ${found.key.split('\n')[0]}`,
            );
      }
      workspace.setFiles(sizes);
      for (const path of mutation.changes.keys())
        if (EXAMPLE.has(path) && workspace.wants(path))
          workspace.setText(path, { text: EXAMPLE.get(path) ?? '', damaged: false });
    }
    deepEqual(
      foundIn(workspace.updateNow()).filter((found) => !known.has(found.key)),
      [],
      'restored, it is as it was',
    );
  });

  it('the example itself has no error and no warning', () => {
    const rows = rowsOf(workspaceOf(EXAMPLE).snapshot).filter(
      (row) => row.severity === 'error' || row.severity === 'warning',
    );
    deepEqual(
      rows.map((row) => `${row.path}:${row.line} ${row.rule}`),
      [],
    );
  });

  it('has at least 220 breakages of unlike kinds, each with a name of its own', () => {
    ok(all.length >= 220, `${all.length} breakages`);
    deepEqual(
      all.map((each) => each.title).filter((title, index, titles) => titles.indexOf(title) !== index),
      [],
    );
  });

  it('at least 95 % are found at the right place, and the rest is known with its reason', () => {
    const counts = [...caught].map(([kind, count]) => `${kind} ${count}`).join(', ');
    console.log(`      ${all.length - missed.length} of ${all.length} breakages found (${counts})`);
    deepEqual([...missed].sort(), [...NOT_CAUGHT.keys()].sort());
    ok(missed.length <= all.length * 0.05, `${missed.length} of ${all.length} not found`);
  });
});

function textsAfter(mutation: Mutation): ReadonlyMap<string, string> {
  const texts = new Map(EXAMPLE);
  for (const [path, text] of mutation.changes) {
    if (text === null) texts.delete(path);
    else texts.set(path, text);
  }
  return texts;
}
