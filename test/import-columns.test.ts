// Columns of somebody else become our fields: understood, told, or kept beside them; nothing is made up.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FieldTable } from '../engine/kinds/field-table';
import { kinds } from '../engine/kinds/registry';
import { runImport, SOA_CSV } from './support/imported-files';
import { factsOf, importCsv } from './support/round-trip';
import { folderMaker } from './support/test-folder';

describe('aims import', () => {
  const folderOf = folderMaker();

  describe('the columns', () => {
    it('are understood, shown, and kept where there is no field', () => {
      const folder = folderOf(['soa.csv', SOA_CSV]);
      const { status, stdout, stderr } = runImport(folder, 'soa.csv', 'aims', '--as', 'soa', '--yes');
      equal(status, 2);
      match(stderr, /There is no folder "aims"/);
      equal(stdout, '');
      const done = runImport(folder, 'soa.csv', '--as', 'soa', '--yes', '--output', 'aims/soa.yaml');
      deepEqual([done.status, done.stderr], [0, '']);
      for (const line of [/Ref +→ id/, /Applicable\? +→ applicable/, /Auditor remark +kept/, /separated by semicolons/])
        match(done.stdout, line);
      const text = readFileSync(join(folder.path, 'aims/soa.yaml'), 'utf8');
      match(text, /- id: A\.2\.2\n {4}title: AI policy\n {4}applicable: true\n/);
      match(text, /status: implemented\n/);
      match(text, /imported:\n {6}Auditor remark: looked good\n/);
      match(text, /Auditor remark: "see \\"mail\\""\n/);
    });

    it('nothing is made up: what is empty stays empty, and a row is a draft', () => {
      const { plan, snapshot } = importCsv(SOA_CSV, { as: 'soa' });
      const rows = factsOf(snapshot, 'control-decision');
      const [, second, third] = rows;
      deepEqual(Object.keys(second ?? {}).sort(), ['applicable', 'id', 'status', 'title']);
      deepEqual(Object.keys(third ?? {}).sort(), ['applicable', 'id', 'justification', 'status', 'title']);
      match(plan.text, /\nstatus: draft\n/);
      ok(!/approved|owner: \n/.test(plan.text));
    });

    it('values that are not understood stay as written and are said', () => {
      const { plan, snapshot } = importCsv(
        'Risk ID,Risk,Next review,Status,Treatment\nR-1,Wrong answer,03/04/2026,compliant,Mitigate\nR-2,Late,soon,Offen,accept (board)\nR-3,x,20.11.2026,closed,avoid\n',
      );
      equal(plan.header.named.kind.kind, 'risk-register');
      const words = plan.remarks.join('\n');
      match(words, /may be two different days.*03\/04\/2026/);
      match(words, /no date.*"soon"/);
      match(words, /no value.*"compliant"/);
      const text = plan.text;
      for (const kept of [
        'next_review: 03/04/2026',
        'status: compliant',
        'treatment: accept (board)',
        'treatment: modify',
        'status: open',
        'next_review: 2026-11-20',
      ])
        ok(text.includes(kept), `${kept}\n${text}`);
      equal(snapshot.view.rows('risk').length, 3);
    });

    it('can be told, and left out', () => {
      const csv = 'Our code,Words,Status\nR-1,Wrong answer,open\n';
      const { plan } = importCsv(csv, {
        as: 'risks',
        told: [
          ['our code', 'id'],
          ['Words', 'title'],
          ['Status', ''],
        ],
      });
      match(plan.text, /- id: R-1\n {4}title: Wrong answer\n {4}imported:\n {6}Status: open\n/);
    });

    it('the framework of a statement is only written where it is certain', () => {
      const statement = (ids: readonly string[], head = 'Control') =>
        importCsv(`${head},Applicable,Justification\n${ids.map((id) => `${id},yes,because\n`).join('')}`, { as: 'soa' })
          .plan;
      match(statement(['A.2.2', 'A.6.2.4']).text, /\nframework: iso-42001\n/);
      match(statement(['A.5.1', 'A.8.1'], 'Control (ISO 27001)').text, /\nframework: iso-27001\n/);
      equal(statement(['5.1', '8.34']).rows, 2);
      equal(statement(['4.1', 'A.2.2']).rows, 1);
      for (const plan of [statement(['A.5.1', 'A.8.34']), statement(['A.6.1.2', 'A.6.2.2'])]) {
        ok(!plan.text.includes('framework:'));
        match(plan.remarks.join(' '), /Nothing tells which framework/);
      }
    });

    it('both reasons of a pair of columns are kept', () => {
      const { plan } = importCsv(
        'Control,Applicable,Reason for inclusion,Reason for exclusion\nA.2.2,yes,we need it,\nA.2.3,no,,we have none\nA.2.4,yes,one,other\n',
        { as: 'soa' },
      );
      for (const line of [
        'justification: we need it',
        'justification: we have none',
        'justification: one',
        'Reason for exclusion: other',
      ])
        ok(plan.text.includes(line), line);
    });

    it('no field has the name under which other columns are kept', () => {
      for (const kind of kinds)
        for (const { fields } of [...kind.rows, { fields: kind.metadata }])
          equal(new FieldTable(fields).find('imported'), undefined, kind.kind);
    });
  });
});
