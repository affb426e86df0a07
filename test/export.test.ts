// What is given away: as the repository says it, ours marked as ours.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { findRows, rowNames } from '../engine/features/import/kind-names';
import { csvText } from '../engine/reports/tables/csv-text';
import { registerTable } from '../engine/reports/tables/register-table';
import { DAY, ONE_LINE, runCommand } from './support/command-line';
import { textsBelow } from './support/folders';
import { TestRepository } from './support/git-repository';
import { workspaceOf } from './support/memory-workspace';
import { folderMaker, keptFolders } from './support/test-folder';

const EXAMPLE = 'examples/meridian';

describe('aims export', () => {
  const kept = keptFolders();
  const folderOf = folderMaker(kept);
  const meridian = workspaceOf(textsBelow(EXAMPLE)).snapshot;
  const named = (name: string) => {
    const found = findRows(name);
    ok(found, name);
    return found;
  };

  it('the statement: what the documents say, and ours beside it and marked', () => {
    const { columns, rows, notes } = registerTable(meridian, named('soa'));
    equal(rows.length, meridian.view.rows('control-decision').length);
    const at = (head: string) => columns.findIndex((column) => column.head.startsWith(head));
    const first = rows.find((row) => row[0]?.text === 'A.2.2');
    equal(first?.[at('applicable')]?.text, 'true');
    match(first?.[at('justification')]?.text ?? '', /two hospitals ask for a written policy/);
    match(first?.[at('evidence')]?.text ?? '', /records\/2026-01-29-board-minutes\.md \(2026-01-29\)/);
    match(first?.[at('AIMS reason')]?.text ?? '', /evidence of 2026-01-29/);
    deepEqual(
      columns.filter(({ ours }) => ours).map(({ head }) => head),
      columns.filter(({ head }) => head.startsWith('AIMS ')).map(({ head }) => head),
    );
    match(columns[at('AIMS grade')]?.head ?? '', /no statement of conformity/);
    match(notes.at(-1) ?? '', /not a statement of conformity/);
    match(notes[0] ?? '', /As of 2026-11-20.*soa\.yaml \(version 1\.3, approved\)/);
  });

  it('what is missing or cannot be read is said with it', () => {
    const { snapshot } = workspaceOf(
      new Map([
        ['soa.yaml', 'kind: statement-of-applicability\nframework: iso-42001\ncontrols:\n  - id: A.2.2\n  - {{{\n'],
      ]),
    );
    const words = registerTable(snapshot, named('soa')).notes.join('\n');
    match(words, /No row for A\.2\.3, /);
    match(words, /soa\.yaml could not be read in full/);
    const folder = folderOf([
      'soa.yaml',
      'kind: statement-of-applicability\nframework: iso-42001\ncontrols:\n  - id: A.2.2\n  - {{{\n',
    ]);
    const { status, stderr } = runCommand(['export', 'soa', folder.path, '--format', 'md', ...DAY]);
    equal(status, 2);
    match(stderr, /could not be read in full/);
  });

  it('the state of a revision is what was committed, whatever stands on disk', () => {
    const repository = kept(
      new TestRepository([
        ['aims.yaml', 'organization: Example\n'],
        ['risks.yaml', 'kind: risk-register\nrisks:\n  - { id: R-001, title: Committed }\n'],
      ]),
    );
    repository.commit();
    repository.write('risks.yaml', 'kind: risk-register\nrisks:\n  - { id: R-001, title: On disk }\n');
    const titleAt = (...at: readonly string[]) =>
      /"R-001","([^"]*)"/.exec(runCommand(['export', 'register', 'risks', repository.path, ...at, ...DAY]).stdout)?.[1];
    deepEqual([titleAt(), titleAt('--at', 'HEAD')], ['On disk', 'Committed']);
  });

  it('every name of a register is understood, one or many', () => {
    for (const name of rowNames()) ok(findRows(name)?.definition, name);
    for (const [name, kind] of [
      ['risk-register', 'risk-register'],
      ['Risk', 'risk-register'],
      ['suppliers', 'supplier-register'],
      ['AI systems', 'ai-system-inventory'],
      ['incidents', 'ai-incident-log'],
      ['nonconformities', 'nonconformity-register'],
      ['nonconformity', 'nonconformity-register'],
      ['assessments', 'ai-impact-assessment'],
      ['SoA', 'statement-of-applicability'],
    ] as const)
      equal(findRows(name)?.kind.kind, kind, name);
    equal(findRows('dragons'), undefined);
    equal(findRows(''), undefined);
  });

  describe('the command', () => {
    it('writes text to standard output, and notes of CSV to standard error', () => {
      const { status, stdout, stderr } = runCommand(['export', 'soa', EXAMPLE, ...DAY]);
      equal(status, 0);
      equal(stdout, csvText(registerTable(meridian, named('soa'))));
      match(stderr, /As of 2026-11-20/);
    });

    it('takes the form from the ending, replaces nothing without --force, and follows no link', () => {
      const folder = folderOf(
        ['there.md', 'mine'],
        ['aims/aims.yaml', 'organization: Example\nframeworks: [iso-42001]\n'],
        ['aims/soa.yaml', 'kind: statement-of-applicability\nframework: iso-42001\ncontrols:\n  - id: A.2.2\n'],
      );
      const into = (name: string, ...more: string[]) =>
        runCommand(['export', 'soa', 'aims', '--output', name, ...more, ...DAY], { cwd: folder.path });
      equal(into('new/soa.md').status, 0);
      match(readFileSync(join(folder.path, 'new/soa.md'), 'utf8'), /^# Statement of Applicability – Example\n/);
      const refused = into('there.md');
      equal(refused.status, 2);
      equal(refused.stderr, 'aims: "there.md" exists. Name another file, or add --force to replace it.\n');
      equal(readFileSync(join(folder.path, 'there.md'), 'utf8'), 'mine');
      equal(into('there.md', '--force').status, 0);
      match(readFileSync(join(folder.path, 'there.md'), 'utf8'), /^# Statement/);
      symlinkSync(join(folder.path, 'target.md'), join(folder.path, 'link.md'));
      equal(into('link.md', '--force').status, 2);
      ok(!existsSync(join(folder.path, 'target.md')));
    });

    it('says in one line what is wrong, and where there is nothing', () => {
      const two = folderOf(['a/aims.yaml', 'frameworks: [iso-42001]\n'], ['b/aims.yaml', 'frameworks: [iso-42001]\n']);
      for (const [args, words] of [
        [[], /Say what to export/],
        [['dragons'], /"dragons" cannot be exported/],
        [['register'], /Say which register: /],
        [['register', 'dragons'], /There is no register "dragons"/],
        [['soa', EXAMPLE, '--format', 'xlsx'], /A workbook needs a file/],
        [['soa', EXAMPLE, '--format', 'json'], /aims list --format json/],
        [['soa', EXAMPLE, '--model', 'catalog'], /--model belongs to/],
        [['soa', 'no/such/folder'], /There is no folder/],
        [['soa', two.path], /There are 2 management systems below .*: a, b\. Name one of them/],
      ] as const) {
        const { status, stdout, stderr } = runCommand(['export', ...args, ...DAY]);
        deepEqual([status, stdout], [2, ''], args.join(' '));
        match(stderr, ONE_LINE, args.join(' '));
        match(stderr, words);
      }
      const empty = runCommand(['export', 'soa', folderOf().path, ...DAY]);
      deepEqual([empty.status, empty.stdout], [0, '']);
      match(empty.stderr, /^There is no AI management system in .*\n$/);
      const none = runCommand(['export', 'register', 'risks', join(two.path, 'a'), '--format', 'md', ...DAY]);
      deepEqual([none.status, none.stdout], [0, '']);
      match(none.stderr, /^There is nothing to export: .*\n$/);
    });

    it('warns of a copy that would be read as one more register', () => {
      const folder = folderOf(
        ['aims.yaml', 'frameworks: [iso-42001]\n'],
        ['risks.yaml', 'kind: risk-register\nrisks:\n  - { id: R-1, title: Wrong }\n'],
      );
      const inside = (name: string) =>
        runCommand(['export', 'register', 'risks', folder.path, '-o', join(folder.path, name), ...DAY]);
      match(inside('copy.csv').stderr, /lies inside the management system/);
      ok(!/lies inside/.test(inside('copy.xlsx').stderr));
    });
  });
});
