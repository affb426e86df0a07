// Accepted findings: what they are known by, what they silence, and that nothing else changes.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { readBaseline } from '../engine/configuration/baseline';
import { createWorkspace, type Snapshot } from '../engine/engine';
import { type BaselineRequest, planBaseline, whyNoBaseline } from '../engine/features/baseline';
import { gapsJson } from '../engine/reports/gaps-json';
import { textsBelow } from './support/folders';
import { everything, giveFiles, rowsOf, TODAY, workspaceOf } from './support/memory-workspace';
import { statementOf } from './support/small-texts';

const REASON = 'agreed with the managing board on 2026-11-18';
const REQUEST: BaselineRequest = { reason: REASON, until: '', rules: [], within: '' };
// The two that speak once for all rows where many lack the same are off: their places change with the number of rows.
const AIMS =
  'organization: Example\nframeworks: [iso-42001]\nrules:\n  clause/no-document: off\n  soa/no-basis: off\n  soa/no-status: off\n';
const GAPS = textsBelow('examples/meridian-gaps');

type Files = readonly (readonly [string, string])[];
const snapshotOf = (files: Files, today = TODAY): Snapshot => workspaceOf(new Map(files), today).snapshot;
/** What a rule finds, by lasting place. */
const places = (snapshot: Snapshot, rule: string, shown: Snapshot['findings'] = snapshot.found): string[] =>
  shown.filter((finding) => finding.rule === rule).map((finding) => snapshot.lastingPlaces.get(finding) ?? '?');
const shown = (snapshot: Snapshot, rule: string): string[] => places(snapshot, rule, snapshot.findings);
/** The files with a baseline of all that is found in them. */
const accepted = (files: Files, request = REQUEST): Files => {
  const { text } = planBaseline(snapshotOf(files), request);
  ok(text !== undefined);
  return [...files, ['aims-baseline.yaml', text]];
};
const without = (files: Files, path: string): Files => files.filter(([other]) => other !== path);
const replaced = (files: Files, path: string, text: string): Files => [...without(files, path), [path, text]];
const entry = (rule: string, where: string, more = `, reason: ${REASON}`) =>
  `  - { rule: ${rule}, path: soa.yaml, where: ${where}${more} }\n`;
const baseline = (...entries: string[]): readonly [string, string] => [
  'aims-baseline.yaml',
  `findings:\n${entries.join('')}`,
];

