// What each state of a document means, line by line.
import { equal, ok } from 'node:assert/strict';
import { documentState } from '../engine/coverage/document-state';
import { assessment, policy, register, snapshotOf } from './support/small-system';

const STATES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  unknown: { 'a part of it cannot be read': 'kind: risk-register\nid: RR-1\nrisks:\n  - id: R-1\n    title: [\n' },
  template: { 'it says so': policy({ status: 'template' }) },
  draft: {
    'it says so': policy({ status: 'draft' }),
    'it says nothing': policy({ status: undefined, approved_by: undefined, approved_on: undefined }),
    'it says it is approved, and not by whom': policy({ approved_by: undefined }),
    'it says it is approved, and not when': policy({ approved_on: undefined }),
    'it is approved from tomorrow on': policy({ approved_on: '2026-11-21' }),
    'it is approved with a placeholder': policy({}, 'We want {{what}} of AI.'),
  },
  'in review': { 'it says so': policy({ status: 'in_review' }) },
  'in force': {
    'it is approved': policy(),
    'it is approved, and due today': policy({ next_review: '2026-11-20' }),
    'name and date stand for the word': policy({ status: undefined }),
    'an approved assessment': assessment(),
  },
  overdue: {
    'its review date has passed': policy({ next_review: '2026-11-19' }),
    'it was approved more than a year ago': policy({ next_review: undefined, approved_on: '2025-11-19' }),
    'a register past its review date': register('risk-register', 'risks', [{ id: 'R-1', title: 'Missed letters' }], {
      next_review: '2026-11-19',
    }),
  },
  superseded: { 'another one in force replaces it': policy() },
  retired: { 'it says so': policy({ status: 'retired', next_review: '2020-01-01' }) },
};

describe('the state of a document', () => {
  for (const [state, documents] of Object.entries(STATES)) {
    for (const [title, text] of Object.entries(documents)) {
      it(`${state}: ${title}`, () => {
        const path = text.startsWith('---') ? 'subject.md' : 'subject.yaml';
        const newer = policy({ id: 'POL-2', supersedes: 'POL-1', approved_on: '2026-06-01' });
        const { view } = snapshotOf({ [path]: text, 'newer.md': state === 'superseded' ? newer : null });
        const document = view.document(path);
        ok(document);
        equal(documentState(view, document), state);
      });
    }
  }

  it('in force: the draft of a next version does not replace it', () => {
    const { view } = snapshotOf({
      'a.md': policy(),
      'b.md': policy({ id: 'POL-2', supersedes: 'POL-1', status: 'draft' }),
    });
    const document = view.document('a.md');
    equal(document && documentState(view, document), 'in force');
  });
});
