// Files of CISO Assistant: its controls become ours, its results are words that count for nothing.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runImport } from './support/imported-files';
import { importCsv } from './support/round-trip';
import { folderMaker } from './support/test-folder';

describe('aims import', () => {
  const folderOf = folderMaker();

  describe('CISO Assistant', () => {
    const library = `urn: urn:intuitem:risk:library:x
objects:
  framework:
    urn: urn:intuitem:risk:framework:iso42001-2023
    requirement_nodes:
      - { urn: "urn:intuitem:risk:req_node:iso42001-2023:a.2", assessable: false, depth: 1, ref_id: A.2, name: Policies }
      - { urn: "urn:intuitem:risk:req_node:iso42001-2023:4.1", assessable: true, depth: 2, ref_id: "4.1", name: Context }
      - { urn: "urn:intuitem:risk:req_node:iso42001-2023:a.2.2", assessable: true, depth: 2, ref_id: A.2.2, name: AI policy, implementation_groups: [controls] }
      - { urn: "urn:intuitem:risk:req_node:iso42001-2023:a.10.2", assessable: true, depth: 2, ref_id: A.10.2, name: Allocating }
`;

    it('a library gives controls, and no decision', () => {
      const folder = folderOf(['lib.yaml', library]);
      const { status, stdout } = runImport(folder, 'lib.yaml', '--yes');
      equal(status, 0, stdout);
      match(stdout, /looks like CISO Assistant/);
      const text = readFileSync(join(folder.path, 'statement-of-applicability.yaml'), 'utf8');
      match(text, /framework: iso-42001\n/);
      deepEqual(text.match(/- id: .*/g), ['- id: A.2.2', '- id: A.10.2']);
      ok(!/^ {4}(?:applicable|status|justification):/m.test(text));
    });

    it('an audit: results and progress are words that count for nothing', () => {
      const csv = `urn;ref_id;name;description;typical_evidence;annotation;compliance_result;extended_result;requirement_progress;score;observations
urn:intuitem:risk:req_node:iso42001-2023:4.1;4.1;Context;;;;compliant;;done;;our own remark
urn:intuitem:risk:req_node:iso42001-2023:a.2;A.2;Policies;;;;;;;;
urn:intuitem:risk:req_node:iso42001-2023:a.2.2;A.2.2;AI policy;About it;;;compliant;;done;4;"Works; see wiki"
urn:intuitem:risk:req_node:iso42001-2023:a.2.3;A.2.3;Alignment;;;;not_applicable;;to_do;;
`;
      const { plan, snapshot } = importCsv(csv, { path: 'audit_export.csv' });
      const rows = snapshot.view.rows('control-decision');
      deepEqual(
        rows.map((row) => row.id),
        ['A.2.2', 'A.2.3'],
      );
      for (const row of rows) deepEqual([...row.fields.keys()], ['id', 'title']);
      match(plan.text, /compliance_result: compliant\n/);
      match(plan.text, /observations: Works; see wiki\n/);
      match(plan.text, /# \[.*"our own remark"\]\n/);
      match(plan.remarks.join('\n'), /no entries and stay in the file as comments \(4\.1/);
    });

    it('the JSON of its interface, with the requirement inside', () => {
      const assessment = (ref: string, result: string) => ({
        id: 'x',
        result,
        status: 'done',
        observation: 'seen',
        requirement: { urn: `urn:intuitem:risk:req_node:iso42001-2023:${ref}`, ref_id: ref, name: 'Name' },
      });
      const folder = folderOf([
        'a.json',
        JSON.stringify({
          count: 2,
          results: [assessment('A.2.2', 'compliant'), assessment('A.2.3', 'non_compliant')],
        }),
      ]);
      equal(runImport(folder, 'a.json', '--yes').status, 0);
      const text = readFileSync(join(folder.path, 'statement-of-applicability.yaml'), 'utf8');
      deepEqual(text.match(/- id: .*/g), ['- id: A.2.2', '- id: A.2.3']);
      ok(!/^ {4}(?:status|applicable):/m.test(text));
      match(text, /^ {6}result: compliant$/m);
    });
  });
});
