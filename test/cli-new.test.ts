// `aims new`: what it makes in which form, what it fills in, what it refuses to, and that nothing else is touched.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { makeNew } from '../engine/features/make-new';
import { DAY, runCommand } from './support/command-line';
import { filesBelow, textsBelow } from './support/folders';
import { workspaceOf } from './support/memory-workspace';
import { AIMS } from './support/small-texts';
import { keptFolders, TestFolder } from './support/test-folder';

const INVENTORY =
  'kind: ai-system-inventory\nid: INV-1\ntitle: Inventory\nowner: Head of AI\nsystems:\n  - id: AIS-001\n    name: Letter router\n    purpose: Sorts letters\n';
const RISKS =
  'kind: risk-register\nid: RR-1\ntitle: Risks\nrisks:\n  - id: R-007\n    title: Letters get lost\n    systems: [AIS-001]\n';
const FILES = [
  ['aims.yaml', AIMS],
  ['inventory.yaml', INVENTORY],
  ['risk/risks.yaml', RISKS],
] as const;

interface Listed {
  readonly documents: readonly { path: string; kind: string; status: string | null; approved_by: string | null }[];
  readonly entities: Readonly<Record<string, readonly Record<string, unknown>[]>>;
}

describe('aims new', () => {
  const kept = keptFolders();
  const folderOf = (files: Iterable<readonly [string, string | Uint8Array]> = FILES) => kept(new TestFolder(files));
  const make = (folder: TestFolder, what: string, ...more: string[]) =>
    runCommand(['new', what, folder.path, ...DAY, ...more]);
  const listed = (folder: TestFolder) =>
    JSON.parse(runCommand(['list', folder.path, '--format', 'json', ...DAY]).stdout) as Listed;
  /** Why something is refused, asked of the engine: a process for each would take long. */
  const refused = (what: string, fields: readonly string[] = [], system?: string): string => {
    const files = new Map<string, string>(FILES);
    const { workspace, snapshot } = workspaceOf(files);
    const sizes = new Map([...files].map(([path, text]) => [path, text.length]));
    const set = fields.map(
      (field) => [field.slice(0, field.indexOf('=')), field.slice(field.indexOf('=') + 1)] as const,
    );
    const made = makeNew({ workspace, state: snapshot, sizes }, { what, system, fields: set });
    return 'refused' in made ? made.refused : '';
  };
  const read = (folder: TestFolder, path: string) => readFileSync(join(folder.path, path), 'utf8');

  it('adds an entry with the next id at the end of its register, and says where and what is left', () => {
    const folder = folderOf();
    const { status, stdout, stderr } = make(folder, 'risk', '--system', 'ais-001', '--set', 'title=A: wrong "tone"');
    deepEqual([status, stderr], [0, '']);
    match(
      stdout,
      /^risk\/risks\.yaml:8 {2}Risk \(R-008\)\nTo fill in: owner, next_review\nStill empty: .*likelihood, impact, level, .*treatment/,
    );
    const text = read(folder, 'risk/risks.yaml');
    ok(text.startsWith(RISKS.trimEnd()));
    match(text, /\n {2}- id: R-008\n {4}title: "A: wrong \\"tone\\""\n {4}systems: \[AIS-001\]\n/);
    // Every rating is open.
    match(text, /\n {4}likelihood: ""\n {4}impact: ""\n {4}level: ""\n/);
    deepEqual(
      listed(folder).entities.risks?.map(({ id }) => id),
      ['R-007', 'R-008'],
    );
    // Nothing else was touched.
    const others = textsBelow(folder.path);
    others.delete('risk/risks.yaml');
    deepEqual(others, new Map([FILES[0], FILES[1]]));
  });

  it('writes a row of a table, and a record of a CSV file, in their own form', () => {
    const folder = folderOf([
      FILES[0],
      FILES[1],
      [
        'risks.md',
        '---\nkind: risk-register\nid: RR-1\n---\n# Risks\n\n| ID | Title | System | Owner |\n| --- | --- | --- | --- |\n| R-001 | Lost | AIS-001 | CTO |\n\nAfter the table.\n',
      ],
    ]);
    const { status, stdout } = make(folder, 'risk', '--system', 'AIS-001', '--set', 'title=a | b');
    equal(status, 0);
    match(stdout, /^risks\.md:10 {2}Risk \(R-002\)\n/);
    match(read(folder, 'risks.md'), /\n\| R-001 .+\n\| R-002 \| a \\\| b \| AIS-001 \| .+ \|\n\nAfter the table\.\n$/);
    const csv = folderOf([
      ['aims.yaml', `${AIMS}documents: { risk-register: "risks.csv" }\n`],
      FILES[1],
      ['risks.csv', 'ID;Title;AI system;Owner\r\nR-001;Lost;AIS-001;CTO\r\n'],
    ]);
    equal(make(csv, 'risk', '--system', 'AIS-001', '--set', 'title=x;y').status, 0);
    match(
      read(csv, 'risks.csv'),
      /^ID;Title;AI system;Owner\r\nR-001;Lost;AIS-001;CTO\r\nR-002;"x;y";AIS-001;[^\n]*\r\n$/,
    );
  });

  it('keeps byte order mark, line ends and encoding of the register', () => {
    for (const encode of [
      (text: string) => Buffer.from(`\ufeff${text.replace(/\n/g, '\r\n')}`),
      (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
    ]) {
      const folder = folderOf([...FILES.slice(0, 2), ['risk/risks.yaml', encode(RISKS)]]);
      equal(make(folder, 'risk', '--set', 'title=Wrong tone').status, 0);
      const [now, before] = [filesBelow(folder.path).get('risk/risks.yaml') ?? Buffer.of(), encode(RISKS.trimEnd())];
      deepEqual(Buffer.from(now.slice(0, before.length)), before);
      deepEqual(
        listed(folder).entities.risks?.map(({ id }) => id),
        ['R-007', 'R-008'],
      );
    }
  });

  it('gives every entry an id of its own, also while nobody has filled them in', () => {
    const folder = folderOf([FILES[0]]);
    const ids = [0, 1, 2].map(() => /\((CON-\d+)\)\n/.exec(make(folder, 'concern').stdout)?.[1]);
    equal(new Set(ids.filter((id) => id !== undefined)).size, 3, ids.join(' '));
  });

  it('makes the register first where there is none', () => {
    const folder = folderOf([FILES[0]]);
    const { status, stdout } = make(
      folder,
      'system',
      '--set',
      'name=Letter router',
      '--set',
      'roles=provider, Betreiber',
    );
    equal(status, 0);
    match(stdout, /^systems\/ai-system-inventory\.yaml:\d+ {2}AI system \(AIS-001\)\n/);
    const text = read(folder, 'systems/ai-system-inventory.yaml');
    match(text, /\n {4}name: Letter router\n/);
    match(text, /\n {4}roles: \[provider, deployer\]\n/);
    equal(listed(folder).entities.systems?.[0]?.name, 'Letter router');
  });

  it('makes a document from its template, a draft without approval', () => {
    const folder = folderOf();
    const { status, stdout } = make(folder, 'ai-policy', '--set', 'owner=Head of AI');
    equal(status, 0);
    match(stdout, /^policies\/ai-policy\.md:1 {2}AI policy \(POL-001\)\nTo fill in: .*section "Scope"/);
    const document = listed(folder).documents.find(({ path }) => path === 'policies/ai-policy.md');
    deepEqual([document?.kind, document?.status, document?.approved_by], ['ai-policy', 'draft', null]);
    match(read(folder, 'policies/ai-policy.md'), /\nowner: Head of AI\n/);
    // Another one does not take its place.
    const again = make(folder, 'AI policy');
    match(again.stdout, /^policies\/ai-policy-2\.md:1 {2}AI policy \(POL-002\)\n/);
    match(again.stderr, /^There is one already, policies\/ai-policy\.md\. /);
  });

  it('makes an impact assessment with the facts of the inventory and no decision', () => {
    const folder = folderOf();
    const { status, stdout } = make(folder, 'assessment', '--system', 'AIS-001');
    equal(status, 0);
    match(stdout, /^assessments\/AIA-001-Letter-router\.md:1 {2}Impact assessment of AIS-001 \(AIA-001\)\n/);
    const text = read(folder, 'assessments/AIA-001-Letter-router.md');
    match(text, /Sorts letters/);
    match(text, /\ndecision: ""/);
    equal(listed(folder).entities.assessments?.[0]?.system, 'AIS-001');
    match(
      make(folder, 'assessment').stderr,
      /^aims: An impact assessment is about one AI system: name it with --system/,
    );
    match(
      make(folder, 'assessment', '--system', 'AIS-002').stderr,
      /^aims: There is no AI system "AIS-002"; perhaps "AIS-001" is meant\./,
    );
  });

  it('makes an evidence document for a control, and leaves the statement as it is', () => {
    const folder = folderOf();
    const { status, stdout } = make(folder, 'A.6.2.4');
    equal(status, 0);
    match(stdout, /^records\/A\.6\.2\.4-.+\.md:1 {2}Evidence for A\.6\.2\.4 /);
    equal(filesBelow(folder.path).size, FILES.length + 1);
  });

  it('tells an entry from a document of the same name', () => {
    const folder = folderOf();
    match(make(folder, 'incident').stdout, /^operation\/ai-incident-log\.yaml:\d+ {2}Incident \(INC-001\)/);
    match(make(folder, 'kind:incident').stdout, /^operation\/INC-002\.md:1 /);
  });

  it('makes everything that it lists', () => {
    const folder = folderOf();
    const { status, stdout, stderr } = runCommand(['new', '--list', folder.path, ...DAY]);
    deepEqual([status, stderr], [0, '']);
    const names = stdout.split('\n').flatMap((line) => /^ {2}(\S+(?: --system \S+)?) {2}/.exec(line)?.[1] ?? []);
    ok(names.length > 80);
    for (const name of ['risk', 'kind:incident', 'assessment --system AIS-001', 'ai-policy', 'A.10.4'])
      ok(names.includes(name), name);
    for (const name of names) {
      const [what = '', , system] = name.split(' ');
      equal(refused(what, [], system), '', name);
    }
    deepEqual(runCommand(['new', '--list', ...DAY], { cwd: folderOf([]).path }).status, 0);
  });

  it('sets no field in which a person judges, decides or vouches', () => {
    for (const [what, field] of [
      ['risk', 'likelihood=high'],
      ['risk', 'level=low'],
      ['risk', 'treatment=retain'],
      ['risk', 'accepted_by=Board'],
      ['risk', 'status=closed'],
      ['system', 'ai_act.tier=minimal'],
      ['ai-policy', 'approved_by=Board'],
      ['ai-policy', 'approved_on=2026-11-20'],
      ['ai-policy', 'status=approved'],
      ['competence', 'evidence=records/x.md'],
    ] as const)
      match(refused(what, [field]), /^".+" is for a person to judge in the document itself; .+$/, field);
    match(refused('assessment', ['decision=proceed'], 'AIS-001'), /is for a person to judge/);
    const folder = folderOf();
    const before = filesBelow(folder.path);
    const { status, stdout, stderr } = make(folder, 'risk', '--set', 'owner=CTO', '--set', 'level=low');
    deepEqual([status, stdout], [2, '']);
    match(stderr, /^aims: "level" is for a person to judge .+\n$/);
    deepEqual(filesBelow(folder.path), before);
  });

  it('says what is wrong with a field, and writes nothing', () => {
    match(refused('risk', ['ownr=CTO']), /^There is no field "ownr"; perhaps "owner" is meant\. The fields are /);
    match(refused('risk', ['next_review=soon']), /^"next_review" needs a date such as 2026-11-20, not "soon"\.$/);
    match(refused('risk', ['owner=']), /^"owner" is set to nothing; leave it out\.$/);
    match(refused('risk', ['owner=a', 'Owner=b']), /^"owner" has one value; it is set twice\.$/);
    match(refused('risk', ['title=a\nb: c']), /more than one line/);
    match(refused('risk', ['systems=AIS-9']), /^There is no AI system "AIS-9"/);
    match(refused('risk', ['systems=AIS-001'], 'AIS-001'), /named twice/);
    match(refused('supplier', ['kind=x']), /There is no field "kind"/);
    match(refused('system', ['lifecycle=soon']), /"lifecycle" needs one of concept, design, /);
    match(refused('competence', [], 'AIS-001'), /names no AI system; leave out --system/);
    match(refused('supplyer'), /^There is nothing called "supplyer" to make; perhaps "supplier" is meant\./);
    const folder = folderOf();
    const before = filesBelow(folder.path);
    match(
      make(folder, 'risk', '--set', 'owner').stderr,
      /^aims: --set needs a field and a value such as "owner=Head of AI", not "owner"\.\n/,
    );
    deepEqual(filesBelow(folder.path), before);
  });

  it('with --dry-run prints a diff that Git takes, and that leads to the same files', () => {
    const [made, patched] = [folderOf(), folderOf()];
    for (const args of [
      ['risk', '--system', 'AIS-001'],
      ['assessment', '--system', 'AIS-001'],
    ] as const) {
      const [what, ...more] = args;
      const { status, stdout, stderr } = make(patched, what, ...more, '--dry-run');
      deepEqual([status, stderr], [0, 'Nothing was written, as asked.\n']);
      execFileSync('git', ['apply', '-'], { cwd: patched.path, input: stdout });
      make(made, what, ...more);
    }
    deepEqual(textsBelow(patched.path), textsBelow(made.path));
  });

  it('follows no link out of the folder, and overwrites nothing', () => {
    const elsewhere = folderOf([]);
    const folder = folderOf();
    symlinkSync(elsewhere.path, join(folder.path, 'policies'));
    const { status, stderr } = make(folder, 'ai-policy');
    equal(status, 2);
    equal(stderr, 'aims: "policies" is no ordinary folder, so nothing is written into it. Nothing was written.\n');
    equal(filesBelow(elsewhere.path).size, 0);
    // What is never read is not written either.
    const hidden = folderOf([...FILES, ['aims.yaml', `${AIMS}exclude: ["records/**"]\n`]]);
    const before = filesBelow(hidden.path);
    equal(
      make(hidden, 'record').stderr,
      'aims: aims.yaml leaves out records/REC-001.md, so what is made there would not be read.\n',
    );
    deepEqual(filesBelow(hidden.path), before);
  });

  it('needs one management system', () => {
    match(
      runCommand(['new', 'risk', folderOf([]).path]).stderr,
      /^aims: There is no AI management system in .+ Start one with "aims init"\.\n$/,
    );
    const two = folderOf([
      ['a/aims.yaml', AIMS],
      ['b/aims.yaml', AIMS],
    ]);
    match(
      runCommand(['new', 'risk', two.path]).stderr,
      /^aims: There are 2 management systems in .+ Name the folder of one: a\/, b\/\n$/,
    );
    equal(runCommand(['new', 'risk', join(two.path, 'a'), ...DAY]).status, 0);
    match(runCommand(['new']).stderr, /^aims: Say what to make/);
  });
});
