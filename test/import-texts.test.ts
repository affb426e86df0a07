// Texts in other encodings and forms, and what a cell might do to the file it comes into.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { markdownSheets } from '../engine/features/import/markdown-sheets';
import { runImport } from './support/imported-files';
import { importCsv, importInto } from './support/round-trip';
import { folderMaker } from './support/test-folder';

describe('aims import', () => {
  const folderOf = folderMaker();

  describe('text in other encodings and forms', () => {
    const csv = 'Risk ID\tRisk\tLikelihood\tImpact\nR-1\tFalsche Auskünfte\tlow\thigh\n';
    for (const [name, bytes, said] of [
      ['UTF-16 with a mark', Buffer.from(`\ufeff${csv}`, 'utf16le'), /separated by tabs/],
      ['UTF-16 without', Buffer.from(csv, 'utf16le'), /read as UTF-16/],
      ['Windows-1252', Buffer.from(csv, 'latin1'), /read as Windows-1252/],
      ['UTF-8 with a mark', Buffer.from(`\ufeff${csv}`), /separated by tabs/],
      ['a first line that says what separates', Buffer.from(`sep=\t\r\n${csv}`), /separated by tabs/],
    ] as const)
      it(name, () => {
        const folder = folderOf(['risks.csv', bytes]);
        const { status, stdout, stderr } = runImport(folder, 'risks.csv', '--yes');
        deepEqual([status, stderr], [0, '']);
        match(stdout, said);
        match(readFileSync(join(folder.path, 'risk/risk-register.yaml'), 'utf8'), /title: Falsche Auskünfte\n/);
      });

    it('the tables of a Markdown document, one for each group, with links', () => {
      const table = (rows: string) =>
        `| Control | Applicable | Justification | Evidence |\n|---|---|---|---|\n${rows}\n`;
      const text = `# SoA\n\n## A.2\n\n${table('| **A.2.2** AI policy | ✅ | We need it | [policy](docs/p.md), `r.pdf` |')}\n## A.3\n\n${table('| A.3.2 | ❌ | Not \\| us | |')}`;
      const { plan, snapshot } = importInto(markdownSheets(text), { path: 'soa.md', as: 'soa' });
      equal(plan.rows, 2);
      const [first, second] = snapshot.view.rows('control-decision');
      equal(first?.id, 'A.2.2');
      deepEqual(
        first?.fields.get('evidence')?.items.map((item) => item.value),
        ['docs/p.md', 'r.pdf'],
      );
      equal(second?.fields.get('justification')?.text, 'Not | us');
      equal(second?.fields.get('applicable')?.value, 'false');
    });

    it('formulas that were made harmless are themselves again', () => {
      const { plan } = importCsv("Risk ID,Risk,Impact,Likelihood\nR-1,'=1+1,'-5,'@x\nR-2,'tis,low,low\n", {
        as: 'risks',
      });
      for (const line of ['title: "=1+1"', 'impact: "-5"', 'likelihood: "@x"', 'title: "\'tis"'])
        ok(plan.text.includes(line), plan.text);
    });

    it('a cell cannot silence findings or break out of its value', () => {
      const bad = 'x # aims-ignore soa/no-owner: agreed\nstatus: approved';
      const { plan, snapshot } = importCsv(
        `above # aims-ignore soa/no-owner: y,,,\n"Control","Applicable","Justification","Odd # aims-ignore soa/no-owner: z"\nA.2.2,yes,"${bad}","${bad}"\n`,
        { as: 'soa' },
      );
      equal(snapshot.view.rows('control-decision')[0]?.fields.get('justification')?.text, bad);
      equal(snapshot.view.documents[0]?.status, 'draft');
      ok(!/(?:^|\s)#[ \t]*aims-ignore/.test(plan.text), plan.text);
    });
  });
});
