// `aims fix`: what it changes, in which bytes, what it leaves to a person, and the diff instead.
import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, linkSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { DAY, runCommand } from './support/command-line';
import { filesBelow, textsBelow } from './support/folders';
import { AIMS } from './support/small-texts';
import { keptFolders, TestFolder } from './support/test-folder';

const INVENTORY =
  'kind: ai-system-inventory\nid: INV-1\ntitle: Inventory\nsystems:\n  - id: AIS-001\n    name: Letter router\n';
/** Two things to fix: a name where an id belongs, and an id in another spelling. */
const RISKS =
  'kind: risk-register\nid: RR-1\ntitle: Risks\nrisks:\n  - id: R-001\n    title: Letters get lost – often\n    systems: [letter router]   # as in the inventory\n  - id: R-002\n    title: Wrong tone\n    controls: [A.6.2.04]\n';
const SOA =
  'kind: statement-of-applicability\nid: SOA-1\nframework: iso-42001\nstatus: approved\ncontrols:\n  - id: A.2.2\n    applicable: true\n    justification: ""\n';
const POLICY = (link: string) =>
  `---\nkind: policy\nid: POL-1\n---\n# Über KI\n\nSee [oversight](${link}) and [it](${link}).\n`;
const HUMAN = '---\nkind: policy\nid: POL-2\n---\n# Human oversight\n';
const FILES = [
  ['aims.yaml', AIMS],
  ['inventory.yaml', INVENTORY],
  ['risk/risks.yaml', RISKS],
  ['soa.yaml', SOA],
  ['policies/a b.md', POLICY('Human.md')],
  ['policies/human.md', HUMAN],
] as const;

const marked = (text: string) => Buffer.from(`\ufeff${text}`, 'utf8');
const little = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
const big = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
const crlf = (text: string) => text.replace(/\n/g, '\r\n');

interface Row {
  readonly rule: string;
  readonly path: string;
  readonly fixable: boolean;
}

