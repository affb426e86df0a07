// ISO/IEC 27001 beside ISO/IEC 42001: the same numbers for other controls. Nothing of one is counted for the other.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import type { Snapshot } from '../engine/engine';
import { findingMessage } from '../engine/messages/message';
import { rowsOf } from './support/memory-workspace';
import {
  allGrades,
  CARRIED_OUT,
  findingsOf,
  type Given,
  gradeOf,
  IN_FORCE,
  markdownText,
  procedure,
  riskRegister,
  type SmallFiles,
  snapshotOf,
  statement,
  yamlText,
} from './support/small-system';

const BOTH = 'organization: Example\nframeworks: [iso-42001, iso-27001]\n';
/** The numbers of ISO/IEC 27001:2022, Annex A: A.5.1 to A.5.37, A.6.1 to A.6.8, A.7.1 to A.7.14, A.8.1 to A.8.34. */
const SECURITY = Object.entries({ '5': 37, '6': 8, '7': 14, '8': 34 }).flatMap(([theme, count]) =>
  Array.from({ length: count }, (_, index) => `A.${theme}.${index + 1}`),
);
/** Those that are numbers of controls in both. */
const IN_BOTH = [
  'A.5.2',
  'A.5.3',
  'A.5.4',
  'A.5.5',
  'A.7.2',
  'A.7.3',
  'A.7.4',
  'A.7.5',
  'A.7.6',
  'A.8.2',
  'A.8.3',
  'A.8.4',
  'A.8.5',
];

const ROW: Given = {
  ...CARRIED_OUT,
  implementation: '[Release](release.md)',
  evidence: [{ ref: 'https://example.org/run/7', date: '2026-08-14' }],
};
const OURS: SmallFiles = {
  'aims.yaml': BOTH,
  'release.md': procedure(),
  'soa.yaml': statement(['A.5.2', 'A.6.2.4', 'A.8.2'].map((id) => ({ id, ...ROW }))),
};
/** A statement about information security that would be full of gaps if it were ours. */
const poorRows = (ids: readonly string[]) => ids.map((id) => ({ id, applicable: !id.endsWith('2') }));
const table = (ids: readonly string[], reason = '') =>
  `| Control | Applicable | Justification |\n| --- | --- | --- |\n${ids.map((id) => `| ${id} | ${reason === '' ? 'No' : 'Yes'} | ${reason} |\n`).join('')}`;
const IN_FORCE_42001 = { kind: 'statement-of-applicability', id: 'SOA-1', title: 'Statement', ...IN_FORCE };

