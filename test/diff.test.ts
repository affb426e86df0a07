// What changed between two revisions of a real Git repository, and the state as of one: `aims diff` and `--at`.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { chmodSync, cpSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { micromark } from 'micromark';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';
import { compareStates } from '../engine/comparison/comparison';
import { createWorkspace, finish } from '../engine/engine';
import { diffMarkdown } from '../engine/reports/diff-markdown';
import { diffReport } from '../engine/reports/diff-report';
import type { FileSource } from '../host/file-source';
import { loadCompared } from '../host/load-compared';
import { DAY, runCommand } from './support/command-line';
import { filesBelow } from './support/folders';
import { GIT_SETTINGS, TestRepository } from './support/git-repository';
import { everything, workspaceOf } from './support/memory-workspace';
import {
  IN_FORCE,
  inventory,
  markdownText,
  procedure,
  record,
  statement,
  system,
  yamlText,
} from './support/small-system';
import { AIMS } from './support/small-texts';
import { keptFolders, TestFolder } from './support/test-folder';

interface Row {
  readonly rule: string;
  readonly severity: string;
  readonly path: string;
  readonly line: number;
  readonly message: string;
  readonly was?: string;
}

interface Diff {
  readonly version: number;
  readonly today: string;
  readonly from: { revision: string | null; commit: string | null; date: string | null };
  readonly to: { revision: string | null; commit: string | null; date: string | null };
  readonly coverage: {
    readonly before: Record<string, number>;
    readonly after: Record<string, number>;
    readonly changes: {
      kind: string;
      id: string;
      from: string | null;
      to: string | null;
      direction: string;
      reason: string;
    }[];
  };
  readonly documents: Record<'came' | 'went' | 'changed', { path: string }[]> & {
    moved: { from: string; path: string }[];
  };
  readonly findings: Record<'new' | 'settled' | 'severity' | 'silenced', Row[]>;
  readonly summary: { readonly new: Record<string, number>; readonly remaining: number };
}

const decision = {
  id: 'A.2.2',
  applicable: true,
  justification: 'We decide with AI.',
  owner: 'Head of AI',
  basis: ['policy'],
};
const practised = {
  ...decision,
  status: 'implemented',
  implementation: ['POL-1'],
  evidence: ['records/test.md'],
};
const POLICY = markdownText(
  { kind: 'ai-policy', id: 'POL-1', title: 'AI policy', ...IN_FORCE },
  'We use AI with care.',
);

