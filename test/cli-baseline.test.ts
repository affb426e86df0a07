// `aims baseline`: what it writes, keeps, drops and says, and what it leaves alone.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type CommandResult, DAY, ONE_LINE, runCommand } from './support/command-line';
import { textsBelow } from './support/folders';
import { statementOf, statementRow } from './support/small-texts';
import { keptFolders, TestFolder } from './support/test-folder';

const WHY = ['--reason', 'agreed with the managing board on 2026-11-18'];
const FILE = 'aims-baseline.yaml';
const OFF = [
  'clause/no-document',
  'soa/missing-control',
  'soa/no-owner',
  'soa/no-status',
  'soa/no-basis',
  'document/missing-field',
  'audit/no-programme',
];
const AIMS = `organization: Example\nframeworks: [iso-42001]\nrules:\n${OFF.map((rule) => `  ${rule}: off\n`).join('')}`;
const SOA = statementOf('A.2.2', 'A.2.3');
const RULE = 'soa/missing-justification';
const line = (where: string, more: string) => `  - { rule: ${RULE}, path: soa.yaml, where: ${where}, ${more} }\n`;

describe('aims baseline', () => {
  const kept = keptFolders();
  const folderOf = (...files: readonly (readonly [string, string | Uint8Array])[]) => {
    const small = [
      ['aims.yaml', AIMS],
      ['soa.yaml', SOA],
    ] as const;
    return kept(new TestFolder(files.length === 0 ? small : files));
  };
  const run = (folder: TestFolder, ...more: string[]): CommandResult =>
    runCommand(['baseline', folder.path, ...WHY, ...DAY, ...more]);
  const read = (folder: TestFolder) => readFileSync(join(folder.path, FILE), 'utf8');
  const check = (folder: TestFolder, ...more: string[]) =>
    runCommand(['check', folder.path, '--format', 'json', ...DAY, ...more]);
  const rulesOf = ({ stdout }: CommandResult) =>
    (JSON.parse(stdout) as { findings: { rule: string; path: string; line: number }[] }).findings;

  it('first run: writes a line for each finding, and only new findings fail', () => {
    const folder = folderOf();
    const before = textsBelow(folder.path);
    equal(check(folder).status, 1);
    deepEqual(run(folder), { status: 0, stdout: `${FILE}: 0 kept, 2 added, 0 dropped.\n`, stderr: '' });
    const [head, ...lines] = read(folder).split('\n');
    match(head ?? '', /^# Findings accepted/);
    equal(
      lines.join('\n'),
      `findings:\n${['A.2.2', 'A.2.3'].map((id) => line(`${id}.justification`, `reason: "${WHY[1]}"`)).join('')}`,
    );
    const after = textsBelow(folder.path);
    after.delete(FILE);
    deepEqual(after, before);
    equal(check(folder).status, 0);
    // What is accepted is not gone: both forms say how many there are.
    const [inJson, inText] = [check(folder), runCommand(['check', folder.path, ...DAY])];
    equal((JSON.parse(inJson.stdout) as { summary: { silenced: number } }).summary.silenced, 2);
    match(inText.stdout, /; 2 more silenced by exceptions or the baseline\.\n$/);
    folder.write('soa.yaml', `# Moved.\n${statementOf('A.2.4', 'A.2.2', 'A.2.3')}`);
    const again = check(folder);
    equal(again.status, 1);
    deepEqual(
      rulesOf(again).filter(({ path }) => path === 'soa.yaml'),
      rulesOf(again).filter(({ rule, line: at }) => rule === RULE && at === 12),
    );
  });

  it('second run: keeps reason and day of what still holds, adds what is new, drops what is settled', () => {
    const folder = folderOf();
    run(folder, '--until', '2027-05-31');
    folder.write('soa.yaml', statementOf('A.2.4', 'A.2.2') + statementRow('A.2.3', '    justification: Ours.\n'));
    const { status, stdout } = runCommand(['baseline', folder.path, '--reason', 'found later', ...DAY]);
    deepEqual([status, stdout], [0, `${FILE}: 1 kept, 1 added, 1 dropped.\n`]);
    ok(
      read(folder).endsWith(
        `findings:\n${line('A.2.2.justification', `reason: "${WHY[1]}", until: 2027-05-31`)}${line('A.2.4.justification', 'reason: "found later"')}`,
      ),
    );
    const same = read(folder);
    match(run(folder).stdout, /: 2 kept, 0 added, 0 dropped; the file stays as it is\.\n$/);
    equal(read(folder), same);
    folder.write('soa.yaml', statementOf() + statementRow('A.2.2', '    justification: Ours.\n'));
    equal(run(folder).stdout, `${FILE}: 0 kept, 0 added, 2 dropped.\n`);
    ok(read(folder).endsWith('\nfindings: []\n'));
    match(run(folder).stdout, /nothing to accept/);
  });

  it('a last day that has passed: the finding is back, its line is kept and said', () => {
    const folder = folderOf();
    run(folder, '--until', '2026-12-31');
    equal(check(folder).status, 0);
    const later = ['--today', '2027-01-01'];
    const late = runCommand(['check', folder.path, '--format', 'json', ...later]);
    equal(late.status, 1);
    deepEqual(
      rulesOf(late)
        .filter(({ path }) => path === FILE)
        .map(({ rule, line: at }) => [rule, at]),
      [
        ['exception/expired', 3],
        ['exception/expired', 4],
      ],
    );
    const { status, stdout } = runCommand(['baseline', folder.path, ...WHY, ...later]);
    equal(status, 0);
    match(
      stdout,
      /^aims-baseline\.yaml: 2 kept, 0 added, 0 dropped; the file stays as it is\.\nOf those kept, 2 ended/,
    );
  });

  it('--dry-run prints the counts and writes nothing', () => {
    const folder = folderOf();
    const before = textsBelow(folder.path);
    deepEqual(run(folder, '--dry-run'), {
      status: 0,
      stdout: `${FILE}: 0 kept, 2 added, 0 dropped; nothing was written, as asked.\n`,
      stderr: '',
    });
    deepEqual(textsBelow(folder.path), before);
  });

  it('--rule accepts only its findings and leaves the lines of other rules alone', () => {
    const folder = folderOf(
      ['aims.yaml', AIMS.replace('  soa/no-owner: off\n', '')],
      ['soa.yaml', SOA.replace('owner: Head of AI\n', '')],
      [FILE, `findings:\n  - { rule: soa/gone, path: soa.yaml, where: A.9.9, reason: agreed }\n`],
    );
    equal(run(folder, '--rule', RULE).stdout, `${FILE}: 1 kept, 2 added, 0 dropped.\n`);
    ok(read(folder).includes('soa/gone') && !read(folder).includes('soa/no-owner'));
    match(run(folder, '--rule', RULE, '--rule', 'soa/no-owner').stdout, /: 3 kept, [1-9]\d* added, 0 dropped\.\n$/);
    ok(read(folder).includes('soa/no-owner'));
  });

  it('says what cannot be accepted, and does not write it', () => {
    const folder = folderOf(['aims.yaml', AIMS], ['soa.yaml', SOA], ['p.md', '---\nkind: policy\nid: [\n---\n# P\n']);
    const { status, stdout } = run(folder);
    equal(status, 0);
    match(stdout, /\nCannot be accepted and stays reported: syntax\/[a-z-]+ \(\d+\)/);
    ok(!read(folder).includes('syntax/'));
    equal(check(folder).status, 1);
  });

  it('of a folder inside the root accepts what lies in it, in the file of the root', () => {
    const folder = folderOf(['aims.yaml', AIMS], ['soa.yaml', SOA], ['old/soa.yaml', SOA.replace('SOA-1', 'SOA-2')]);
    const { status, stdout } = runCommand(['baseline', join(folder.path, 'old'), ...WHY, ...DAY]);
    equal(status, 0);
    match(stdout, /^aims-baseline\.yaml: 0 kept, \d+ added/);
    ok(read(folder).includes('path: old/soa.yaml') && !read(folder).includes('path: soa.yaml'));
  });

  it('of a folder with several roots writes one for each, or none where one cannot be done', () => {
    const files = [
      ['one/aims.yaml', AIMS],
      ['one/soa.yaml', SOA],
      ['two/aims.yaml', AIMS],
      ['two/soa.yaml', SOA],
    ] as const;
    const { status, stdout } = run(folderOf(...files));
    deepEqual(
      [status, stdout],
      [0, ['one', 'two'].map((name) => `${name}/${FILE}: 0 kept, 2 added, 0 dropped.\n`).join('')],
    );
    const broken = folderOf(...files, [`two/${FILE}`, 'findings: [\n']);
    equal(run(broken).status, 2);
    ok(!textsBelow(broken.path).has(`one/${FILE}`));
  });

  it('is 2 for wrong usage and what cannot be read, with one line, and writes nothing', () => {
    const good = folderOf();
    const cases: readonly (readonly [TestFolder, readonly string[], RegExp])[] = [
      [good, [], /--reason is needed/],
      [good, ['--reason', ''], /in your own words/],
      [good, ['--reason', '  '], /in your own words/],
      [good, ['--reason', 'TODO'], /in your own words/],
      [good, [...WHY, '--until', 'soon'], /--until needs a date/],
      [good, [...WHY, '--until', '2026-02-30'], /--until needs a date/],
      [good, [...WHY, '--until', '2026-11-19'], /has passed/],
      [good, [...WHY, '--rule', 'soa/missing-justificatio'], /no rule .*perhaps "soa\/missing-justification"/],
      [good, [...WHY, '--rule', 'syntax/yaml'], /cannot be accepted/],
      [good, [...WHY, '--format', 'json'], /--format needs/],
      [good, [...WHY, '--fail-on', 'warning'], /--fail-on is no option/],
      [good, [...WHY, '--max-warnings', '1'], /--max-warnings is no option/],
      [folderOf(['soa.yaml', SOA]), WHY, /no aims\.yaml .*Write one first/],
      [folderOf(['readme.md', '# Hello\n']), WHY, /no aims\.yaml .*Write one first/],
      [folderOf(['aims.yaml', AIMS], [FILE, 'findings: [\n']), WHY, /would be lost/],
      [folderOf(['aims.yaml', AIMS], [FILE, 'findings:\n  - soa/no-owner\n']), WHY, /would be lost/],
      [
        folderOf(['aims.yaml', AIMS], ['big.md', `---\nkind: record\n---\n${'x'.repeat(2_000_001)}`]),
        WHY,
        /not be checked/,
      ],
    ];
    for (const [folder, args, expected] of cases) {
      const before = textsBelow(folder.path);
      const { status, stdout, stderr } = runCommand(['baseline', folder.path, ...DAY, ...args]);
      deepEqual([status, stdout], [2, ''], args.join(' '));
      match(stderr, ONE_LINE, args.join(' '));
      match(stderr, expected);
      deepEqual(textsBelow(folder.path), before);
    }
    for (const args of [
      ['check', '--reason', 'x'],
      ['list', '--dry-run'],
      ['coverage', '--rule', RULE],
    ])
      equal(runCommand(args).status, 2, args.join(' '));
    match(runCommand(['baseline', 'no/such/folder', ...WHY]).stderr, /^aims: There is no folder/);
  });

  it('does not write through a link', function () {
    if (process.platform === 'win32') this.skip();
    const folder = folderOf(['aims.yaml', AIMS], ['soa.yaml', SOA], ['other.txt', 'mine\n']);
    symlinkSync('other.txt', join(folder.path, FILE));
    const { status, stderr } = run(folder);
    equal(status, 2);
    match(stderr, /no ordinary file/);
    equal(readFileSync(join(folder.path, 'other.txt'), 'utf8'), 'mine\n');
  });

  it('changes no grade', () => {
    const folder = kept(new TestFolder(textsBelow('examples/meridian-gaps')));
    const grades = () => runCommand(['coverage', folder.path, '--format', 'json', ...DAY]).stdout;
    const before = grades();
    equal(run(folder).status, 0);
    equal(grades(), before);
  });

  it('has its help', () => {
    const { status, stdout } = runCommand(['baseline', '--help']);
    equal(status, 0);
    for (const option of ['--reason', '--until', '--rule', '--dry-run', '--today']) ok(stdout.includes(option), option);
    match(runCommand(['--help']).stdout, /^ {2}baseline {2}/m);
  });
});