describe('aims fix', () => {
  const kept = keptFolders();
  const folderOf = (files: Iterable<readonly [string, string | Uint8Array]> = FILES) => kept(new TestFolder(files));
  const fix = (folder: string, ...more: string[]) => runCommand(['fix', folder, ...DAY, ...more]);
  const findings = (folder: string) =>
    (JSON.parse(runCommand(['check', folder, '--format', 'json', ...DAY]).stdout) as { findings: Row[] }).findings;
  const git = (folder: string, ...args: string[]) =>
    execFileSync('git', ['-c', 'core.autocrlf=false', ...args], { cwd: folder, encoding: 'utf8' });

  it('fixes what is certain and leaves the rest, and says how many there are of each', () => {
    const folder = folderOf();
    const before = findings(folder.path);
    const fixable = before.filter((row) => row.fixable);
    const { status, stdout, stderr } = fix(folder.path);
    deepEqual([status, stderr], [0, '']);
    const now = findings(folder.path);
    deepEqual(
      now.filter((row) => row.fixable),
      [],
    );
    deepEqual(stdout.split('\n'), [
      'policies/a b.md: 2 fixed: reference/case-mismatch (2)',
      'risk/risks.yaml: 2 fixed: reference/by-name, reference/unresolved',
      `${fixable.length} findings fixed; ${now.length} findings need a person: "aims check" lists them.`,
      '',
    ]);
    equal(before.length - now.length, fixable.length);
    // Only the characters that were wrong are others now; the reason that is missing is still missing.
    deepEqual(
      textsBelow(folder.path),
      new Map<string, string>(
        [
          ...FILES,
          ['policies/a b.md', POLICY('human.md')] as const,
          ['risk/risks.yaml', RISKS.replace('letter router]', 'AIS-001]').replace('A.6.2.04]', 'A.6.2.4]')] as const,
        ].sort(([a], [b]) => (a < b ? -1 : 1)),
      ),
    );
  });

  it('has nothing to do the second time', () => {
    const folder = folderOf();
    fix(folder.path);
    const before = filesBelow(folder.path);
    const { status, stdout } = fix(folder.path);
    equal(status, 0);
    match(stdout, /^Nothing to fix; \d+ findings need a person: "aims check" lists them\.\n$/);
    deepEqual(filesBelow(folder.path), before);
  });

  for (const [name, encode] of [
    ['CRLF', (text: string) => Buffer.from(crlf(text))],
    ['a byte order mark', marked],
    ['a byte order mark and CRLF', (text: string) => marked(crlf(text))],
    ['UTF-16, little end first', little],
    ['UTF-16, big end first', (text: string) => big(crlf(text))],
    ['no line end at the end', (text: string) => Buffer.from(text.trimEnd())],
  ] as const) {
    it(`keeps ${name}`, () => {
      const folder = folderOf([...FILES.slice(0, 2), ['risks.yaml', encode(RISKS)]]);
      equal(fix(folder.path).status, 0);
      const wanted = encode(RISKS.replace('letter router]', 'AIS-001]').replace('A.6.2.04]', 'A.6.2.4]'));
      deepEqual(readFileSync(join(folder.path, 'risks.yaml')), wanted);
    });
  }

  it('keeps the mode of a file, and leaves no other file behind', () => {
    const folder = folderOf();
    chmodSync(join(folder.path, 'risk/risks.yaml'), 0o664);
    const names = [...filesBelow(folder.path).keys()];
    equal(fix(folder.path).status, 0);
    equal(statSync(join(folder.path, 'risk/risks.yaml')).mode & 0o777, 0o664);
    deepEqual([...filesBelow(folder.path).keys()], names);
  });

  it('leaves a file with damaged bytes alone, fixes the others, and says so', () => {
    const damaged = Buffer.concat([Buffer.from(RISKS), Buffer.from([0x23, 0xfc, 0x0a])]);
    const folder = folderOf([...FILES, ['risk/risks.yaml', damaged]]);
    const { status, stdout, stderr } = fix(folder.path);
    equal(status, 2);
    equal(
      stderr,
      'risk/risks.yaml was left alone: some of its bytes are not valid text. Save it as UTF-8, then fix it.\n',
    );
    match(stdout, /^policies\/a b\.md: 2 fixed/);
    deepEqual(readFileSync(join(folder.path, 'risk/risks.yaml')), damaged);
  });

  it('follows no link: neither one to a file nor one to a folder', () => {
    const elsewhere = folderOf([['risks.yaml', RISKS]]);
    const folder = folderOf(FILES.slice(0, 2));
    symlinkSync(join(elsewhere.path, 'risks.yaml'), join(folder.path, 'risks.yaml'));
    symlinkSync(elsewhere.path, join(folder.path, 'risk'));
    match(fix(folder.path).stdout, /^Nothing to fix/);
    equal(readFileSync(join(elsewhere.path, 'risks.yaml'), 'utf8'), RISKS);
  });

  it('leaves another name of the same file as it was', () => {
    const folder = folderOf();
    const other = folderOf([]);
    linkSync(join(folder.path, 'risk/risks.yaml'), join(other.path, 'copy.yaml'));
    equal(fix(folder.path).status, 0);
    equal(readFileSync(join(other.path, 'copy.yaml'), 'utf8'), RISKS);
    notEqual(readFileSync(join(folder.path, 'risk/risks.yaml'), 'utf8'), RISKS);
  });

  it('fixes only in the folder that is named, though the root is above it', () => {
    const folder = folderOf();
    const { status, stdout } = fix(join(folder.path, 'risk'));
    equal(status, 0);
    match(stdout, /^risks\.yaml: 2 fixed/);
    equal(readFileSync(join(folder.path, 'policies/a b.md'), 'utf8'), POLICY('Human.md'));
  });

  it('fixes only what the named rules find', () => {
    const folder = folderOf();
    match(fix(folder.path, '--rule', 'reference/by-name').stdout, /^risk\/risks\.yaml: 1 fixed: reference\/by-name\n/);
    equal(readFileSync(join(folder.path, 'risk/risks.yaml'), 'utf8'), RISKS.replace('letter router]', 'AIS-001]'));
    match(
      fix(folder.path, '--rule', 'reference/by-nam').stderr,
      /^aims: There is no rule "reference\/by-nam"; perhaps "reference\/by-name" is meant\.\n/,
    );
    match(fix(folder.path, '--rule', 'soa/missing-justification').stderr, /needs a person/);
  });

  it('does not fix what somebody accepted', () => {
    const folder = folderOf([
      ...FILES,
      [
        'aims.yaml',
        `${AIMS}exceptions:\n  - { rule: reference/by-name, at: "risk/risks.yaml#R-001", reason: They say it so }\n`,
      ],
    ]);
    match(fix(folder.path).stdout, /\nrisk\/risks\.yaml: 1 fixed: reference\/unresolved\n/);
    ok(readFileSync(join(folder.path, 'risk/risks.yaml'), 'utf8').includes('[letter router]'));
  });

  it('with --dry-run says the same and writes nothing', () => {
    const folder = folderOf();
    const before = filesBelow(folder.path);
    const { status, stdout } = fix(folder.path, '--dry-run');
    equal(status, 0);
    match(
      stdout,
      /^policies\/a b\.md: 2 can be fixed: .+\nrisk\/risks\.yaml: 2 can be fixed: .+\n4 findings can be fixed; nothing was written, as asked; /,
    );
    deepEqual(filesBelow(folder.path), before);
  });

  describe('--diff', () => {
    const odd = [
      ...FILES.filter(([path]) => path !== 'risk/risks.yaml'),
      ['risk/crlf.yaml', crlf(RISKS).replace('RR-1', 'RR-2').replace('R-001', 'R-003').replace('R-002', 'R-004')],
      ['risk/mark.yaml', marked(RISKS.replace('RR-1', 'RR-3').replace('R-001', 'R-005').replace('R-002', 'R-006'))],
      ['risk/"end\\ü 1.yaml', RISKS.replace('R-001', 'R-007').replace('R-002', 'R-008').trimEnd()],
      [
        'policies/long.md',
        `${HUMAN.replace('POL-2', 'POL-3')}${'Words.\n\n'.repeat(40)}[a](Human.md)\n${'\nMore.\n'.repeat(40)}\n[b](Human.md)\n`,
      ],
    ] as const;

    it('is a patch that Git takes, and leads to the very bytes that fixing writes', () => {
      const [fixed, patched] = [folderOf(odd), folderOf(odd)];
      const before = filesBelow(patched.path);
      const { status, stdout, stderr } = fix(patched.path, '--diff');
      equal(status, 0);
      match(stderr, /\d+ findings can be fixed; nothing was written, as asked; /);
      deepEqual(filesBelow(patched.path), before);
      // Smallest possible: only lines with something wrong are in it.
      const removed = stdout.split('\n').filter((line) => line.startsWith('-') && !line.startsWith('---'));
      equal(removed.length, 9);
      git(patched.path, 'init', '-q');
      patched.write('.git/fixes.patch', stdout);
      git(patched.path, 'apply', '.git/fixes.patch');
      equal(fix(fixed.path).status, 0);
      patched.remove('.git');
      deepEqual(filesBelow(patched.path), filesBelow(fixed.path));
    });

    it('is a patch that "patch" takes', () => {
      const [fixed, patched] = [folderOf(odd), folderOf(odd)];
      patched.write('fixes.patch', fix(patched.path, '--diff').stdout);
      execFileSync('patch', ['--binary', '-s', '-p1', '-i', 'fixes.patch'], { cwd: patched.path });
      patched.remove('fixes.patch');
      fix(fixed.path);
      deepEqual(filesBelow(patched.path), filesBelow(fixed.path));
    });

    it('starts from the folder that is named, also below the top of a repository', () => {
      const [fixed, patched] = [folderOf(), folderOf()];
      git(patched.path, 'init', '-q');
      const folder = join(patched.path, 'policies');
      patched.write('.git/fixes.patch', fix(folder, '--diff').stdout);
      git(folder, 'apply', '../.git/fixes.patch');
      fix(join(fixed.path, 'policies'));
      patched.remove('.git');
      deepEqual(filesBelow(patched.path), filesBelow(fixed.path));
    });

    it('says which file a diff cannot show', () => {
      const folder = folderOf([...FILES.slice(0, 2), ['risks.yaml', little(RISKS)]]);
      const { status, stdout, stderr } = fix(folder.path, '--diff');
      deepEqual([status, stdout], [0, '']);
      match(stderr, /^risks\.yaml is UTF-16, which a diff cannot show/);
    });
  });

  it('is 2 with one line where a folder cannot be written, and nothing is lost', () => {
    const folder = folderOf();
    chmodSync(folder.path, 0o755);
    mkdirSync(join(folder.path, 'run'));
    const program = join(folder.path, 'run/cli.js');
    copyFileSync('dist/cli.js', program);
    chmodSync(join(folder.path, 'policies'), 0o555);
    const before = filesBelow(folder.path);
    // A superuser may write everything: then somebody else runs it.
    const isRoot = process.getuid?.() === 0;
    const { status, stderr } = runCommand(['fix', folder.path, ...DAY], { program, ...(isRoot ? { uid: 65534 } : {}) });
    chmodSync(join(folder.path, 'policies'), 0o755);
    equal(status, 2);
    match(
      stderr,
      /^aims: ".+\.(?:md|yaml)" cannot be written \(EACCES\)\. (?:Nothing was written|Written before: .+)\.\n$/,
    );
    // Only what it says was written differs, and nothing half-written is left.
    const now = filesBelow(folder.path);
    const changed = [...before].filter(([path, bytes]) => !Buffer.from(bytes).equals(now.get(path) ?? Buffer.of()));
    deepEqual(
      changed.map(([path]) => path),
      /Written before: (.+)\.\n/.exec(stderr)?.[1]?.split(', ') ?? [],
    );
    deepEqual([...now.keys()], [...before.keys()]);
  });

  it('needs a folder that is there, and an answer to what is wanted', () => {
    deepEqual(fix('no/such/folder'), { status: 2, stdout: '', stderr: 'aims: There is no folder "no/such/folder".\n' });
    match(fix('.', '--diff', '--dry-run').stderr, /^aims: --diff writes nothing either; leave out --dry-run\.\n/);
    const empty = fix(folderOf([]).path);
    deepEqual([empty.status, empty.stdout], [0, '']);
    match(empty.stderr, /^There is no AI management system in /);
  });
});
