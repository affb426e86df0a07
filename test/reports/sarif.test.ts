// `aims check --format sarif`: valid for Microsoft's validator with GitHub's rules, and the same findings as the JSON.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { checkResult } from '../../engine/reports/check-result';
import { checkSarif } from '../../engine/reports/check-sarif';
import { workspaceOf } from '../support/memory-workspace';
import { AIMS, STATEMENT } from '../support/small-texts';
import { folderMaker, keptFolders, type TestFolder } from '../support/test-folder';
import { checkAs, GAPS, KnownRuns, packageOf, TOO_LARGE } from './check-run';
import { nastyFolder } from './nasty-documents';

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly [
    {
      readonly physicalLocation: {
        readonly artifactLocation: { uri: string; index?: number };
        readonly region: Region;
      };
    },
  ];
  readonly relatedLocations?: readonly unknown[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions: readonly { readonly kind: string; readonly justification: string }[];
}

interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string; help: { text: string } }[] } };
  readonly automationDetails: { readonly id: string };
  readonly invocations: readonly [
    {
      readonly executionSuccessful: boolean;
      readonly exitCode: number;
      readonly toolExecutionNotifications?: readonly {
        readonly descriptor: { readonly id: string };
        readonly level: string;
        readonly message: { readonly text: string };
      }[];
    },
  ];
  readonly artifacts: readonly { readonly location: { readonly uri: string } }[];
  readonly results: readonly SarifResult[];
}

function runOf(text: string): Run {
  return (JSON.parse(text) as { runs: [Run] }).runs[0];
}

const LEVELS = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const;
const uriOf = ({ locations: [{ physicalLocation }] }: SarifResult) => physicalLocation.artifactLocation.uri;
const regionOf = ({ locations: [{ physicalLocation }] }: SarifResult) => physicalLocation.region;
const keysOf = (run: Run) =>
  run.results.map(({ ruleId, partialFingerprints }) => `${ruleId} ${partialFingerprints['aimsPlace/v1']}`).sort();

