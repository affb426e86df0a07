// A document that is half written hides only itself, and makes nothing better.
import { deepEqual } from 'node:assert/strict';
import { createWorkspace } from '../engine/engine';
import { languageOf } from '../engine/facts/read-document';
import { findFrontMatter } from '../engine/parse/front-matter';
import { textsBelow } from './support/folders';
import { rowsOf, TODAY, workspaceOf } from './support/memory-workspace';
import { gradesOf } from './support/small-system';

describe('a broken document hides only itself', () => {
  const MERIDIAN = textsBelow('examples/meridian');
  let workspace = createWorkspace(TODAY);
  let whole = workspace.updateNow();
  const key = ({ rule, path, message }: { rule: string; path: string; message: string }) =>
    `${rule} ${path} ${message}`;
  let known: ReadonlySet<string> = new Set();
  let grades: ReadonlyMap<string, string> = new Map();
  before(() => {
    ({ workspace, snapshot: whole } = workspaceOf(MERIDIAN));
    known = new Set(rowsOf(whole).map(key));
    grades = gradesOf(whole);
  });

  /** Ways in which a document can be half written, by its language. */
  function breaks(path: string, text: string): Record<string, string> {
    const conflict = { 'a conflict': `${text}\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n` };
    const middle = text.indexOf('\n', text.length / 2) + 1;
    if (path.endsWith('.csv'))
      return { ...conflict, 'an open quotation mark': `${text.slice(0, middle)}"${text.slice(middle)}` };
    if (path.endsWith('.md')) {
      const front = findFrontMatter(text);
      if (!front) return conflict;
      const at = text.indexOf('\n', (front.yamlStart + front.yamlEnd) / 2) + 1;
      return {
        ...conflict,
        'a front matter cut off': text.slice(0, at),
        'a front matter that cannot be read': `${text.slice(0, at)}broken: [\n${text.slice(at)}`,
      };
    }
    const [, indent = ''] = /^([ ]*)\S/m.exec(text.slice(middle)) ?? [];
    return {
      ...conflict,
      'an open bracket': `${text.slice(0, middle)}${indent}broken: [\n${text.slice(middle)}`,
      'cut off in a text': `${text.slice(0, middle)}${indent}broken: "`,
    };
  }

  for (const [path, text] of MERIDIAN) {
    if (!languageOf(path) || path === 'aims.yaml') continue;
    it(path, () => {
      if (!whole.view.document(path)) return;
      const problems: string[] = [];
      for (const [how, broken] of Object.entries(breaks(path, text))) {
        workspace.setText(path, { text: broken, damaged: false });
        const now = workspace.updateNow();
        if (now.view.document(path)?.complete) problems.push(`${how}: it counts as complete`);
        const rows = rowsOf(now);
        if (!rows.some((row) => row.path === path && row.rule.startsWith('syntax/')))
          problems.push(`${how}: it has no finding itself`);
        const fresh = rows.filter(
          (row) => !known.has(key(row)) && !(row.path === path && row.rule.startsWith('syntax/')),
        );
        problems.push(...fresh.map((row) => `${how}: ${key(row)}`));
        if (!now.view.document(path)) continue;
        for (const [id, grade] of gradesOf(now))
          if (grade !== grades.get(id) && grade !== 'unknown')
            problems.push(`${how}: ${id}: ${grades.get(id)} → ${grade}`);
      }
      workspace.setText(path, { text, damaged: false });
      deepEqual(problems, []);
    });
  }
});

describe('a broken document among gaps', () => {
  /** How much is shown, from nothing to everything; what is excluded or late stands beside it. */
  const LADDER = ['none', 'template', 'drafted', 'approved', 'evidenced'];
  const GAPS = textsBelow('examples/meridian-gaps');

  it('never makes the coverage of anything better', function () {
    this.timeout(120_000);
    const { workspace, snapshot } = workspaceOf(GAPS);
    const grades = gradesOf(snapshot);
    const problems: string[] = [];
    for (const [index, { path }] of snapshot.view.documents.entries()) {
      // Registers and statements all, of the many records some.
      if (path.endsWith('.md') && index % 4 !== 0) continue;
      const text = GAPS.get(path) ?? '';
      const conflict = '<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n';
      workspace.setText(path, { text: `${text}\n${conflict}`, damaged: false });
      for (const [id, grade] of gradesOf(workspace.updateNow())) {
        const before = grades.get(id) ?? 'none';
        const better = LADDER.includes(before) && LADDER.indexOf(grade) > LADDER.indexOf(before);
        const settled = /^(?:excluded|current|retired|out-of-scope|not-due)$/.test(grade) && grade !== before;
        if (better || settled) problems.push(`${path}: ${id}: ${before} → ${grade}`);
      }
      workspace.setText(path, { text, damaged: false });
    }
    deepEqual(problems, []);
  });
});
