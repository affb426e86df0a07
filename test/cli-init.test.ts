// `aims init`: what it writes and asks, what it leaves as it is, and that the result is an honest beginning.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SET_UP_ROLES } from '../engine/features/set-up-plan';
import schema from '../schemas/aims.schema.json';
import { DAY, runCommand } from './support/command-line';
import { filesBelow, textsBelow } from './support/folders';
import { folderMaker } from './support/test-folder';

const NAMED = ['--organisation', 'Example Ltd'];
const WRITTEN = [
  'aims.yaml',
  'context/scope.md',
  'policies/ai-policy.md',
  'risk/risk-register.yaml',
  'soa.yaml',
  'systems/inventory.yaml',
];

describe('aims init', () => {
  const folderOf = folderMaker();
  const init = (folder: string, ...more: string[]) => runCommand(['init', folder, ...DAY, ...more]);
  const json = (command: string, folder: string) =>
    JSON.parse(runCommand([command, folder, '--format', 'json', ...DAY]).stdout) as {
      findings: { rule: string; severity: string; message: string }[];
      documents: { path: string; kind: string; status: string; approved_by: unknown }[];
      entities: Record<string, Record<string, unknown>[]>;
    };

  it('writes a small starting point and says what comes next', () => {
    const folder = folderOf();
    const { status, stdout, stderr } = init(
      folder.path,
      ...NAMED,
      '--role',
      'deployer',
      '--role',
      'provider',
      '--system',
      'Letter router',
      '--purpose',
      'Sorts letters',
    );
    deepEqual([status, stderr], [0, '']);
    deepEqual([...filesBelow(folder.path).keys()], WRITTEN);
    for (const path of WRITTEN) ok(stdout.includes(`\n  ${path}\n`), path);
    match(stdout, /\nNext:\n {2}1\. aims check .+\n {2}2\. aims gaps .+\n {2}3\. /);
    match(
      textsBelow(folder.path).get('aims.yaml') ?? '',
      /\norganization: Example Ltd\nroles: \[deployer, provider\]\n/,
    );
    deepEqual(
      json('list', folder.path).entities.systems?.map(({ id, name }) => [id, name]),
      [['AIS-001', 'Letter router']],
    );
  });

  it('has only the errors of an honest beginning: documents that nobody has begun', () => {
    const folder = folderOf();
    init(folder.path, ...NAMED, '--system', 'Letter router');
    const { findings } = json('check', folder.path);
    // The only errors are documents that the standard asks for and nobody has begun.
    const errors = new Set(findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule));
    deepEqual([...errors], ['clause/no-document']);
    ok(findings.length > 20);
    const families = new Set(findings.map(({ rule }) => rule.split('/')[0]));
    for (const family of ['syntax', 'configuration', 'reference', 'id', 'date', 'engine', 'limit', 'framework'])
      ok(!families.has(family), family);
    // Nothing is decided, approved or shown for anybody.
    const { documents, entities } = json('list', folder.path);
    ok(documents.every(({ status, approved_by }) => status === 'draft' && approved_by === null));
    equal(entities.soa?.length, 38);
    ok(
      entities.soa?.every(({ applicable, justification, status }) =>
        [applicable, justification, status].every((value) => value === null),
      ),
    );
    const coverage = JSON.parse(runCommand(['coverage', folder.path, '--format', 'json', ...DAY]).stdout) as {
      frameworks: { items: { grade: string }[] }[];
    };
    ok(
      coverage.frameworks.every(({ items }) => items.every(({ grade }) => !['approved', 'evidenced'].includes(grade))),
    );
  });

  it('takes names as they are, whatever they mean in YAML and Markdown', () => {
    const folder = folderOf();
    const name = 'A: "B" & {{C}} # [D] <e> \\ | yes';
    equal(init(folder.path, '--organization', name, '--system', `${name} 2`).status, 0);
    const { findings } = json('check', folder.path);
    deepEqual(
      findings.filter(({ rule }) => /^(?:syntax|configuration)\//.test(rule)),
      [],
    );
    equal(json('list', folder.path).entities.systems?.[0]?.name, `${name} 2`);
  });

  it('makes the folder where there is none, also a deep one', () => {
    const folder = folderOf();
    equal(init(join(folder.path, 'a b/c'), ...NAMED).status, 0);
    deepEqual(
      [...filesBelow(folder.path).keys()],
      WRITTEN.map((path) => `a b/c/${path}`),
    );
  });

  it('leaves files alone that are there, and makes no second document of a kind', () => {
    const mine: [string, string][] = [
      ['soa.yaml', 'mine: true\n'],
      ['docs/rules.md', '---\nkind: ai-policy\nid: P-1\n---\n# Our rules for AI\n'],
    ];
    const folder = folderOf(...mine);
    const { status, stdout } = init(folder.path, ...NAMED);
    equal(status, 0);
    match(stdout, /\n {2}soa\.yaml is there already and was left as it is\n/);
    match(stdout, /\n {2}no policies\/ai-policy\.md, because docs\/rules\.md is that already\n/);
    const texts = textsBelow(folder.path);
    for (const [path, text] of mine) equal(texts.get(path), text);
    ok(!texts.has('policies/ai-policy.md') && texts.has('context/scope.md'));
  });

  it('with --only-settings writes aims.yaml and nothing else', () => {
    const folder = folderOf(['docs/rules.md', '# AI policy\n']);
    const { status, stdout } = init(folder.path, ...NAMED, '--only-settings');
    equal(status, 0);
    match(stdout, /\nNext:\n {2}1\. aims list /);
    deepEqual([...filesBelow(folder.path).keys()], ['aims.yaml', 'docs/rules.md']);
  });

  it('writes nothing where a management system is already', () => {
    const folder = folderOf(['aims.yaml', 'organization: Mine\n']);
    folder.write('sub/readme.md', '# Sub\n');
    const before = filesBelow(folder.path);
    match(init(folder.path, ...NAMED).stderr, /^aims: ".+" has an aims\.yaml already\. /);
    match(
      init(join(folder.path, 'sub'), ...NAMED).stderr,
      /^aims: ".+" belongs to the management system in ".+" already\.\n$/,
    );
    equal(init(folder.path, ...NAMED).status, 2);
    deepEqual(filesBelow(folder.path), before);
  });

  it('follows no link out of the folder, and then writes nothing at all', () => {
    const elsewhere = folderOf();
    const folder = folderOf();
    symlinkSync(elsewhere.path, join(folder.path, 'policies'));
    const { status, stderr } = init(folder.path, ...NAMED);
    equal(status, 2);
    equal(stderr, 'aims: "policies" is no ordinary folder, so nothing is written into it. Nothing was written.\n');
    equal(filesBelow(elsewhere.path).size + filesBelow(folder.path).size, 0);
  });

  it('needs answers that make sense; without a terminal it asks nothing', () => {
    const folder = folderOf();
    const wrong = (...args: string[]) => {
      const { status, stdout, stderr } = init(folder.path, ...args);
      deepEqual([status, stdout], [2, '']);
      return stderr;
    };
    match(wrong(), /^aims: --organisation is needed: /);
    match(wrong('--organisation', '  '), /^aims: --organisation is needed: /);
    match(wrong(...NAMED, '--role', 'boss'), /^aims: --role needs one of provider, /);
    match(wrong(...NAMED, '--purpose', 'x'), /^aims: --purpose is that of an AI system/);
    match(wrong(...NAMED, '--system', ' '), /^aims: The AI system needs a name/);
    match(wrong(...NAMED, '--system', 'a\nb'), /one line of text/);
    match(wrong(...NAMED, '--organization', 'Other'), /named twice/);
    equal(filesBelow(folder.path).size, 0);
  });

  it('knows the roles that aims.yaml knows', () => {
    deepEqual([...SET_UP_ROLES].sort(), [...schema.properties.roles.items.enum].sort());
  });

  describe('at a terminal', () => {
    const command = (folder: string, ...more: string[]) =>
      [process.execPath, resolve('dist/cli.js'), 'init', folder, ...DAY, ...more].map((word) => `'${word}'`).join(' ');

    /** Runs it on a terminal of its own; each answer is given when its question has been asked. */
    function answer(
      line: string,
      answers: readonly (readonly [question: string, answer: string])[],
    ): Promise<{ status: number | null; shown: string }> {
      const child = spawn('script', ['-qec', line, '/dev/null'], { stdio: ['pipe', 'pipe', 'inherit'] });
      let shown = '';
      let next = 0;
      let from = 0;
      child.stdout.on('data', (data) => {
        shown += String(data);
        const [question, reply] = answers[next] ?? [];
        if (question === undefined || !shown.includes(question, from)) return;
        from = shown.length;
        next++;
        child.stdin.write(reply ?? '');
      });
      return new Promise((done) => child.once('close', (status) => done({ status, shown })));
    }

    it('asks for what is not given, and again where an answer makes no sense', async () => {
      equal(spawnSync('script', ['--version']).status, 0, 'Install "script" (Debian: bsdutils), then run this again.');
      const folder = folderOf();
      const { status, shown } = await answer(command(folder.path), [
        ['Which organisation is it for? ', 'Example Ltd\r'],
        ['not know yet', 'provider, boss\r'],
        ['"boss" is none of them', 'Provider deployer\r'],
        ['empty to add systems later: ', 'Letter router\r'],
        ['What is Letter router for?', '\r'],
      ]);
      equal(status, 0, shown);
      deepEqual([...filesBelow(folder.path).keys()], WRITTEN);
      match(
        textsBelow(folder.path).get('aims.yaml') ?? '',
        /organization: Example Ltd\nroles: \[provider, deployer\]\n/,
      );
      match(textsBelow(folder.path).get('systems/inventory.yaml') ?? '', /name: Letter router\n {4}purpose: "\{\{/);
    });

    it('writes nothing where the person leaves with Ctrl-C or Ctrl-D', async () => {
      for (const key of ['\u0003', '\u0004']) {
        const folder = folderOf();
        const { status, shown } = await answer(command(folder.path, ...NAMED), [['not know yet', key]]);
        equal(status, 2, shown);
        match(shown, /aims: Nothing was written\./);
        equal(filesBelow(folder.path).size, 0);
      }
    });
  });
});
