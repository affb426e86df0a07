import { digest } from '../text/fingerprint';
import {
  type CheckedFinding,
  type CheckResult,
  checkSummary,
  gravestFirst,
  plural,
  type SilencedFinding,
} from './check-result';
import { LEVEL, ruleDescriptor } from './check-sarif-rules';
import { compareRows } from './finding-rows';
import { wholeCharacters } from './harmless-text';

/** What a SARIF file says of its run beside the findings. */
export interface SarifRun {
  /** The version of this product. */
  readonly version: string;
  /** What was checked, as a path from the root of the repository; empty for all of it. */
  readonly folder: string;
  /** The exit status. */
  readonly status: number;
  /** True where what exceptions and the baseline silence is to stand in it, as suppressed. */
  readonly withSilenced: boolean;
  /** The most results it may have; else as many as GitHub takes. */
  readonly most?: number;
}

/** GitHub's limits for one run: beyond the first it takes nothing of the file, beyond the second it shows no more. */
const MOST_RESULTS = 25_000;
const MOST_SHOWN = 5_000;
/** GitHub keeps so many locations of a result, and takes no file with more than ten times as many. */
const MOST_LOCATIONS = 100;

const BASE = '%SRCROOT%';

type Result = Readonly<Record<string, unknown>>;

/** `aims check --format sarif`: SARIF 2.1.0, within the limits of GitHub code scanning. */
export function checkSarif(result: CheckResult, run: SarifRun): string {
  const all: SilencedFinding[] = [
    ...result.findings.map((finding) => ({ finding, reason: '', inDocument: false })),
    ...(run.withSilenced ? result.silenced : []),
  ];
  const kept = mostGrave(all, Math.min(run.most ?? MOST_RESULTS, MOST_RESULTS));
  const rules = [...new Set(kept.map(({ finding }) => finding.rule))].sort();
  const ruleIndex = new Map(rules.map((id, index) => [id, index]));
  const artifactIndex = new Map(result.files.map(({ path }, index) => [path, index]));
  const notifications = [
    ...result.findings
      .filter(({ uncheckable }) => uncheckable)
      .map((finding) => uncheckedNotification(finding, artifactIndex)),
    ...runNotifications(result, all.length, kept.length),
  ];
  const driver = {
    name: 'aims',
    fullName: `aims ${run.version}`,
    version: run.version,
    semanticVersion: run.version,
    language: 'en',
    shortDescription: { text: 'Checks an AI management system (ISO/IEC 42001) kept as Markdown, YAML and CSV.' },
    rules: rules.map((id) => ruleDescriptor(id, result.rules.get(id))),
    notifications: [...new Set(notifications.map(({ descriptor }) => descriptor.id))]
      .sort()
      .map((id) => runDescriptor(id) ?? ruleDescriptor(id, result.rules.get(id))),
  };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver },
        // GitHub takes what stands before the last slash for the category: two folders of a repository do not replace each other.
        automationDetails: {
          id: `aims/${run.folder === '' ? '' : `${uriOf(run.folder)}/`}`,
          description: { text: checkSummary(result) },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: {
          [BASE]: { description: { text: 'The root of the repository, or else the folder that was checked.' } },
        },
        invocations: [
          {
            executionSuccessful: !result.unchecked,
            exitCode: run.status,
            ...(notifications.length > 0 ? { toolExecutionNotifications: notifications } : {}),
          },
        ],
        artifacts: result.files.map(({ path }) => ({
          location: { uri: uriOf(path), uriBaseId: BASE },
          roles: ['analysisTarget'],
        })),
        results: kept.map((each) => sarifResult(each, ruleIndex, artifactIndex)),
        properties: { today: result.today },
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** The gravest so many, in the order they had. What is silenced goes first. */
function mostGrave(all: readonly SilencedFinding[], most: number): SilencedFinding[] {
  if (all.length <= most) return [...all].sort((one, other) => compareRows(one.finding, other.finding));
  const graded = (silenced: boolean) =>
    gravestFirst(
      all
        .filter(({ reason }) => (reason !== '') === silenced)
        .map((each) => ({ severity: each.finding.severity, each })),
    );
  const kept = [...graded(false), ...graded(true)].slice(0, most).map(({ each }) => each);
  return kept.sort((one, other) => compareRows(one.finding, other.finding));
}

function sarifResult(
  { finding, reason, inDocument }: SilencedFinding,
  rules: ReadonlyMap<string, number>,
  artifacts: ReadonlyMap<string, number>,
): Result {
  const { rule, severity, path, line, column, endLine, endColumn, references, fixable } = finding;
  const related = finding.related.slice(0, MOST_LOCATIONS - 1);
  return {
    ruleId: rule,
    ruleIndex: rules.get(rule),
    level: LEVEL[severity],
    message: { text: wholeCharacters(finding.message) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifactLocation(path, artifacts),
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
        ...(finding.place === '' ? {} : { logicalLocations: [{ fullyQualifiedName: wholeCharacters(finding.place) }] }),
      },
    ],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((other, id) => ({
            id: id + 1,
            message: { text: wholeCharacters(other.message) },
            physicalLocation: {
              artifactLocation: artifactLocation(other.path, artifacts),
              region: { startLine: other.line, startColumn: other.column },
            },
          })),
        }),
    partialFingerprints: { 'aimsPlace/v1': digest(finding.identity, 40) },
    suppressions:
      reason === ''
        ? []
        : [{ kind: inDocument ? 'inSource' : 'external', status: 'accepted', justification: wholeCharacters(reason) }],
    properties: {
      severity,
      references,
      fixable,
      ...(finding.related.length > related.length
        ? { relatedLocationsLeftOut: finding.related.length - related.length }
        : {}),
    },
  };
}

