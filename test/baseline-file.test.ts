// The file of accepted findings: what is wrong in it, and how it is written.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { readBaseline } from '../engine/configuration/baseline';
import { planBaseline, whyNoBaseline } from '../engine/features/baseline';
import {
  AIMS,
  accepted,
  baseline,
  entry,
  type Files,
  GAPS,
  REASON,
  REQUEST,
  replaced,
  SMALL,
  shown,
  snapshotOf,
} from './support/accepted-findings';
import { rowsOf, workspaceOf } from './support/memory-workspace';
import { MISSING_JUSTIFICATION, statementOf } from './support/small-texts';

describe('the baseline', () => {
  describe('that is broken', () => {
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
          ...SMALL,
          baseline(entry(MISSING_JUSTIFICATION, 'A.2.2.justification', `, reason: ${REASON}, until: 2027-01-01`), line),
        ]);
        deepEqual(
          rowsOf(snapshot)
            .filter(({ path }) => path === 'aims-baseline.yaml')
            .map((found) => [found.rule, found.line]),
          [[rule, 3]],
          line,
        );
        deepEqual(shown(snapshot, MISSING_JUSTIFICATION), ['A.2.3.justification'], line);
        match(whyNoBaseline(snapshot) ?? '', /would be lost/, line);
      }
    });

    it('as a whole is one finding', () => {
      for (const text of ['- a\n- b\n', 'hello\n', 'findings: none\n', 'findings:\n  a: b\n', '[a, b]\n']) {
        const snapshot = snapshotOf([...SMALL, ['aims-baseline.yaml', text]]);
        deepEqual(
          snapshot.findings.filter(({ path }) => path === 'aims-baseline.yaml').map(({ rule }) => rule),
          ['configuration/baseline'],
          text,
        );
        equal(shown(snapshot, MISSING_JUSTIFICATION).length, 2);
      }
    });

    it('is nothing where it is empty', () => {
      for (const text of ['', '# later\n', '---\n', 'findings:\n', 'findings: []\n']) {
        const snapshot = snapshotOf([...SMALL, ['aims-baseline.yaml', text]]);
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