describe('what changed between two revisions', () => {
  const kept = keptFolders();
  const repositoryOf = (...files: readonly (readonly [string, string | Uint8Array])[]) => {
    const repository = kept(new TestRepository(files));
    repository.commit('2026-05-01T12:00:00Z');
    repository.git('tag', 'v1.0');
    return repository;
  };
  const run = (folder: string, ...args: string[]) =>
    runCommand(['diff', ...args, '--folder', folder, ...DAY], { env: GIT_SETTINGS });
  const diff = (folder: string, ...args: string[]) => {
    const result = run(folder, ...args, '--format', 'json');
    ok(result.stdout !== '', result.stderr);
    return { ...result, ...(JSON.parse(result.stdout) as Diff) };
  };
  const names = (rows: readonly Row[]) => rows.map(({ rule, path }) => `${rule} ${path}`);
  const small = (...more: readonly (readonly [string, string])[]) =>
    repositoryOf(
      ['aims.yaml', AIMS],
      ['policies/ai-policy.md', POLICY],
      ['soa.yaml', statement([practised])],
      ['records/test.md', record()],
      ...more,
    );

  describe('of findings, grades and documents', () => {
    it('is nothing where nothing changed, and ends with 0', () => {
      const repository = small();
      for (const revisions of [['HEAD'], ['v1.0..main'], ['v1.0...'], ['2026-05-01', 'HEAD']]) {
        const { status, findings, coverage, documents, summary } = diff(repository.path, ...revisions);
        equal(status, 0);
        deepEqual([findings.new, findings.settled, coverage.changes], [[], [], []]);
        deepEqual(Object.values(documents), [[], [], [], []]);
        ok(summary.remaining > 0);
      }
    });

    it('names what is new and what is settled, with places in the state they belong to', () => {
      const repository = small(['roles.yaml', yamlText({ kind: 'roles', id: 'ROL-1', title: 'Roles' })]);
      repository.write(
        'soa.yaml',
        statement([{ ...decision, justification: '', status: 'implemented', evidence: ['gone.md'] }]),
      );
      repository.commit();
      repository.git('rm', '--quiet', 'records/test.md');
      repository.write('systems.yaml', inventory(system()));
      const there = diff(repository.path, 'v1.0');
      deepEqual(
        names(there.findings.new)
          .filter((name) => /missing-justification|evidence\/missing|unassessed/.test(name))
          .sort(),
        ['evidence/missing soa.yaml', 'soa/missing-justification soa.yaml', 'system/unassessed systems.yaml'],
      );
      equal(there.status, 1);
      deepEqual(there.documents.came, [{ path: 'systems.yaml', kind: 'ai-system-inventory' }]);
      deepEqual(there.documents.went, [{ path: 'records/test.md', kind: 'record' }]);
      deepEqual(
        there.documents.changed.map(({ path }) => path),
        ['soa.yaml'],
      );
      deepEqual(there.from, { revision: 'v1.0', commit: repository.git('rev-parse', 'v1.0'), date: '2026-05-01' });
      deepEqual(there.to, { revision: null, commit: null, date: null });
      const grades = there.coverage.changes.filter(({ id }) => id === 'A.2.2' || id === 'AIS-001');
      deepEqual(
        grades.map(({ id, from, to, direction }) => [id, from, to, direction]),
        [
          ['A.2.2', 'evidenced', 'none', 'down'],
          ['AIS-001', null, 'missing', 'other'],
        ],
      );
      // The way back: what was new is settled and the other way round, whatever finds only by comparing.
      repository.commit();
      const back = diff(repository.path, 'HEAD', 'v1.0');
      const comparing = (rows: readonly Row[]) =>
        names(rows.filter(({ rule }) => rule !== 'document/changed-after-approval'));
      deepEqual(comparing(back.findings.new), comparing(there.findings.settled));
      deepEqual(comparing(back.findings.settled), comparing(there.findings.new));
      const line = there.findings.new.find(({ rule }) => rule === 'soa/missing-justification')?.line;
      equal(back.findings.settled.find(({ rule }) => rule === 'soa/missing-justification')?.line, line);
      deepEqual([back.coverage.before, back.coverage.after], [there.coverage.after, there.coverage.before]);
    });

    it('counts each side as "aims check" and "aims coverage" do at that revision', () => {
      const repository = kept(new TestRepository());
      cpSync('examples/meridian-gaps', repository.path, { recursive: true });
      repository.commit('2026-05-01T12:00:00Z');
      repository.git('rm', '--quiet', '-r', 'records');
      repository.write('soa.yaml', statement([decision]));
      repository.commit('2026-06-01T12:00:00Z');
      const { findings, summary, coverage } = diff(repository.path, 'HEAD~1', 'HEAD');
      const at = (command: string, revision: string) =>
        JSON.parse(
          runCommand([command, repository.path, '--at', revision, '--format', 'json', ...DAY], { env: GIT_SETTINGS })
            .stdout,
        );
      const [before, after] = [at('check', 'HEAD~1').findings.length, at('check', 'HEAD').findings.length];
      const added = findings.new.filter(({ rule }) => rule !== 'document/changed-after-approval').length;
      const same = summary.remaining + findings.severity.length;
      deepEqual([before - findings.settled.length, after - added], [same, same]);
      ok(added > 10 && findings.settled.length > 10, `${added} ${findings.settled.length}`);
      deepEqual(coverage.after, at('coverage', 'HEAD').frameworks[0].totals);
    });

    it('shows no finding as new because lines were added, a file or folder was renamed, or a row moved to another file', () => {
      const risks = (...ids: string[]) =>
        yamlText({
          kind: 'risk-register',
          id: '',
          title: 'Risks',
          risks: ids.map((id) => ({ id, risk: `What ${id} does` })),
        }).replace('id: ""\n', '');
      const repository = small(
        ['risks.yaml', risks('R-1', 'R-2')],
        [
          'drafts/plan.md',
          '---\nkind: procedure\n---\n\n# Plan of tests\n\nEvery model is tested by two people before it is used.\n',
        ],
      );
      const quiet = (...args: string[]) =>
        names(diff(repository.path, ...args).findings.new).filter((name) => !name.includes('changed-after'));
      repository.write('soa.yaml', `# A comment\n\n${statement([practised])}`);
      deepEqual(quiet('HEAD'), []);
      repository.rename('policies/ai-policy.md', 'rules/the-policy.md');
      repository.rename('drafts/plan.md', 'procedures/test-plan.md');
      const moved = diff(repository.path, 'HEAD');
      deepEqual(
        moved.documents.moved.map(({ from, path }) => [from, path]),
        [
          ['drafts/plan.md', 'procedures/test-plan.md'],
          ['policies/ai-policy.md', 'rules/the-policy.md'],
        ],
      );
      deepEqual([names(moved.findings.new), names(moved.findings.settled), moved.status], [[], [], 0]);
      repository.commit();
      repository.write('risks.yaml', risks('R-1'));
      repository.write('more-risks.yaml', risks('R-2'));
      const split = diff(repository.path, 'HEAD');
      deepEqual(
        split.findings.new.filter(({ message }) => message.includes('R-2 ')),
        [],
      );
      deepEqual(
        split.findings.settled.filter(({ message }) => message.includes('R-2 ')),
        [],
      );
      // The register as a whole is another thing: what is said of it is new.
      ok(diff(repository.path, 'v1.0').summary.remaining > 5);
    });

    it('counts as new what became graver, and says what an exception silences instead of calling it settled', () => {
      const draft = { status: 'draft', approved_by: undefined, approved_on: undefined };
      const repository = repositoryOf(
        ['aims.yaml', AIMS],
        ['soa.yaml', statement([{ ...decision, justification: undefined }], draft)],
      );
      repository.write('soa.yaml', statement([{ ...decision, justification: undefined }]));
      const graver = diff(repository.path, 'HEAD');
      const row = graver.findings.severity.find(({ rule }) => rule === 'soa/missing-justification');
      deepEqual([row?.was, row?.severity], ['warning', 'error']);
      deepEqual(
        graver.findings.new.filter(({ rule }) => rule === 'soa/missing-justification'),
        [],
      );
      equal(graver.status, 1);
      equal(run(repository.path, 'HEAD', '--fail-on', 'error').status, 1);
      repository.commit();
      equal(diff(repository.path, 'HEAD', 'v1.0').status, 0);
      repository.write(
        'aims.yaml',
        `${AIMS}exceptions:\n  - rule: soa/missing-justification\n    at: soa.yaml#A.2.2\n    reason: The board decides in December.\n    until: 2026-12-31\n`,
      );
      const silenced = diff(repository.path, 'HEAD');
      deepEqual(names(silenced.findings.silenced), ['soa/missing-justification soa.yaml']);
      ok(!names(silenced.findings.settled).includes('soa/missing-justification soa.yaml'));
      repository.commit();
      // Taken away again, it is new again.
      ok(names(diff(repository.path, 'HEAD', 'HEAD~1').findings.new).includes('soa/missing-justification soa.yaml'));
    });

    it('knows roots below the folder, a folder inside a root, and a system that was not there before', () => {
      const repository = repositoryOf(['readme.md', '# A product\n']);
      repository.write('a/aims.yaml', AIMS);
      repository.write('a/policy.md', POLICY);
      repository.write('b/aims.yaml', AIMS);
      repository.write('b/deep/soa.yaml', statement([{ ...decision, justification: '' }]));
      repository.commit();
      const all = diff(repository.path, 'v1.0', 'HEAD');
      ok(names(all.findings.new).includes('soa/missing-justification b/deep/soa.yaml'));
      deepEqual(
        all.documents.came.map(({ path }) => path),
        ['a/policy.md', 'b/deep/soa.yaml'],
      );
      deepEqual(new Set(all.coverage.changes.map(({ from }) => from)), new Set([null]));
      const deep = diff(join(repository.path, 'b/deep'), 'v1.0', 'HEAD');
      match(deep.stderr, /There is no folder ".*deep" in v1\.0/);
      deepEqual(new Set(deep.findings.new.map(({ path }) => path)), new Set(['soa.yaml']));
      match(run(repository.path, 'v1.0', 'v1.0').stderr, /There is no AI management system in ".+", in neither state/);
      // One root that has another name now is the same root.
      repository.git('rm', '--quiet', '-r', 'b');
      repository.commit();
      repository.git('mv', 'a', 'governance');
      const moved = diff(repository.path, 'HEAD');
      deepEqual([moved.findings.new, moved.findings.settled, moved.coverage.changes], [[], [], []]);
      deepEqual(
        moved.documents.moved.map(({ from, path }) => [from, path]),
        [['a/policy.md', 'governance/policy.md']],
      );
    });

    it('looks at paths outside the root as each revision has them', () => {
      const repository = repositoryOf(
        ['governance/aims.yaml', AIMS],
        ['governance/soa.yaml', statement([{ ...decision, status: 'implemented', evidence: ['../tests/report.txt'] }])],
        ['tests/report.txt', 'passed'],
      );
      repository.git('rm', '--quiet', 'tests/report.txt');
      repository.commit();
      const missing = (rows: readonly Row[]) => rows.filter(({ rule }) => rule === 'evidence/missing').length;
      const folder = join(repository.path, 'governance');
      equal(missing(diff(folder, 'v1.0', 'HEAD').findings.new), 1);
      equal(missing(diff(folder, 'HEAD', 'v1.0').findings.settled), 1);
      equal(missing(diff(folder, 'v1.0').findings.new), 1);
    });

    it('takes the point where two branches parted for "a...b"', () => {
      const repository = small();
      repository.git('switch', '--quiet', '--create', 'topic');
      repository.write('topic.md', procedure({ id: 'PRO-7', title: 'Topic' }));
      repository.commit();
      repository.git('switch', '--quiet', 'main');
      repository.write('main.md', procedure({ id: 'PRO-8', title: 'Main' }));
      repository.commit();
      const came = (...revisions: string[]) => diff(repository.path, ...revisions).documents;
      deepEqual(
        came('main...topic').came.map(({ path }) => path),
        ['topic.md'],
      );
      deepEqual(came('main...topic').went, []);
      deepEqual(
        came('main..topic').went.map(({ path }) => path),
        ['main.md'],
      );
    });
  });

  describe('after an approval', () => {
    const changed = (repository: TestRepository, ...args: string[]) =>
      diff(repository.path, ...args).findings.new.filter(({ rule }) => rule === 'document/changed-after-approval');

    it('is found by the comparison alone, under a new name too, and not where line ends are those of this machine', () => {
      const repository = small(['.gitattributes', '*.md text eol=crlf\n']);
      repository.git('config', 'core.autocrlf', 'true');
      rmSync(join(repository.path, 'policies'), { recursive: true });
      repository.git('checkout', '--quiet', '--', 'policies');
      match(filesBelow(repository.path).get('policies/ai-policy.md')?.toString() ?? '', /\r\n/);
      deepEqual([changed(repository, 'HEAD'), diff(repository.path, 'HEAD').documents.changed], [[], []]);
      repository.rename('policies/ai-policy.md', 'policies/policy.md');
      deepEqual(changed(repository, 'HEAD'), []);
      repository.write('policies/policy.md', POLICY.replace('with care', 'with great care'));
      const [row, ...more] = changed(repository, 'HEAD');
      const line = POLICY.split('\n').findIndex((each) => each.startsWith('approved_on:')) + 1;
      deepEqual([row?.severity, row?.path, row?.line, more], ['warning', 'policies/policy.md', line, []]);
      repository.commit();
      equal(changed(repository, 'v1.0', 'HEAD').length, 1);
      equal(changed(repository, 'HEAD~1', 'HEAD').length, 1);
      deepEqual(changed(repository, 'HEAD'), []);
      const check = runCommand(['check', repository.path, '--format', 'json', ...DAY]).stdout;
      ok(!check.includes('changed-after-approval'));
      equal(run(repository.path, 'v1.0', '--fail-on', 'warning').status, 1);
    });

    it('can be turned off, made an error, or silenced with a reason, and an exception for it is never "unused"', () => {
      const repository = small();
      repository.write('policies/ai-policy.md', POLICY.replace('with care', 'with great care'));
      repository.write('aims.yaml', `${AIMS}rules:\n  document/changed-after-approval: error\n`);
      deepEqual(
        changed(repository, 'HEAD').map(({ severity }) => severity),
        ['error'],
      );
      equal(run(repository.path, 'HEAD').status, 1);
      repository.write('aims.yaml', `${AIMS}rules:\n  document/changed-after-approval: off\n`);
      deepEqual(changed(repository, 'HEAD'), []);
      repository.write(
        'aims.yaml',
        `${AIMS}exceptions:\n  - rule: document/changed-after-approval\n    at: policies/ai-policy.md\n    reason: A spelling mistake.\n    until: 2026-12-31\n`,
      );
      deepEqual(changed(repository, 'HEAD'), []);
      const check = () => runCommand(['check', repository.path, '--format', 'json', ...DAY]).stdout;
      ok(!check().includes('exception/unused'), check());
      repository.write('aims.yaml', AIMS);
      repository.write(
        'aims-baseline.yaml',
        'findings:\n  - { rule: document/changed-after-approval, path: policies/ai-policy.md, where: POL-1.approved_on, reason: "A spelling mistake.", until: 2026-12-31 }\n',
      );
      deepEqual(changed(repository, 'HEAD'), []);
      ok(!check().includes('exception/unused'), check());
      // Writing the baseline anew does not drop what only a comparison can meet.
      const baseline = runCommand(['baseline', repository.path, '--reason', 'Adopted.', ...DAY]);
      equal(baseline.status, 0, baseline.stderr);
      match(filesBelow(repository.path).get('aims-baseline.yaml')?.toString() ?? '', /changed-after-approval/);
    });
  });

  describe('as a state of then', () => {
    it('is what the folder was: check, list, coverage and gaps read a revision as they read a checkout of it', () => {
      const repository = repositoryOf(
        ['governance/aims.yaml', AIMS],
        ['governance/soa.yaml', statement([{ ...practised, evidence: ['records/test.md', '../tests/report.txt'] }])],
        ['governance/records/test.md', record()],
        ['governance/systems.yaml', inventory(system())],
        ['tests/report.txt', 'passed'],
      );
      const id = repository.git('rev-parse', 'HEAD');
      const folder = join(repository.path, 'governance');
      const commands = [
        ['check', 'json'],
        ['list', 'json'],
        ['coverage', 'text'],
        ['gaps', 'text'],
      ] as const;
      const outputs = (...at: string[]) =>
        commands.map(([command, format]) => {
          const result = runCommand([command, folder, '--format', format, ...DAY, ...at], { env: GIT_SETTINGS });
          return { command, status: result.status, stdout: result.stdout };
        });
      const before = outputs();
      repository.git('rm', '--quiet', '-r', 'governance', 'tests');
      repository.commit('2026-06-01T12:00:00Z');
      // The folder is gone by now, which makes no difference.
      ok(!existsSync(folder));
      deepEqual(outputs('--at', id), before);
      match(
        runCommand(['list', folder, '--at', 'main~1', ...DAY], { env: GIT_SETTINGS }).stderr,
        /^As of main~1 \([0-9a-f]{10} of 2026-05-01\)\.\n$/,
      );
    });

    it('is judged as of the day that is asked for, unless another is given', () => {
      const repository = small();
      const today = (...args: string[]) =>
        JSON.parse(runCommand(['coverage', repository.path, '--format', 'json', ...args], { env: GIT_SETTINGS }).stdout)
          .today;
      equal(today('--at', '2026-05-02'), '2026-05-02');
      equal(today('--at', '2026-05-02', '--today', '2027-01-01'), '2027-01-01');
      equal(today('--at', 'v1.0', ...DAY), '2026-11-20');
      const now = today('--at', 'v1.0');
      ok(now !== '2026-05-01' && /^\d{4}-\d{2}-\d{2}$/.test(now));
      equal(runCommand(['coverage', repository.path, '--at', '2026-02-30'], { env: GIT_SETTINGS }).status, 2);
    });
  });

  describe('in words', () => {
    it('is text for people, escaped for a terminal, and Markdown that stays one table a list whatever documents say', () => {
      const repository = small();
      const nasty = '](x) | <script>alert(1)</script> @everyone `code` ![](http://e.org/x) \u001b[31m \u202e';
      repository.write('soa.yaml', statement([{ ...decision, status: 'implemented', evidence: [`${nasty}.md`] }]));
      repository.write('systems.yaml', inventory(system({ name: nasty })));
      repository.write('a|b `c`.md', procedure({ id: 'PRO-9', approved_on: undefined }));
      const text = run(repository.path, 'v1.0').stdout;
      match(
        text,
        /^From v1\.0 \([0-9a-f]{10} of 2026-05-01\) to the working tree, both as of 2026-11-20\.\n\nCoverage\n/,
      );
      match(text, /\nThis report describes what the repository shows\. It is not a statement of conformity\.\n$/);
      ok(!text.includes('\u001b') && !text.includes('\u202e'));
      const markdown = run(repository.path, 'v1.0', '--format', 'markdown').stdout;
      ok(markdown.indexOf('### Coverage') < markdown.indexOf('### New findings'));
      ok(!markdown.includes('\u001b') && !markdown.includes('\u202e'));
      const html = micromark(markdown, {
        allowDangerousHtml: true,
        extensions: [gfmTable()],
        htmlExtensions: [gfmTableHtml()],
      });
      deepEqual(html.match(/<(?:a|img|script)\b/g), null);
      const tables = html.match(/<table>[\s\S]*?<\/table>/g) ?? [];
      deepEqual(tables.length, markdown.match(/^\| ?(?:---|-+) ?\|/gm)?.length);
      ok(tables.length >= 3);
      for (const table of tables) {
        const rows = (table.match(/<tr>[\s\S]*?<\/tr>/g) ?? []).map((row) => row.match(/<t[dh]\b/g)?.length);
        equal(new Set(rows).size, 1, table);
      }
      ok(html.includes('<code>a|b `c`.md</code>'));
      ok(!/@(?=everyone)/.test(markdown));
    });

    it('has room in a comment, and says what was left out', async () => {
      const many = Array.from(
        { length: 900 },
        (_, at) => `---\nkind: procedure\nid: PRO-${at}\nstatus: approved\n---\n\n# Procedure ${at}\n`,
      );
      const later = workspaceOf(new Map(many.map((text, at) => [`${at}.md`, text]))).snapshot;
      const root = { prefix: '', within: '', snapshot: later };
      const name = { revision: undefined, commit: undefined, date: undefined };
      const empty = { ...root, snapshot: workspaceOf(new Map()).snapshot };
      const markdown = diffMarkdown(
        diffReport(compareStates([empty], [root]), { today: '2026-11-20', from: name, to: name }),
      );
      ok(markdown.length <= 65_536 && markdown.length > 50_000, String(markdown.length));
      match(markdown, /\n\d+ more rows left out, for a comment has no room for them\.\n/);
    });
  });

  describe('where it cannot be said', () => {
    const fails = (folder: string, expected: RegExp, ...args: string[]) => {
      const { status, stdout, stderr } = run(folder, ...args);
      deepEqual([status, stdout], [2, ''], `${args.join(' ')}: ${stdout}`);
      match(stderr, /^aims: .+\n(?:See "aims --help"\.\n)?$/);
      match(stderr, expected);
    };

    it('is one line and exit 2, and nothing is changed', () => {
      const repository = small();
      const before = filesBelow(repository.path);
      fails(repository.path, /Name the revision/);
      fails(repository.path, /Two revisions at most/, 'a', 'b', 'c');
      fails(repository.path, /no revision "nope"/, 'nope');
      fails(repository.path, /no revision "nope"/, 'HEAD', 'nope');
      fails(repository.path, /"2026-02-30" is no day/, '2026-02-30');
      fails(repository.path, /names a file, not a revision/, 'HEAD:aims.yaml');
      fails(repository.path, /names a folder, not a revision/, 'HEAD:policies');
      const option = runCommand(['diff', '--folder', repository.path, '--', `--output=${repository.path}/x`]);
      equal(option.status, 2);
      match(option.stderr, /^aims: There is no revision "--output=.+\n$/);
      fails(repository.path, /--fail-on needs one of/, 'HEAD', '--fail-on', 'doom');
      fails(join(repository.path, 'nowhere'), /There is no folder ".*nowhere"/, 'HEAD');
      fails(join(repository.path, 'nowhere'), /There is no folder ".*nowhere" in either/, 'HEAD', 'HEAD');
      fails(join(repository.path, 'aims.yaml'), /is a file|no folder/, 'HEAD');
      deepEqual(filesBelow(repository.path), before);
      fails(kept(new TestFolder([['aims.yaml', AIMS]])).path, /lies in no Git repository/, 'HEAD');
      fails(kept(new TestRepository([['aims.yaml', AIMS]])).path, /no commit in this repository yet/, 'HEAD');
      const at = runCommand(['check', repository.path, '--at', 'nope', ...DAY], { env: GIT_SETTINGS });
      deepEqual([at.status, at.stdout], [2, '']);
      match(at.stderr, /^aims: There is no revision "nope".+\n$/);
    });

    it('says so without Git, and never starts one that lies in the folder', () => {
      const repository = small();
      const proof = join(repository.path, 'started');
      repository.write('git', `#!/bin/sh\ntouch '${proof}'\n`);
      chmodSync(join(repository.path, 'git'), 0o755);
      const empty = kept(new TestFolder());
      for (const path of [empty.path, '', '.', `.:${empty.path}`]) {
        const { status, stderr } = runCommand(['diff', 'HEAD'], {
          cwd: repository.path,
          env: { ...GIT_SETTINGS, PATH: path },
        });
        equal(status, 2);
        match(stderr, /^aims: Git was not found on the PATH\..+\n$/);
      }
      ok(!existsSync(proof));
    });

    it('says why Git does not trust a repository, and that the folder stands behind --folder', () => {
      const repository = small();
      const env = { ...GIT_SETTINGS, GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' };
      const distrusted = runCommand(['diff', 'HEAD', '--folder', repository.path], { env });
      equal(distrusted.status, 2);
      match(distrusted.stderr, /^aims: Git does not read .+: detected dubious ownership in .+safe\.directory.+\n$/);
      const misplaced = runCommand(['diff', 'policies'], { cwd: repository.path, env: GIT_SETTINGS });
      equal(misplaced.status, 2);
      match(misplaced.stderr, /^aims: There is no revision "policies".+ A folder stands behind --folder\.\n$/);
    });

    it('is not led elsewhere by the variables of a hook', () => {
      const [repository, other] = [small(), kept(new TestRepository([['aims.yaml', AIMS]]))];
      const env = {
        ...GIT_SETTINGS,
        GIT_DIR: join(other.path, '.git'),
        GIT_WORK_TREE: other.path,
        GIT_INDEX_FILE: 'x',
      };
      const { status, stderr } = runCommand(['diff', 'v1.0', '--folder', repository.path, ...DAY], { env });
      equal(status, 0, stderr);
    });

    it('works for work trees and bare repositories, and asks for two revisions of one without files', () => {
      const repository = small();
      repository.write('soa.yaml', statement([{ ...decision, justification: '' }]));
      repository.commit();
      const around = kept(new TestFolder());
      repository.git('worktree', 'add', '--quiet', '--detach', join(around.path, 'tree'));
      equal(diff(join(around.path, 'tree'), 'v1.0').status, 1);
      repository.git('clone', '--quiet', '--bare', repository.path, join(around.path, 'bare.git'));
      equal(diff(join(around.path, 'bare.git'), 'v1.0', 'main').status, 1);
      fails(join(around.path, 'bare.git'), /without files \(bare\): name two revisions/, 'v1.0');
      repository.git('clone', '--quiet', '--depth=1', `file://${repository.path}`, join(around.path, 'shallow'));
      fails(join(around.path, 'shallow'), /git fetch --unshallow/, 'v1.0');
      // A link to the folder leads to the same repository.
      symlinkSync(repository.path, join(around.path, 'link'));
      equal(diff(join(around.path, 'link'), 'v1.0', 'main').status, 1);
    });

    it('works in the middle of a merge: the marks of the conflict are findings', () => {
      const repository = small();
      repository.git('switch', '--quiet', '--create', 'topic');
      repository.write('policies/ai-policy.md', POLICY.replace('with care', 'with great care'));
      repository.commit();
      repository.git('switch', '--quiet', 'main');
      repository.write('policies/ai-policy.md', POLICY.replace('with care', 'rarely'));
      repository.commit();
      try {
        repository.git('merge', '--quiet', 'topic');
      } catch {
        // that is the point
      }
      const before = filesBelow(join(repository.path, '.git'));
      const { findings, status } = diff(repository.path, 'HEAD');
      ok(names(findings.new).includes('syntax/conflict-marker policies/ai-policy.md'));
      equal(status, 1);
      equal(diff(repository.path, 'HEAD', 'MERGE_HEAD').documents.changed.length, 1);
      deepEqual(filesBelow(join(repository.path, '.git')), before);
    });

    it('compares nothing with a file that cannot be read', () => {
      const repository = small();
      const id = repository.git('rev-parse', 'HEAD:policies/ai-policy.md');
      const object = join(repository.path, '.git/objects', id.slice(0, 2), id.slice(2));
      repository.write('policies/ai-policy.md', POLICY.replace('with care', 'rarely'));
      rmSync(object);
      writeFileSync(object, 'no object');
      fails(
        repository.path,
        /policies\/ai-policy\.md cannot be read \(missing or damaged in Git.+so the two states cannot be compared/,
        'HEAD',
      );
      const { status, stdout } = runCommand(['check', repository.path, '--at', 'HEAD', '--format', 'json', ...DAY], {
        env: GIT_SETTINGS,
      });
      equal(status, 2);
      match(stdout, /limit\/unreadable/);
    });

    it('reads no link, and passes by 10,000 files that are none of ours', () => {
      const repository = small();
      symlinkSync('/etc/passwd', join(repository.path, 'secret.md'));
      symlinkSync('policies', join(repository.path, 'again'));
      mkdirSync(join(repository.path, 'data'));
      for (let at = 0; at < 10_000; at++) writeFileSync(join(repository.path, `data/${at}.txt`), '');
      repository.commit();
      const { documents, status } = diff(repository.path, 'v1.0', 'HEAD');
      deepEqual([documents.came, status], [[], 0]);
    });
  });

  describe('as two snapshots of one workspace', () => {
    /** Files in memory that lie beside others. */
    const source = (files: Record<string, string>, outside: readonly string[]): FileSource => ({
      list: async () => ({
        sizes: new Map(Object.entries(files).map(([path, text]) => [path, text.length])),
        unlisted: new Map(),
      }),
      read: async (paths) =>
        new Map(paths.map((path) => [path, { ok: true, given: { text: files[path] ?? '', damaged: false } }])),
      lookOutside: async (paths) => new Map(paths.map((path) => [path, outside.includes(path) ? 'exists' : 'missing'])),
    });

    it('is what two fresh starts give, and the earlier one does not change when the later one is made', async () => {
      const evidence = {
        ...decision,
        status: 'implemented',
        evidence: ['../outside.txt', 'records/test.md', 'large.bin'],
      };
      const before = {
        'aims.yaml': AIMS,
        'soa.yaml': statement([evidence]),
        'records/test.md': record(),
        'large.bin': 'x',
      };
      const after = {
        'aims.yaml': `${AIMS}rules:\n  soa/no-status: off\n`,
        'soa.yaml': statement([evidence, { id: 'A.2.3', applicable: false }]),
        'policies/ai-policy.md': POLICY,
        'systems.yaml': inventory(system()),
      };
      const fresh = async (files: Record<string, string>, outside: readonly string[]) => {
        const workspace = createWorkspace('2026-11-20');
        workspace.setOutside(new Map(outside.map((path) => [path, 'exists'])));
        if (outside.length === 0) workspace.setOutside(new Map([['../outside.txt', 'missing']]));
        const given = source(files, outside);
        workspace.setFiles((await given.list(1)).sizes);
        for (const [path, text] of Object.entries(files))
          if (workspace.wants(path)) workspace.setText(path, { text, damaged: false });
        return everything(finish(workspace.check(finish(workspace.read()))));
      };
      const place = { prefix: '', within: '' };
      const { earlier, later } = await loadCompared(
        [{ ...place, files: source(before, ['../outside.txt']) }],
        [{ ...place, files: source(after, []) }],
        '2026-11-20',
      );
      const [old, now] = [earlier[0]?.snapshot, later[0]?.snapshot];
      ok(old && now);
      const compared = everything(now);
      const alone = compared.findings.filter((row) => !row.includes('document/changed-after-approval'));
      equal(alone.length, compared.findings.length - 1);
      deepEqual({ ...compared, findings: alone }, await fresh(after, []));
      deepEqual(everything(old), await fresh(before, ['../outside.txt']));
    });
  });
});
