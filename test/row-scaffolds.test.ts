// What an inserted row, section or document does to its finding, on the cases of test/features/actions-rows.md. A gap that only
// work can close (a review held, a result measured) stays open, and what was inserted for it is not offered a second time.
import { equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { actionsFor } from '../engine/features/code-actions';
import { applyEdits } from '../engine/text/edit';
import type { Finding } from '../engine/workspace/finding';
import { readCases } from './support/case-file';
import { giveFiles, workspaceOf } from './support/memory-workspace';

/** Rules that are content once the document is there, or the row says what it is about; their placeholders are found by others. */
const CLEARED = [
  'assessment/no-risk-follows',
  'audit/finding-untracked',
  'audit/no-programme',
  'clause/no-document',
  'document/not-in-register',
  'soa/no-statement',
  'system/missing-from-risks',
  'system/not-monitored',
  'system/supplier-missing',
];

const keyOf = ({ rule, path, where, message, data }: Finding) => JSON.stringify([rule, path, where, message, data]);

describe('rows, sections and documents that are inserted', () => {
  for (const given of readCases(readFileSync('test/features/actions-rows.md', 'utf8'))) {
    it(given.title, () => {
      const files = new Map(given.files.map(({ path, text }) => [path, text]));
      const rules = given.blocks.map(({ info }) => info.replace('actions ', ''));
      let done = 0;
      const { workspace, snapshot } = workspaceOf(files, given.today);
      for (const finding of snapshot.findings.filter(({ rule }) => rules.includes(rule))) {
        for (const action of actionsFor(snapshot, finding)) {
          const change = action.change();
          if (!change || !/^(?:Insert a row|Insert the section|Create: )/.test(action.title)) continue;
          const after = new Map([...files, ...change.create.map(({ path, text }) => [path, text] as const)]);
          for (const { path } of change.edits) after.set(path, applyEdits(files.get(path) ?? '', change.edits));
          giveFiles(workspace, after);
          const next = workspace.updateNow();
          const alike = next.findings.filter(({ rule }) => rule === finding.rule);
          if (CLEARED.includes(finding.rule))
            ok(!alike.map(keyOf).includes(keyOf(finding)), `${action.title}: it stays`);
          if (action.title.startsWith('Insert'))
            ok(!alike.some((each) => actionsFor(next, each).some(({ title }) => title === action.title)), action.title);
          done++;
        }
      }
      // A case whose blocks are empty shows where nothing is offered.
      equal(
        done > 0,
        given.blocks.some(({ text }) => text.trim() !== ''),
      );
    });
  }
});
