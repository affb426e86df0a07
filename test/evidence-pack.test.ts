// The evidence pack: every file that counts as evidence, byte for byte, with a manifest that others can check.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import JSZip from 'jszip';
import { DAY, runCommand } from './support/command-line';
import { filesBelow } from './support/folders';
import { TestRepository } from './support/git-repository';
import { TestFolder } from './support/test-folder';

const FOOT = 'This report describes what the repository shows. It is not a statement of conformity.';
const BINARY = Uint8Array.from({ length: 512 }, (_, index) => index & 255);

interface Manifest {
  readonly today: string;
  readonly revision: { readonly id: string; readonly date: string } | null;
  readonly files: readonly {
    readonly path: string;
    readonly sha256: string;
    readonly bytes: number;
    readonly supports: readonly { readonly subject: string; readonly path: string; readonly line: number }[];
  }[];
  readonly not_included: readonly { readonly target: string; readonly why: string }[];
  readonly foot: string;
}

const ROWS = [
  '{ ref: ../records/test.bin, date: 2026-08-14 }',
  '../records/missing.pdf',
  '../../outside.txt',
  'https://example.org/evidence',
  '../records/link.txt',
  '../records/large.bin',
  '"../records/=SUM(A1).txt"',
  '../records',
];
const FILES: [string, string | Uint8Array][] = [
  ['aims/aims.yaml', 'organization: Tern\nframeworks: [iso-42001]\n'],
  [
    'aims/soa/soa.yaml',
    `kind: statement-of-applicability\nframework: iso-42001\ncontrols:\n  - id: A.6.2.4\n    applicable: true\n    implementation: See [the procedure](../procedure.md)\n    evidence:\n${ROWS.map((row) => `      - ${row}\n`).join('')}`,
  ],
  [
    'aims/suppliers.yaml',
    'kind: supplier-register\nsuppliers:\n  - { id: SUP-1, name: Gull, contract: records/contract.txt }\n',
  ],
  ['aims/procedure.md', '---\nkind: procedure\ntitle: Release\n---\n# Release\r\n\r\nÄ\n'],
  ['aims/records/test.bin', BINARY],
  ['aims/records/contract.txt', ''],
  ['aims/records/=SUM(A1).txt', 'x'],
  ['aims/records/large.bin', 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n'],
  ['aims/records/unused.txt', 'not referred to'],
  ['outside.txt', 'secret'],
];
const PACKED = ['procedure.md', 'records/=SUM(A1).txt', 'records/contract.txt', 'records/test.bin'];

describe('the evidence pack', function () {
  this.timeout(20_000);
  const repository = new TestRepository(FILES);
  symlinkSync('../../outside.txt', join(repository.path, 'aims/records/link.txt'));
  const commit = repository.commit('2026-06-01T12:00:00Z');
  const targets = new TestFolder();
  const at = (name: string) => join(targets.path, name);
  const pack = (target: string, ...more: string[]) =>
    runCommand(['report', join(repository.path, 'aims'), '--evidence-pack', target, ...DAY, ...more]);
  const manifestOf = (folder: string) => JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  after(() => {
    repository.dispose();
    targets.dispose();
  });

  it('holds what is referred to, byte for byte, and says what it leaves out', () => {
    const { status, stdout, stderr } = pack(at('folder'));
    equal(status, 0, stderr);
    equal(stdout, '');
    match(stderr, /, 4 files of evidence; 6 not included, the manifest says why\n$/);
    const files = filesBelow(at('folder'));
    deepEqual([...files.keys()], [...PACKED.map((path) => `files/${path}`), 'manifest.csv', 'manifest.json']);
    const manifest = manifestOf(at('folder'));
    deepEqual(
      manifest.files.map(({ path, sha256, bytes }) => ({ path, sha256, bytes })),
      PACKED.map((path) => {
        const original = readFileSync(join(repository.path, 'aims', path));
        deepEqual(Buffer.from(files.get(`files/${path}`) ?? []), original, path);
        return { path, sha256: createHash('sha256').update(original).digest('hex'), bytes: original.length };
      }),
    );
    deepEqual(
      manifest.not_included.map(({ target }) => target).sort(),
      [
        '../outside.txt',
        '../records/link.txt',
        '../records/missing.pdf',
        'https://example.org/evidence',
        'records',
        'records/large.bin',
      ].sort(),
    );
    ok(manifest.not_included.every(({ why }) => why.endsWith('.')));
    match(manifest.not_included.find(({ target }) => target === 'records/large.bin')?.why ?? '', /Git LFS/);
    equal(manifest.foot, FOOT);
    equal(manifest.today, '2026-11-20');
    equal(manifest.revision, null);
    const uses = new Map(manifest.files.map(({ path, supports }) => [path, supports]));
    const [use] = uses.get('records/test.bin') ?? [];
    equal(use?.subject, 'A.6.2.4');
    const line = readFileSync(join(repository.path, 'aims', use?.path ?? ''), 'utf8').split('\n')[(use?.line ?? 0) - 1];
    ok(line?.includes('records/test.bin'), 'the place where it is referred to');
    equal(uses.get('records/contract.txt')?.[0]?.subject, 'SUP-1');
  });

  it('has the same manifest as CSV, in which nothing is a formula', () => {
    const manifest = manifestOf(at('folder'));
    const text = readFileSync(join(at('folder'), 'manifest.csv'), 'utf8');
    const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[];
    deepEqual(
      rows.filter(({ included }) => included === 'yes').map((row) => [row.path, row['sha-256'], Number(row.bytes)]),
      manifest.files.map(({ path, sha256, bytes }) => [path, sha256, bytes]),
    );
    equal(rows.length, manifest.files.length + manifest.not_included.length);
    ok(rows.flatMap((row) => Object.values(row)).every((cell) => !/^[=+\-@]/.test(cell)));
  });

  it('is the same zip each time, and another program reads it', async () => {
    for (const name of ['one.zip', 'two.ZIP']) equal(pack(at(name)).status, 0);
    deepEqual(readFileSync(at('one.zip')), readFileSync(at('two.ZIP')));
    const zip = await JSZip.loadAsync(readFileSync(at('one.zip')), { checkCRC32: true });
    const names = Object.values(zip.files).map(({ name }) => name);
    deepEqual(names.sort(), [...filesBelow(at('folder')).keys()]);
    for (const [name, bytes] of filesBelow(at('folder')))
      deepEqual(await zip.file(name)?.async('nodebuffer'), Buffer.from(bytes), name);
  });

  it('is as a revision has it, whatever lies on disk now', () => {
    repository.write('aims/records/test.bin', 'changed');
    repository.remove('aims/records/contract.txt');
    equal(pack(at('then'), '--at', commit).status, 0);
    const manifest = manifestOf(at('then'));
    deepEqual([manifest.revision?.id, manifest.revision?.date], [commit, '2026-06-01']);
    deepEqual(readFileSync(at('then/files/records/test.bin')), Buffer.from(BINARY));
    deepEqual(
      manifest.files.map(({ path }) => path),
      PACKED,
    );
    ok(!existsSync(at('then/files/records/link.txt')), 'a link in Git is no file');
    equal(pack(at('now')).status, 0);
    equal(readFileSync(at('now/files/records/test.bin'), 'utf8'), 'changed');
  });

  it('follows no link out of the root that takes the place of a folder', () => {
    const folder = new TestFolder(FILES);
    folder.rename('aims/records', 'elsewhere');
    symlinkSync('../elsewhere', join(folder.path, 'aims/records'));
    const { status } = runCommand(['report', join(folder.path, 'aims'), '--evidence-pack', at('links'), ...DAY]);
    equal(status, 0);
    deepEqual([...filesBelow(at('links')).keys()], ['files/procedure.md', 'manifest.csv', 'manifest.json']);
    folder.dispose();
  });

  it('leaves what is there, and puts no copies among the documents', () => {
    targets.write('full/mine.txt', 'mine');
    targets.write('mine.zip', 'mine');
    targets.write('file', 'mine');
    mkdirSync(at('empty'));
    symlinkSync('empty', at('link'));
    for (const [target, ...more] of [
      [at('full')],
      [at('full'), '--force'],
      [at('mine.zip')],
      [at('file'), '--force'],
      [at('link'), '--force'],
      [join(repository.path, 'aims/pack')],
    ] as const) {
      const { status, stderr } = pack(target, ...more);
      equal(status, 2, target);
      match(stderr, /^aims: "[^"]+" .+\n$/);
    }
    deepEqual([...filesBelow(at('full')).keys()], ['mine.txt']);
    equal(readFileSync(at('mine.zip'), 'utf8'), 'mine');
    ok(!existsSync(join(repository.path, 'aims/pack')));
    deepEqual(readdirSync(at('empty')), []);
    equal(pack(at('mine.zip'), '--force').status, 0);
    equal(pack(at('empty')).status, 0);
    ok(existsSync(at('empty/manifest.json')));
    deepEqual(
      readdirSync(targets.path).filter((name) => name.startsWith('.')),
      [],
      'nothing half made is left',
    );
  });

  it('comes together with the report where both are asked for', () => {
    equal(pack(at('both.zip'), '--output', at('both.html')).status, 0);
    ok(existsSync(at('both.zip')) && readFileSync(at('both.html'), 'utf8').includes(FOOT));
  });
});
