// `aims check --format gitlab`: a Code Quality report as GitLab documents it.
import { deepEqual, equal } from 'node:assert/strict';
import Ajv from 'ajv';
import { AIMS, STATEMENT } from '../support/small-texts';
import { keptFolders, TestFolder } from '../support/test-folder';
import { checkAs, GAPS, KnownRuns, TOO_LARGE } from './check-run';
import { nastyFolder } from './nasty-documents';

/** The table of https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format, as a schema of our own. */
const SCHEMA = {
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'location', 'severity'],
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', pattern: '^[0-9a-f]{32,}$' },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          // Relative to the root of the repository, and no `./` in front.
          path: { type: 'string', pattern: '^(?!\\.?/)', minLength: 1 },
          lines: {
            type: 'object',
            required: ['begin'],
            properties: { begin: { type: 'integer', minimum: 1 }, end: { type: 'integer', minimum: 1 } },
          },
        },
      },
    },
  },
} as const;

interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

const SEVERITIES = { error: 'critical', warning: 'major', information: 'minor', hint: 'info' } as const;

describe('check --format gitlab', () => {
  const runs = new KnownRuns();
  const keep = keptFolders();
  const kept = (folder: TestFolder) => keep(folder).path;

  it('has what GitLab asks for, and the findings of the JSON', () => {
    const validate = new Ajv({ allErrors: true }).compile(SCHEMA);
    for (const [folder, inRepository] of [
      [GAPS, `${GAPS}/`],
      [kept(nastyFolder()), ''],
    ] as const) {
      const issues = JSON.parse(checkAs('gitlab', folder).stdout) as Issue[];
      validate(issues);
      deepEqual(validate.errors, null);
      const whole = (text: string) => text.replace(/\p{Cs}/gu, '\ufffd');
      deepEqual(
        issues.map(({ fingerprint: _, ...issue }) => issue),
        runs.rows(folder).map((row) => ({
          description: whole(row.message),
          check_name: row.rule,
          severity: SEVERITIES[row.severity],
          location: { path: inRepository + row.path, lines: { begin: row.line, end: row.endLine } },
        })),
      );
      equal(new Set(issues.map(({ fingerprint }) => fingerprint)).size, issues.length, 'fingerprints are unique');
    }
  });

  it('fingerprints are unique over several roots, and stay when lines are inserted above', () => {
    const folder = new TestFolder([
      ['one/aims.yaml', AIMS],
      ['one/soa.yaml', STATEMENT],
      ['two/aims.yaml', AIMS],
      ['two/soa.yaml', STATEMENT],
    ]);
    const path = kept(folder);
    const fingerprints = () =>
      (JSON.parse(checkAs('gitlab', path).stdout) as Issue[]).map(({ fingerprint }) => fingerprint).sort();
    const before = fingerprints();
    equal(new Set(before).size, before.length);
    folder.write('two/soa.yaml', `# one\n# two\n${STATEMENT}`);
    deepEqual(fingerprints(), before);
  });

  it('what could not be checked is a blocker; nothing is an empty list', () => {
    const folder = kept(new TestFolder([['aims.yaml', AIMS], TOO_LARGE]));
    const { status, stdout } = checkAs('gitlab', folder);
    equal(status, 2);
    deepEqual(
      (JSON.parse(stdout) as Issue[]).filter(({ severity }) => severity === 'blocker').map((issue) => issue.check_name),
      ['limit/file-size'],
    );
    deepEqual(JSON.parse(checkAs('gitlab', kept(new TestFolder())).stdout), []);
  });
});