describe('the baseline', () => {
  describe('knows a finding', () => {
    const soa: Files = [
      ['aims.yaml', AIMS],
      ['soa.yaml', statementOf('A.2.2', 'A.2.3')],
    ];
    const RULE = 'soa/missing-justification';
    const withSoa = (text: string) => snapshotOf(replaced(accepted(soa), 'soa.yaml', text));

    it('when all of it is accepted: nothing is shown but what is said about the baseline itself', () => {
      const { findings } = snapshotOf(accepted(soa));
      deepEqual([...new Set(findings.map(({ path }) => path))], ['aims-baseline.yaml']);
      deepEqual(
        findings.map(({ rule }) => rule),
        ['exception/open-ended'],
      );
    });

    it('when its line moved', () => {
      const moved = withSoa(
        `# A comment.\n\n\n${statementOf('A.2.3', 'A.2.2').replace('title: SoA\n', 'title: SoA\n\n')}`,
      );
      deepEqual(shown(moved, RULE), []);
      deepEqual(shown(moved, 'exception/unused'), []);
    });

    it('when another row was put in above, whose own findings are shown', () => {
      const more = withSoa(statementOf('A.2.4', 'A.2.2', 'A.2.3'));
      deepEqual(shown(more, RULE), ['A.2.4.justification']);
      deepEqual(shown(more, 'exception/unused').length, 1, 'A.2.4 is no longer missing');
    });

    it('by what is missing, not by how much is missing', () => {
      const soaWithout = (...ids: string[]) =>
        replaced(soa, 'soa.yaml', statementOf(...[...GROUP].filter((id) => !ids.includes(id))));
      const files = accepted(soaWithout('A.2.4', 'A.3.3'));
      const other = snapshotOf(replaced(files, 'soa.yaml', soaWithout('A.2.4', 'A.5.2')[1]?.[1] ?? ''));
      deepEqual(shown(other, 'soa/missing-control'), ['controls.A.5.2']);
    });

    it('a second one of the same rule in the same row by its number', () => {
      const text = (links: string) => `---\nkind: policy\nid: POL-1\n---\n\n# Policy\n\n## Use\n\n${links}\n`;
      const broken = text('[a](none.md) and [b](none.md)');
      const files: Files = [
        ['aims.yaml', AIMS],
        ['policy.md', broken],
      ];
      deepEqual(places(snapshotOf(files), 'reference/broken-link'), ['#use.none.md', '#use.none.md (2)']);
      const change = (links: string) => snapshotOf(replaced(accepted(files), 'policy.md', text(links)));
      deepEqual(shown(change('[a](none.md) and [b](none.md)\n\nand [c](none.md)'), 'reference/broken-link'), [
        '#use.none.md (3)',
      ]);
      deepEqual(shown(change('[x](other.md), [a](none.md) and [b](none.md)'), 'reference/broken-link'), [
        '#use.other.md',
      ]);
      const settled = change('[a](none.md)');
      deepEqual(shown(settled, 'reference/broken-link'), []);
      equal(shown(settled, 'exception/unused').length, 1);
    });

    it('in two rows that share an id, and in rows without one', () => {
      const twice = snapshotOf([
        ['aims.yaml', AIMS],
        ['soa.yaml', `${statementOf('A.2.2', 'A.2.2')}  - applicable: true\n  - applicable: true\n`],
      ]);
      const found = places(twice, RULE);
      deepEqual(found.slice(0, 2), ['A.2.2.justification', 'A.2.2.justification (2)']);
      equal(new Set(found).size, found.length);
    });

    it('by one key for one rule in one file, on everything we have', () => {
      const { snapshot } = workspaceOf(GAPS);
      const keys = snapshot.found.map(({ rule, path }, index) => {
        const finding = snapshot.found[index];
        return `${rule} ${path} ${finding && snapshot.lastingPlaces.get(finding)}`;
      });
      equal(new Set(keys).size, keys.length);
      ok(keys.length > 100);
    });

    it('by a key that does not depend on what is silenced already', () => {
      const plain = snapshotOf([...GAPS]);
      const silenced = snapshotOf(accepted([...GAPS]));
      const keys = (snapshot: Snapshot) =>
        snapshot.found
          .filter(({ rule }) => !rule.startsWith('exception/'))
          .map((finding) => `${finding.rule} ${finding.path} ${snapshot.lastingPlaces.get(finding)}`);
      deepEqual(keys(silenced), keys(plain));
    });
  });

  describe('silences as exceptions do', () => {
    const RULE = 'soa/missing-justification';
    const soa: Files = [
      ['aims.yaml', AIMS],
      ['soa.yaml', statementOf('A.2.2', 'A.2.3')],
    ];
    const A22 = 'A.2.2.justification';

    it('until its last day', () => {
      const files: Files = [...soa, baseline(entry(RULE, A22, `, reason: ${REASON}, until: 2026-11-20`))];
      deepEqual(shown(snapshotOf(files), RULE), ['A.2.3.justification']);
      const later = snapshotOf(files, '2026-11-21');
      equal(shown(later, RULE).length, 2);
      const [expired] = rowsOf(later).filter(({ rule }) => rule === 'exception/expired');
      deepEqual(
        [expired?.path, expired?.line, expired?.column, expired?.severity],
        ['aims-baseline.yaml', 2, 5, 'warning'],
      );
    });

    it('not at all without a reason, or with one that is still to be written', () => {
      for (const reason of ['', ', reason: ""', ', reason: "TODO"', ', reason: "{{why}}"']) {
        const snapshot = snapshotOf([...soa, baseline(entry(RULE, A22, reason))]);
        equal(shown(snapshot, RULE).length, 2, reason);
        deepEqual(
          rowsOf(snapshot)
            .filter(({ path }) => path === 'aims-baseline.yaml')
            .map(({ rule, severity }) => [rule, severity]),
          [['exception/no-reason', 'warning']],
        );
      }
    });

    it('and says what meets nothing, unless a document cannot be read', () => {
      const unused = baseline(entry('soa/no-such-rule', A22), entry(RULE, 'A.9.9'));
      equal(shown(snapshotOf([...soa, unused]), 'exception/unused').length, 2);
      const broken = snapshotOf([...soa, unused, ['risks.yaml', 'kind: risk-register\nrisks:\n  - id: [R-1\n']]);
      equal(shown(broken, 'exception/unused').length, 0);
    });

    it('but nothing that nobody can accept', () => {
      const files: Files = [
        ['aims.yaml', AIMS],
        ['soa.yaml', `${statementOf('A.2.2')}    x: [\n`],
      ];
      const plan = planBaseline(snapshotOf(files), REQUEST);
      ok((plan.refused.get('syntax/yaml') ?? 0) > 0);
      ok(!plan.text?.includes('syntax/'));
      const forced = snapshotOf([...files, baseline(entry('syntax/yaml', '""'), entry('syntax/yaml', 'controls'))]);
      ok(shown(forced, 'syntax/yaml').length > 0);
    });

    it('and improves no grade and closes no gap', () => {
      const before = snapshotOf([...GAPS]);
      const after = snapshotOf(accepted([...GAPS]));
      ok(after.findings.length < before.findings.length / 4);
      equal(everything(after).coverage, everything(before).coverage);
      equal(everything(after).list, everything(before).list);
      const gaps = (snapshot: Snapshot) => gapsJson(TODAY, [{ snapshot, prefix: '' }]);
      equal(gaps(after), gaps(before));
    });

    it('at once when it is written, edited and removed', () => {
      const workspace = createWorkspace(TODAY);
      workspace.setOutside(new Map());
      for (const files of [
        soa,
        [...soa, baseline(entry(RULE, A22))],
        [...soa, baseline(entry(RULE, A22), entry(RULE, 'A.2.3.justification'))],
        [...soa, baseline(entry(RULE, A22, ''))],
        [...soa, baseline('  - [\n', entry(RULE, A22))],
        soa,
      ] satisfies Files[]) {
        giveFiles(workspace, new Map(files));
        deepEqual(everything(workspace.updateNow()), everything(snapshotOf(files)));
      }
    });
  });

  describe('that is broken', () => {
    const soa: Files = [
      ['aims.yaml', AIMS],
      ['soa.yaml', statementOf('A.2.2', 'A.2.3')],
    ];
    const RULE = 'soa/missing-justification';

    it('is one finding, and loses nothing else', () => {
      const wrong: readonly [string, string][] = [
        ['  - { rule: soa/x, path: [\n', 'syntax/yaml'],
        ['  - soa/x\n', 'configuration/baseline'],
        ['  - { rule: soa/x }\n', 'configuration/baseline'],
        ['  - { rule: soa/x, path: a, where: b, reason: c, because: d }\n', 'configuration/baseline'],
        ['  - { rule: soa/x, path: a, where: b, reason: c, until: 31.12.2026 }\n', 'configuration/baseline'],
        ['  - { rule: soa/x, path: a, where: b, reason: c, until: 2026-02-30 }\n', 'configuration/baseline'],
      ];
      for (const [line, rule] of wrong) {
        const snapshot = snapshotOf([
          ...soa,
          baseline(entry(RULE, 'A.2.2.justification', `, reason: ${REASON}, until: 2027-01-01`), line),
        ]);
        deepEqual(
          rowsOf(snapshot)
            .filter(({ path }) => path === 'aims-baseline.yaml')
            .map((found) => [found.rule, found.line]),
          [[rule, 3]],
          line,
        );
        deepEqual(shown(snapshot, RULE), ['A.2.3.justification'], line);
        match(whyNoBaseline(snapshot) ?? '', /would be lost/, line);
      }
    });

    it('as a whole is one finding', () => {
      for (const text of ['- a\n- b\n', 'hello\n', 'findings: none\n', 'findings:\n  a: b\n', '[a, b]\n']) {
        const snapshot = snapshotOf([...soa, ['aims-baseline.yaml', text]]);
        deepEqual(
          snapshot.findings.filter(({ path }) => path === 'aims-baseline.yaml').map(({ rule }) => rule),
          ['configuration/baseline'],
          text,
        );
        equal(shown(snapshot, RULE).length, 2);
      }
    });

    it('is nothing where it is empty', () => {
      for (const text of ['', '# later\n', '---\n', 'findings:\n', 'findings: []\n']) {
        const snapshot = snapshotOf([...soa, ['aims-baseline.yaml', text]]);
        deepEqual(
          snapshot.findings.filter(({ path }) => path === 'aims-baseline.yaml'),
          [],
          text,
        );
        equal(whyNoBaseline(snapshot), undefined, text);
      }
    });
  });

  describe('as it is written', () => {
    const validate = new Ajv({ allowUnionTypes: true }).compile(
      JSON.parse(readFileSync('schemas/aims-baseline.schema.json', 'utf8')) as object,
    );
    const textOf = (files: Files, request = REQUEST) => planBaseline(snapshotOf(files), request).text ?? '';

    it('is one line for each finding, sorted, after a line that says what it is, and fits its schema', () => {
      const text = textOf([...GAPS], { ...REQUEST, until: '2027-05-31' });
      const [head, list, ...lines] = text.trimEnd().split('\n');
      match(head ?? '', /^# Findings accepted/);
      equal(list, 'findings:');
      for (const line of lines)
        match(line, / {2}- \{ rule: \S+, path: .+, where: .+, reason: ".+", until: 2027-05-31 \}$/);
      ok(validate(parse(text)), JSON.stringify(validate.errors));
      ok(!/\bline\b|:\d+:/.test(lines.join('\n').replace(REASON, '')));
    });

    it('reads back as it was meant, whatever signs there are', () => {
      const odd = '"quoted" \\ {{x y}} #no: [a], \'b\' … 日本 🙂';
      const files: Files = [
        ['aims.yaml', AIMS],
        ['ordner ü/a, b: #c "d".yaml', statementOf('A.2.2', JSON.stringify(odd), '"1.0"', '"yes"')],
      ];
      const before = snapshotOf(files);
      const reason = 'Agreed: "as is" {for now} # with A.\u00a0Visser \\ 🙂';
      const text = textOf(files, { ...REQUEST, reason });
      const entries = (parse(text) as { findings: Record<string, string>[] }).findings;
      equal(new Set(entries.map((each) => each.reason)).size, 1);
      equal(entries[0]?.reason, reason);
      ok(entries.every((each) => Object.values(each).every((value) => typeof value === 'string')));
      const after = snapshotOf([...files, ['aims-baseline.yaml', text]]);
      deepEqual(
        after.findings.map(({ rule }) => rule).filter((rule) => !rule.startsWith('exception/open')),
        [...planBaseline(before, REQUEST).refused.keys()],
      );
      equal(planBaseline(after, REQUEST).text, undefined);
    });

    it('is the same text when nothing changed, and keeps the line ends of the file', () => {
      const files = accepted([...GAPS]);
      equal(planBaseline(snapshotOf(files), { ...REQUEST, reason: 'another' }).text, undefined);
      const windows = (files.find(([path]) => path === 'aims-baseline.yaml')?.[1] ?? '').replace(/\n/g, '\r\n');
      equal(planBaseline(snapshotOf(replaced(files, 'aims-baseline.yaml', windows)), REQUEST).text, undefined);
    });

    it('a finding accepted twice is one entry', () => {
      const files: Files = [
        ['aims.yaml', AIMS],
        ['soa.yaml', statementOf('A.2.2')],
        baseline(
          entry('soa/missing-justification', 'A.2.2.justification', ', reason: first'),
          entry('soa/missing-justification', 'A.2.2.justification', ', reason: second'),
        ),
      ];
      const plan = planBaseline(snapshotOf(files), { ...REQUEST, rules: ['soa/missing-justification'] });
      deepEqual([plan.kept, plan.added, plan.dropped], [1, 0, 1]);
      ok(plan.text?.includes('"first"') && !plan.text.includes('"second"'));
    });

    it('keeps what may be hidden in a document that cannot be read', () => {
      const files = accepted([
        ['aims.yaml', AIMS],
        ['soa.yaml', statementOf('A.2.2', 'A.2.3')],
      ]);
      const broken = snapshotOf(replaced(files, 'soa.yaml', `${statementOf('A.2.2')}  - id: [A.2.3\n    x: {\n`));
      const plan = planBaseline(broken, REQUEST);
      equal(plan.dropped, 0);
      ok(plan.waiting > 0);
    });

    it('the reader and the schema agree', () => {
      const { parsed } = workspaceOf(new Map(accepted([...GAPS]))).snapshot.texts.get('aims-baseline.yaml') ?? {};
      ok(parsed);
      const { entries, problems } = readBaseline(parsed);
      deepEqual(problems, []);
      ok(entries.length > 100);
    });
  });
});

const GROUP = new Set([
  'A.2.2',
  'A.2.3',
  'A.2.4',
  'A.3.2',
  'A.3.3',
  'A.4.2',
  'A.4.3',
  'A.4.4',
  'A.4.5',
  'A.4.6',
  'A.5.2',
  'A.5.3',
  'A.5.4',
  'A.5.5',
  'A.6.1.2',
  'A.6.1.3',
  'A.6.2.2',
  'A.6.2.3',
  'A.6.2.4',
  'A.6.2.5',
  'A.6.2.6',
  'A.6.2.7',
  'A.6.2.8',
  'A.7.2',
  'A.7.3',
  'A.7.4',
  'A.7.5',
  'A.7.6',
  'A.8.2',
  'A.8.3',
  'A.8.4',
  'A.8.5',
  'A.9.2',
  'A.9.3',
  'A.9.4',
  'A.10.2',
  'A.10.3',
  'A.10.4',
]);
