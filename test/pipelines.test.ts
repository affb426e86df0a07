// What other people's pipelines get from us, run as it is: the action of GitHub, the hook of pre-commit, the template of GitLab.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { parse as parseJunit, type TestSuites } from 'junit2json';
import { parse } from 'yaml';
import { type Action, actionErrors, runAction } from './support/action-runner';
import { runCommand } from './support/command-line';
import { GIT_SETTINGS, TestRepository } from './support/git-repository';
import { installedProgram } from './support/installed-program';
import { AIMS, STATEMENT } from './support/small-texts';
import { keptFolders, TestFolder } from './support/test-folder';

const TODAY = '2026-11-20';
/** What is not looked at, so that a small repository can be in order; one warning is left: no next review. */
const OFF = ['clause/no-document', 'soa/missing-control', 'soa/no-basis', 'soa/no-status', 'audit/no-programme'];
const SETTINGS = `${AIMS}rules:\n${OFF.map((rule) => `  ${rule}: off\n`).join('')}`;
const REASON = '    justification: The board decides on it on the basis of R-001\n';

describe('pipelines', () => {
  const kept = keptFolders();

  /** `main` says why a control is in, the branch does not: one error. */
  function pullRequest(): TestRepository {
    const repository = kept(new TestRepository([['aims.yaml', SETTINGS]]));
    repository.write('soa.yaml', STATEMENT + REASON);
    repository.commit();
    repository.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    repository.git('switch', '--quiet', '--create', 'change');
    repository.write('soa.yaml', STATEMENT);
    repository.commit();
    return repository;
  }

  describe('the action of GitHub', () => {
    const action = parse(readFileSync('action.yml', 'utf8')) as Action;

    it("is right for GitHub's own reader, which would notice a mistake", () => {
      const text = readFileSync('action.yml', 'utf8');
      deepEqual(actionErrors(text), []);
      ok(actionErrors(text.replace('using: composite', 'using: composites')).length > 0);
      ok(actionErrors(text.replace('      shell: bash\n', '      shel: bash\n')).length > 0);
    });

    it('never puts what it is given into a command line, and takes other actions in a fixed version', () => {
      for (const { run, uses } of action.runs.steps) {
        ok(!run?.includes('${{'), run);
        if (uses !== undefined) match(uses, /^github\/codeql-action\/upload-sarif@v\d+$/);
      }
      const text = readFileSync('action.yml', 'utf8');
      ok(!/secrets|token:|pull_request_target/.test(text.replace(/^ *#.*$/gm, '')));
    });

    it('annotates, hands on a SARIF file, says what a pull request changes, and ends as the check does', () => {
      const { path } = pullRequest();
      const inputs = { sarif: 'true', today: TODAY };
      const env = { GITHUB_BASE_REF: 'main' };
      const run = runAction(path, inputs, { env });
      equal(run.status, 1);
      equal(run.outputs.status, '1');
      const annotations = runCommand(['check', '--format', 'github', '--today', TODAY], { cwd: path }).stdout;
      ok(annotations.includes('::error file=soa.yaml,') && run.log.includes(annotations));
      const sarif = JSON.parse(run.sarif ?? '') as { runs: { results: { ruleId: string }[] }[] };
      ok(sarif.runs[0]?.results.some(({ ruleId }) => ruleId === 'soa/missing-justification'));
      const file = run.outputs.sarif ?? '';
      deepEqual(run.used, [{ uses: 'github/codeql-action/upload-sarif@v4', with: { sarif_file: file } }]);
      match(run.summary, /^<!-- aims check -->\n## AIMS check: 1 error/);
      match(run.summary, /\n## AIMS: what changed\n[\s\S]*### New findings: [1-9][\s\S]*`soa\/missing-justification`/);
      // A fork may not write to code scanning; everything else is the same.
      const fork = runAction(path, inputs, { env, fork: true });
      deepEqual([fork.status, fork.used, fork.summary], [1, [], run.summary]);
    });

    it('ends with 0 where nothing is serious, and writes only what was asked for', () => {
      const repository = pullRequest();
      repository.git('switch', '--quiet', 'main');
      const run = runAction(repository.path, { summary: 'false', today: TODAY });
      deepEqual([run.status, run.outputs.status, run.sarif, run.summary, run.used], [0, '0', undefined, '', []]);
      equal(repository.git('status', '--short'), '');
      equal(runAction(repository.path, { 'fail-on': 'warning', today: TODAY, summary: 'false' }).status, 1);
      equal(runAction(repository.path, { 'max-warnings': '0', today: TODAY, summary: 'false' }).status, 1);
    });

    it('says what to do where the history is not there, and goes on', () => {
      const run = runAction(pullRequest().path, { today: TODAY }, { env: { GITHUB_BASE_REF: 'gone' } });
      equal(run.status, 1);
      match(run.summary, /Nothing could be compared: `.*origin\/gone.*`\n\n.*fetch-depth: 0/);
    });

    it('is 2 for what makes no sense, and runs nothing that stands in it', () => {
      const { path } = pullRequest();
      const cases: readonly Readonly<Record<string, string>>[] = [
        { folder: '$(touch pwned)' },
        { folder: "'; touch pwned; '" },
        { folder: '--output=pwned' },
        { folder: 'nowhere\n::warning::pwned' },
        { 'fail-on': 'everything"; touch pwned; "' },
        { today: '`touch pwned`' },
        { sarif: 'perhaps' },
      ];
      for (const inputs of cases) {
        const run = runAction(path, { summary: 'false', today: TODAY, ...inputs });
        equal(run.status, 2, JSON.stringify(inputs));
        match(run.log, /^::error title=aims check::.+$/m);
        ok(!/^\s*::warning/m.test(run.log), run.log);
      }
      deepEqual(readdirSync(path).sort(), ['.git', 'aims.yaml', 'soa.yaml']);
    });
  });

  describe('the command line for others', () => {
    it('is built once where it is not there, and what was installed for that is removed', () => {
      const copy = kept(new TestFolder());
      const left = ['node_modules', '.git', '.build', '.cache', 'dist'].map((name) => resolve(name));
      cpSync(resolve('.'), copy.path, { recursive: true, filter: (from) => !left.includes(from) });
      // Stands in for npm: notes that it was called, and "installs".
      const npm = join(copy.path, 'fake', 'npm-cli.js');
      copy.write(
        'fake/npm-cli.js',
        `require('node:fs').appendFileSync(__dirname + '/calls', process.argv.slice(2).join(' ') + '\\n');
         require('node:fs').symlinkSync(${JSON.stringify(resolve('node_modules'))}, 'node_modules');`,
      );
      const options = { encoding: 'utf8' as const, env: { ...process.env, npm_execpath: npm } };
      const program = () => spawnSync(process.execPath, [join(copy.path, 'pipelines/program.mjs')], options);
      const first = program();
      equal(first.status, 0, first.stderr);
      const built = first.stdout.trim();
      equal(built, join(copy.path, 'dist/cli.js'));
      equal(runCommand(['--version'], { program: built }).stdout, runCommand(['--version']).stdout);
      ok(!existsSync(join(copy.path, 'node_modules')));
      ok(existsSync('node_modules/.package-lock.json'));
      deepEqual([program().stdout.trim(), program().stderr], [built, '']);
      equal(readFileSync(join(copy.path, 'fake/calls'), 'utf8'), 'ci --ignore-scripts --no-audit --no-fund\n');
    }).timeout(60_000);
  });

  describe('the hook of pre-commit', () => {
    it('checks what is committed, and only where a document changes', () => {
      const preCommit = installedProgram('pre-commit');
      // This project as pre-commit gets it: a repository with a tag. What is built is in it, so that nothing is built here.
      const hooks = kept(new TestRepository());
      for (const path of ['.pre-commit-hooks.yaml', 'pipelines', 'build', 'dist/cli.js'])
        cpSync(path, join(hooks.path, path), { recursive: true });
      hooks.commit();
      hooks.git('tag', 'v1');
      const repository = pullRequest();
      const config = { repo: hooks.path, rev: 'v1', hooks: [{ id: 'aims-check', args: ['--today', TODAY] }] };
      repository.write('.pre-commit-config.yaml', JSON.stringify({ repos: [config] }));
      const home = kept(new TestFolder()).path;
      const run = (...args: readonly string[]) => {
        const env = { ...process.env, ...GIT_SETTINGS, PRE_COMMIT_HOME: home };
        const { status, stdout, stderr } = spawnSync(preCommit, args, { cwd: repository.path, env, encoding: 'utf8' });
        return { status, text: stdout + stderr };
      };
      equal(run('validate-manifest', resolve('.pre-commit-hooks.yaml')).status, 0);
      repository.commit();
      const found = run('run', '--all-files');
      equal(found.status, 1, found.text);
      match(found.text, /aims check\.+Failed\n[\s\S]*soa\/missing-justification/);
      repository.write('soa.yaml', STATEMENT + REASON);
      repository.git('add', '--all');
      const right = run('run');
      equal(right.status, 0, right.text);
      match(right.text, /aims check\.+Passed/);
      repository.commit();
      repository.write('program.txt', 'no document');
      repository.git('add', '--all');
      match(run('run').text, /aims check\.+\(no files to check\)Skipped/);
    }).timeout(60_000);
  });

  describe('the template of GitLab', () => {
    interface Job {
      readonly variables: Readonly<Record<string, string>>;
      readonly before_script: readonly string[];
      readonly script: readonly string[];
      readonly after_script: readonly string[];
      readonly artifacts: { readonly paths: readonly string[]; readonly reports: Readonly<Record<string, string>> };
    }
    const { aims: job } = parse(readFileSync('pipelines/gitlab/aims.gitlab-ci.yml', 'utf8')) as { aims: Job };
    let packed = '';
    let prefix = '';
    before(() => {
      const folder = kept(new TestFolder()).path;
      const done = spawnSync('npm', ['pack', '--silent', '--pack-destination', folder], { encoding: 'utf8' });
      packed = join(folder, done.stdout.trim());
      prefix = join(folder, 'prefix');
      mkdirSync(prefix);
    });

    /** Runs the lines as a runner of GitLab does: `after_script` in a shell of its own, and for nothing. */
    function runJob(cwd: string, variables: Readonly<Record<string, string>> = {}) {
      const env = {
        ...process.env,
        ...GIT_SETTINGS,
        npm_config_prefix: prefix,
        npm_config_offline: 'true',
        PATH: `${join(prefix, 'bin')}${delimiter}${process.env.PATH}`,
        ...job.variables,
        AIMS_PACKAGE: packed,
        ...variables,
      };
      const shell = (lines: readonly string[]) =>
        spawnSync('bash', ['-eo', 'pipefail', '-c', lines.join('\n')], { cwd, env, encoding: 'utf8' });
      const { status, stdout, stderr } = shell([...job.before_script, ...job.script]);
      const after = shell(job.after_script);
      return { status, log: stdout + stderr, after: after.stdout + after.stderr };
    }

    it('what is packed is the command line, and nothing else', () => {
      const { stdout } = spawnSync('tar', ['-tzf', packed], { encoding: 'utf8' });
      deepEqual(
        stdout.trim().split('\n').sort(),
        ['LICENSE', 'README.md', 'dist/cli.js', 'package.json'].map((path) => `package/${path}`),
      );
    });

    it('fails for findings, and leaves the reports and the difference of the merge request behind', async () => {
      const repository = pullRequest();
      const base = repository.git('rev-parse', 'origin/main');
      const { status, log } = runJob(repository.path, { CI_MERGE_REQUEST_DIFF_BASE_SHA: base });
      equal(status, 1, log);
      match(log, /soa\/missing-justification/);
      const artifact = (path = '') => readFileSync(join(repository.path, path), 'utf8');
      const issues = JSON.parse(artifact(job.artifacts.reports.codequality)) as { check_name: string }[];
      ok(issues.some(({ check_name }) => check_name === 'soa/missing-justification'));
      const junit = (await parseJunit(artifact(job.artifacts.reports.junit))) as TestSuites;
      equal(junit.failures, 1);
      match(artifact(job.artifacts.paths[0]), /^## AIMS: what changed$/m);
      // What the job leaves behind is no document of the management system.
      const { summary } = JSON.parse(runCommand(['check', repository.path, '--format', 'json']).stdout) as {
        summary: { documents: number };
      };
      equal(summary.documents, 1);
    }).timeout(30_000);

    it('passes where nothing is serious, outside a merge request as well', () => {
      const repository = pullRequest();
      repository.git('switch', '--quiet', 'main');
      const { status, log, after } = runJob(repository.path);
      equal(status, 0, log);
      deepEqual([after, existsSync(join(repository.path, 'aims-difference.md'))], ['', false]);
      deepEqual(
        readdirSync(repository.path).sort(),
        ['.git', 'aims.yaml', 'soa.yaml', ...Object.values(job.artifacts.reports)].sort(),
      );
    }).timeout(30_000);

    it('is 2 for what makes no sense, and says why', () => {
      const { path } = pullRequest();
      const missing = runJob(path, { AIMS_PACKAGE: '' });
      deepEqual([missing.status, missing.log], [2, 'Set AIMS_PACKAGE to where the command line comes from.\n']);
      const wrong = runJob(path, { AIMS_FAIL_ON: 'everything' });
      equal(wrong.status, 2);
      match(wrong.log, /--fail-on needs one of/);
      equal(runJob(path, { AIMS_FOLDER: '$(touch pwned)' }).status, 2);
      ok(!existsSync(join(path, 'pwned')));
    }).timeout(30_000);
  });
});