const about = (snapshot: Snapshot) =>
  rowsOf(snapshot)
    .filter(({ rule }) => /^(?:soa|framework|evidence|reference|id)\//.test(rule))
    .map(({ rule, path, message }) => `${path} ${rule}: ${message}`);

describe('a statement about ISO/IEC 27001 beside ours', () => {
  const alone = snapshotOf(OURS);
  const FORMS: Readonly<Record<string, SmallFiles>> = {
    'that says so at its top': {
      'isms/soa.yaml': yamlText({
        kind: 'statement-of-applicability',
        id: 'SOA-2',
        framework: 'iso-27001',
        controls: poorRows(SECURITY),
      }),
    },
    'that says so in a column': {
      'isms/soa.csv': `Control,Framework,Applicable,Justification\n${SECURITY.map((id) => `${id},iso-27001,Yes,\n`).join('')}`,
    },
    'that says so with each id': {
      'isms/soa.csv': `Control,Applicable,Justification\n${SECURITY.map((id) => `27001:${id},Not applicable,\n`).join('')}`,
    },
    'that says so with each id, in full': {
      'isms/soa.csv': `Control,Applicable,Justification\n${SECURITY.map((id) => `ISO/IEC 27001:2022 ${id},No,\n`).join('')}`,
    },
    'that says so in a heading': {
      'isms/soa.md': `---\nkind: statement-of-applicability\nid: SOA-2\n---\n\n# Statement of Applicability\n\n## ISO/IEC 27001:2022, Annex A\n\n${table(SECURITY)}`,
    },
  };
  for (const [title, files] of Object.entries(FORMS)) {
    it(`${title}: changes no grade and is told nothing about ours`, () => {
      const snapshot = snapshotOf({ ...OURS, ...files });
      ok(snapshot.view.documents.length > alone.view.documents.length);
      equal(snapshot.view.decisions('iso-27001').length, 93);
      deepEqual(allGrades(snapshot), allGrades(alone));
      deepEqual(about(snapshot), about(alone));
    });
  }

  it('what is graded is ours', () => {
    for (const id of ['A.5.2', 'A.6.2.4', 'A.8.2']) equal(gradeOf(alone, id).grade, 'evidenced', id);
    for (const id of ['A.5.3', 'A.8.3', 'A.7.2']) equal(gradeOf(alone, id).grade, 'none', id);
  });
});

describe('one statement about both', () => {
  const mixed = (head: Given, body: string) =>
    snapshotOf({ ...OURS, 'soa.yaml': null, 'soa.md': markdownText({ ...IN_FORCE_42001, ...head }, body) });
  const OUR_TABLE = `## ISO/IEC 42001\n\n${table(['A.2.2', ...IN_BOTH], 'Our board wants it.')}`;
  const THEIR_TABLE = `## ISO/IEC 27001\n\n${table(SECURITY)}`;

  it('the nearest heading decides, in either order, and wins over the document', () => {
    for (const head of [{}, { framework: 'iso-42001' }, { framework: 'iso-27001' }])
      for (const body of [`${OUR_TABLE}\n${THEIR_TABLE}`, `${THEIR_TABLE}\n${OUR_TABLE}`]) {
        const snapshot = mixed(head, body);
        equal(snapshot.view.decisions('iso-42001').length, 14);
        equal(snapshot.view.decisions('iso-27001').length, 93);
        for (const id of IN_BOTH) match(gradeOf(snapshot, id).words, /nothing is linked/, id);
        deepEqual(
          findingsOf(
            snapshot,
            /^(?:framework\/undecided|soa\/(?:duplicate-control|foreign-numbering|no-decision|unknown-control|missing-justification|no-statement))$/,
          ),
          [],
        );
        const missing = rowsOf(snapshot).filter(({ rule }) => rule === 'soa/missing-control');
        equal(missing.length, 38 - 14);
      }
  });

  it('the framework of a row wins over the heading, and the prefix of an id over the row', () => {
    const rows = (column: string) =>
      `## ISO/IEC 27001\n\n| Control | Framework | Applicable | Justification |\n| --- | --- | --- | --- |\n${column}`;
    const row = mixed({}, rows('| A.5.2 | iso-42001 | Yes | Our board wants it. |\n'));
    deepEqual(
      row.view.decisions('iso-42001').map(({ id }) => id),
      ['A.5.2'],
    );
    const prefix = mixed({}, rows('| 42001:A.5.2 | iso-27001 | Yes | Our board wants it. |\n'));
    deepEqual(
      prefix.view.decisions('iso-42001').map(({ id }) => id),
      ['A.5.2'],
    );
    const theirs = mixed(
      { framework: 'iso-42001' },
      '| Control | Applicable | Justification |\n| --- | --- | --- |\n| 27001:A.5.2 | Yes | Our board wants it. |\n',
    );
    deepEqual(theirs.view.decisions('iso-42001'), []);
    equal(gradeOf(theirs, 'A.5.2').grade, 'none');
  });

  it('the same id twice, once for each, is no duplicate and no contradiction', () => {
    const snapshot = snapshotOf({
      ...OURS,
      'soa.yaml': statement(
        [
          { id: '42001:A.5.2', ...ROW },
          { id: '27001:A.5.2', applicable: false, justification: 'None.' },
          { id: 'A.8.2', ...ROW, framework: 'iso-42001' },
          { id: 'A.8.2', applicable: false, framework: 'iso-27001', justification: 'None.' },
        ],
        { framework: undefined },
      ),
    });
    deepEqual(findingsOf(snapshot, /duplicate|undecided|stock-phrase/), []);
    deepEqual(
      ['A.5.2', 'A.8.2'].map((id) => gradeOf(snapshot, id).grade),
      ['evidenced', 'evidenced'],
    );
  });

  it('A.6.2 is a control in one and a group in the other', () => {
    const ofOurs = snapshotOf({ ...OURS, 'soa.yaml': statement([{ id: 'A.6.2', ...ROW }]) });
    deepEqual(findingsOf(ofOurs, /foreign-numbering$/), ['warning soa/foreign-numbering']);
    equal(gradeOf(ofOurs, 'A.6.2.4').grade, 'none');
    const ofTheirs = snapshotOf({
      ...OURS,
      'soa.yaml': statement([{ id: 'A.6.2', ...ROW }], { framework: 'iso-27001' }),
    });
    deepEqual(findingsOf(ofTheirs, /foreign-numbering$/), []);
  });
});

describe('only a statement about ISO/IEC 27001', () => {
  const files = {
    'isms/soa.yaml': statement(
      SECURITY.map((id) => ({ id, ...ROW })),
      { framework: 'iso-27001' },
    ),
  };

  it('is no gap in itself and no statement of ours: nothing of it is counted', () => {
    const snapshot = snapshotOf({ ...OURS, 'soa.yaml': null, ...files });
    for (const line of allGrades(snapshot)) if (line.startsWith('control')) match(line, / none$/);
    deepEqual(findingsOf(snapshot, /^(?:soa|framework)\//), ['error soa/no-statement']);
  });

  it('with only iso-27001 in aims.yaml, ids without a framework are its own', () => {
    const soa = statement(
      SECURITY.map((id) => ({ id, ...ROW })),
      { framework: undefined },
    );
    const snapshot = snapshotOf({ ...OURS, 'aims.yaml': 'frameworks: [iso-27001]\n', 'soa.yaml': soa });
    equal(snapshot.view.decisions('iso-27001').length, 93);
    equal(gradeOf(snapshot, 'A.5.2').grade, 'none');
    deepEqual(findingsOf(snapshot, /undecided$/), []);
  });
});

describe('where nothing decides', () => {
  const soa = statement(
    ['A.2.2', 'A.5.2', 'A.8.2'].map((id) => ({ id, ...ROW })),
    { framework: undefined },
  );

  it('it is one error, whatever the state of the statement, and the controls are unknown', () => {
    for (const status of ['approved', 'draft']) {
      const snapshot = snapshotOf({ ...OURS, 'soa.yaml': soa.replace('status: approved', `status: ${status}`) });
      deepEqual(findingsOf(snapshot, /undecided$/), ['error framework/undecided']);
      for (const id of ['A.2.2', 'A.5.2', 'A.8.2']) {
        equal(gradeOf(snapshot, id).grade, 'unknown', id);
        match(gradeOf(snapshot, id).words, /which framework/);
      }
    }
  });

  it('one decided row does not decide for the others', () => {
    const snapshot = snapshotOf({ ...OURS, 'soa.yaml': soa.replace('- id: A.5.2', '- id: 42001:A.5.2') });
    deepEqual(
      ['A.2.2', 'A.5.2', 'A.8.2'].map((id) => gradeOf(snapshot, id).grade),
      ['unknown', 'evidenced', 'unknown'],
    );
    const [found] = snapshot.findings.filter(({ rule }) => rule === 'framework/undecided');
    match(found ? findingMessage(found, snapshot.rules) : '', /A\.2\.2.*2 rows/);
  });
});

describe('documents that name a control', () => {
  const ours: Given = { id: 'A.5.2', ...ROW, implementation: undefined, evidence: undefined };
  const gradeWith = (fields: Given, aims = BOTH) => {
    const files = { 'aims.yaml': aims, 'soa.yaml': statement([ours]), 'a.md': procedure({ id: 'PRO-2', ...fields }) };
    const snapshot = snapshotOf(files);
    return [gradeOf(snapshot, 'A.5.2').grade, ...findingsOf(snapshot, /undecided$/)];
  };

  it('count where they mean ours', () => {
    deepEqual(gradeWith({ controls: ['42001:A.5.2'] }), ['approved']);
    deepEqual(gradeWith({ controls: ['A.5.2'], framework: 'iso-42001' }), ['approved']);
    deepEqual(gradeWith({ controls: ['27001:A.5.2', '42001:A.5.2'] }), ['approved']);
    deepEqual(gradeWith({ controls: ['A.5.2'] }, 'frameworks: [iso-42001]\n'), ['approved']);
  });

  it('do not count where they mean the other', () => {
    deepEqual(gradeWith({ controls: ['27001:A.5.2'] }), ['none']);
    deepEqual(gradeWith({ controls: ['ISO/IEC 27001:2022 A.5.2'] }), ['none']);
    deepEqual(gradeWith({ controls: ['A.5.2'], framework: 'iso-27001' }), ['none']);
  });

  it('do not count where nothing says which they mean, and that is said', () => {
    deepEqual(gradeWith({ controls: ['A.5.2'] }), ['none', 'information framework/undecided']);
  });

  it('an id that only ours has needs nobody to decide', () => {
    const files = {
      'aims.yaml': BOTH,
      'soa.yaml': statement([{ ...ours, id: 'A.6.2.4' }]),
      'a.md': procedure({ controls: ['A.6.2.4'] }),
    };
    equal(gradeOf(snapshotOf(files), 'A.6.2.4').grade, 'approved');
  });

  it('a risk treated with a control of theirs says nothing about ours', () => {
    const risk = (controls: readonly string[]) => ({
      ...OURS,
      'soa.yaml': statement([{ id: 'A.5.2', applicable: false, justification: 'We decide case by case.' }]),
      'risks.yaml': riskRegister({ owner: 'Head', treatment: 'modify', controls }),
    });
    const theirs = snapshotOf(risk(['27001:A.5.2', '27001:A.5.15', '27001:A.8.34']));
    equal(gradeOf(theirs, 'A.5.2').grade, 'excluded');
    deepEqual(findingsOf(theirs, /excluded-but-used|unknown-control|unresolved|foreign/), []);
    const own = snapshotOf(risk(['A.5.2']));
    equal(gradeOf(own, 'A.5.2').grade, 'none');
    deepEqual(findingsOf(own, /excluded-but-used/), ['error soa/excluded-but-used']);
  });
});