interface Notification {
  readonly descriptor: { readonly id: string };
  readonly level: 'error' | 'note' | 'warning';
  readonly message: { readonly text: string };
}

function uncheckedNotification(finding: CheckedFinding, artifacts: ReadonlyMap<string, number>): Notification {
  const { rule, path, line, column } = finding;
  return {
    descriptor: { id: rule },
    level: 'error',
    message: { text: wholeCharacters(finding.message) },
    ...{
      locations: [
        {
          physicalLocation: {
            artifactLocation: artifactLocation(path, artifacts),
            region: { startLine: line, startColumn: column },
          },
        },
      ],
    },
  };
}

/** What notifications that come from no rule are about. */
const ABOUT_RUN: Readonly<Record<string, string>> = {
  'run/unchecked': 'Something outside of what was asked for could not be checked.',
  'run/left-out': 'Findings were left out, because GitHub takes no more.',
  'run/not-shown': 'GitHub does not show all of the results.',
};

function runDescriptor(id: string): Result | undefined {
  const text = ABOUT_RUN[id];
  return text === undefined ? undefined : { id, shortDescription: { text }, fullDescription: { text }, help: { text } };
}

function runNotifications(result: CheckResult, all: number, kept: number): Notification[] {
  const say = (id: string, level: Notification['level'], text: string): Notification => ({
    descriptor: { id },
    level,
    message: { text },
  });
  const notifications: Notification[] = [];
  if (result.unchecked && !result.findings.some(({ uncheckable }) => uncheckable))
    notifications.push(
      say(
        'run/unchecked',
        'error',
        'Something outside this folder could not be checked. Check the whole root to see what.',
      ),
    );
  if (kept < all)
    notifications.push(
      say(
        'run/left-out',
        'warning',
        `${plural(all - kept, 'finding')} of ${all} left out, the least grave: GitHub takes at most ${MOST_RESULTS} results and 10 MB compressed. "aims check" shows all.`,
      ),
    );
  if (kept > MOST_SHOWN)
    notifications.push(
      say('run/not-shown', 'note', `GitHub shows only the ${MOST_SHOWN} gravest of these ${kept} results.`),
    );
  return notifications;
}

function artifactLocation(path: string, artifacts: ReadonlyMap<string, number>): Result {
  const index = artifacts.get(path);
  return { uri: uriOf(path), uriBaseId: BASE, ...(index === undefined ? {} : { index }) };
}

/** A path as a relative URI. */
function uriOf(path: string): string {
  return wholeCharacters(path).split('/').map(encodeURIComponent).join('/');
}