describe('check --format sarif', () => {
  const runs = new KnownRuns();
  const kept = keptFolders();
  const folderOf = folderMaker(kept);
  let nasty: TestFolder;
  before(() => {
    nasty = kept(nastyFolder());
  });

  it('satisfies the SARIF multitool with the rules of GitHub', () => {
    const program = packageOf('@microsoft/sarif-multitool') as string;
    // The registry keeps no right to execute.
    chmodSync(program, 0o755);
    const written = folderOf();
    const unchecked = folderOf(['aims.yaml', AIMS], ['soa.yaml', STATEMENT], TOO_LARGE);
    for (const [name, folder, ...more] of [
      ['gaps', GAPS, '--with-silenced'],
      ['nasty', nasty.path],
      ['unchecked', unchecked.path],
      ['nothing', folderOf().path],
    ] as const)
      writeFileSync(join(written.path, `${name}.sarif`), checkAs('sarif', folder, ...more).stdout);
    const { stdout, error } = spawnSync(
      program,
      [
        'validate',
        join(written.path, '*.sarif'),
        '--rule-kind',
        'Sarif;Ghas',
        '--output',
        join(written.path, 'found.json'),
      ],
      { encoding: 'utf8' },
    );
    equal(error, undefined);
    match(stdout, /4 files scanned/);
    // There is no web address of this product, and so none is given.
    const found = stdout.split('\n').filter((line) => /: (?:error|warning|note) [A-Z]+\d+:/.test(line));
    deepEqual(
      found.filter((line) => !line.includes("does not provide 'informationUri'")),
      [],
    );
    equal(found.length, 4);
  });

  it('the validator would find what is wrong', () => {
    const written = folderOf();
    const run = runs.checkAs('sarif', GAPS).stdout.replace(/"ruleIndex": \d+/, '"ruleIndex": 9999');
    writeFileSync(join(written.path, 'wrong.sarif'), run);
    const { stdout } = spawnSync(
      packageOf('@microsoft/sarif-multitool') as string,
      ['validate', join(written.path, 'wrong.sarif')],
      { encoding: 'utf8' },
    );
    match(stdout, /: error SARIF\d+:/);
  });

  for (const [name, pathOf, inRepository] of [
    ['the example', () => GAPS, `${GAPS}/`],
    ['nasty documents', () => nasty.path, ''],
  ] as const)
    it(`has the findings of the JSON: ${name}`, () => {
      const rows = runs.rows(pathOf());
      const run = runOf(runs.checkAs('sarif', pathOf()).stdout);
      const whole = (text: string) => text.replace(/\p{Cs}/gu, '\ufffd');
      deepEqual(
        run.results.map((result) => ({
          rule: result.ruleId,
          level: result.level,
          message: result.message.text,
          path: decodeURIComponent(uriOf(result)),
          ...regionOf(result),
          related: result.relatedLocations?.length ?? 0,
        })),
        rows.map((row) => ({
          rule: row.rule,
          level: LEVELS[row.severity],
          message: whole(row.message),
          path: inRepository + row.path,
          startLine: row.line,
          startColumn: row.column,
          endLine: row.endLine,
          endColumn: row.endColumn,
          related: row.related.length,
        })),
      );
      for (const result of run.results) {
        equal(run.tool.driver.rules[result.ruleIndex]?.id, result.ruleId);
        const { uri, index = -1 } = result.locations[0].physicalLocation.artifactLocation;
        equal(run.artifacts[index]?.location.uri, uri);
        match(uri, /^[\w/.~!*'()%-]+$/);
        deepEqual(result.suppressions, []);
      }
      equal(new Set(keysOf(run)).size, run.results.length, 'fingerprints are unique');
      for (const { help } of run.tool.driver.rules) match(help.text, /How to fix: ./);
    });

  it('columns count UTF-16 units', () => {
    const path = 'ä ö ü 😀 漢字.md';
    const lines = readFileSync(join(nasty.path, path), 'utf8').split('\n');
    const marked = runOf(runs.checkAs('sarif', nasty.path).stdout)
      .results.filter((result) => decodeURIComponent(uriOf(result)) === path && result.ruleId.endsWith('unknown'))
      .map(regionOf)
      .map(({ startLine, startColumn, endColumn }) => lines[startLine - 1]?.slice(startColumn - 1, endColumn - 1));
    ok(marked.includes('Grüße 😀 漢字'));
  });

  it('fingerprints stay when lines are inserted above, and go with what is settled', () => {
    const folder = folderOf(['aims.yaml', AIMS], ['soa.yaml', STATEMENT]);
    const run = () => runOf(checkAs('sarif', folder.path).stdout);
    const linesOf = ({ results }: Run) =>
      results.filter((each) => uriOf(each) === 'soa.yaml').map((each) => regionOf(each).startLine);
    const before = run();
    ok(linesOf(before).length > 30);
    folder.write('soa.yaml', `# one\n# two\n\n${STATEMENT}`);
    const moved = run();
    deepEqual(keysOf(moved), keysOf(before));
    deepEqual(
      linesOf(moved),
      linesOf(before).map((line) => line + 3),
    );
    folder.write('soa.yaml', `${STATEMENT}    justification: Our board wants a policy of its own.\n`);
    const settled = keysOf(run());
    deepEqual(
      keysOf(before)
        .filter((key) => !settled.includes(key))
        .map((key) => key.split(' ')[0]),
      ['soa/missing-justification'],
    );
    ok(settled.every((key) => keysOf(before).includes(key)));
  });

  it('names files from the root of the repository, whatever folder is checked, with the same fingerprints', () => {
    const folder = folderOf(['governance/aims.yaml', AIMS], ['governance/docs/soa.yaml', STATEMENT]);
    mkdirSync(join(folder.path, '.git'));
    const of = (path: string) => runOf(checkAs('sarif', join(folder.path, path)).stdout);
    const [all, whole, part] = [of('.'), of('governance'), of('governance/docs')];
    deepEqual(
      [all, whole, part].map(({ automationDetails }) => automationDetails.id),
      ['aims/', 'aims/governance/', 'aims/governance/docs/'],
    );
    const inPart = whole.results.filter((result) => uriOf(result) === 'governance/docs/soa.yaml');
    ok(inPart.length > 0 && inPart.length < whole.results.length);
    deepEqual(part.results.map(uriOf), inPart.map(uriOf));
    deepEqual(
      keysOf(part),
      inPart.map((result) => `${result.ruleId} ${result.partialFingerprints['aimsPlace/v1']}`).sort(),
    );
  });

  it('says what is silenced, and why, only where it is asked for', () => {
    const exception =
      'exceptions:\n  - { rule: soa/missing-justification, at: "soa.yaml#A.2.2", reason: "Agreed by the board", until: 2027-01-31 }\n';
    const folder = folderOf(
      ['aims.yaml', AIMS + exception],
      [
        'soa.yaml',
        STATEMENT.replace(
          '  - id: A.2.2\n',
          '  # aims-ignore soa/no-status: Seen to by the board; until 2027-01-31\n  - id: A.2.2\n',
        ),
      ],
    ).path;
    const suppressed = (run: Run) =>
      run.results.flatMap(({ ruleId, suppressions }) =>
        suppressions.map(({ kind, justification }) => ({ ruleId, kind, justification })),
      );
    deepEqual(suppressed(runOf(checkAs('sarif', folder).stdout)), []);
    deepEqual(suppressed(runOf(checkAs('sarif', folder, '--with-silenced').stdout)), [
      { ruleId: 'soa/missing-justification', kind: 'external', justification: 'Agreed by the board' },
      { ruleId: 'soa/no-status', kind: 'inSource', justification: 'Seen to by the board' },
    ]);
    equal(checkAs('json', folder, '--with-silenced').status, 2);
  });

  it('says that something could not be checked', () => {
    const folder = folderOf(['aims.yaml', AIMS], ['docs/soa.yaml', STATEMENT], TOO_LARGE).path;
    const of = (path: string) => {
      const { status, stdout } = checkAs('sarif', join(folder, path));
      const [{ executionSuccessful, exitCode, toolExecutionNotifications = [] }] = runOf(stdout).invocations;
      equal(status, exitCode);
      return [
        exitCode,
        executionSuccessful,
        ...toolExecutionNotifications.map(({ descriptor, level }) => `${level} ${descriptor.id}`),
      ];
    };
    deepEqual(of('.'), [2, false, 'error limit/file-size']);
    // What stands outside of the folder is no result here, and yet said.
    deepEqual(of('docs'), [2, false, 'error run/unchecked']);
    const [invocation] = runOf(runs.checkAs('sarif', GAPS).stdout).invocations;
    deepEqual([invocation.executionSuccessful, invocation.exitCode], [true, 1]);
    equal(invocation.toolExecutionNotifications, undefined);
  });

  it('keeps the gravest within what GitHub takes, and says so', () => {
    const { snapshot } = workspaceOf(
      new Map([
        ['aims.yaml', AIMS],
        ['soa.yaml', STATEMENT],
      ]),
    );
    const result = checkResult([{ snapshot, shown: (path) => path, prefix: '' }], '2026-11-20');
    const [first] = result.findings;
    ok(first);
    const many = Array.from({ length: 25_100 }, (_, index) => ({
      ...first,
      line: index + 1,
      severity: index % 251 === 250 ? ('error' as const) : ('hint' as const),
      message: `${first.message} ${index}`,
      identity: `${index}`,
    }));
    const asked = { version: '1.0.0', folder: '', status: 1, withSilenced: false };
    const text = checkSarif({ ...result, findings: many }, asked);
    const run = runOf(text);
    equal(run.results.length, 25_000);
    equal(run.results.filter(({ level }) => level === 'error').length, 100);
    deepEqual(
      run.results.map((each) => regionOf(each).startLine),
      run.results.map((each) => regionOf(each).startLine).sort((a, b) => a - b),
    );
    const said = run.invocations[0].toolExecutionNotifications?.map(
      ({ descriptor, message }) => `${descriptor.id}: ${message.text}`,
    );
    match(said?.join('\n') ?? '', /^run\/left-out: 100 findings of 25100 left out.*\nrun\/not-shown: .* 5000 .* 25000/);
    ok(gzipSync(text).length < 10_000_000);
    equal(
      runOf(checkSarif({ ...result, findings: many }, { ...asked, most: 60 })).results.every(
        ({ level }) => level === 'error',
      ),
      true,
    );
  });
});
