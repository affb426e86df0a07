// `aims check --format github`: read as the runner of GitHub Actions reads the log of a step.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { AIMS } from '../support/small-texts';
import { TestFolder } from '../support/test-folder';
import { GAPS, KnownRuns } from './check-run';
import { nastyFolder } from './nasty-documents';

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** The commands a runner knows that a document must never give. */
const KNOWN = ['error', 'warning', 'notice', 'debug', 'add-mask', 'stop-commands', 'group', 'set-output', 'add-path'];

/**
 * A line as the runner takes it, by the documented grammar of workflow commands: blanks in front do not count, a name that
 * it knows, properties up to the next `::`, then data; escapes are undone one after the other, the percent sign last.
 * The older form, `##[name]`, counts anywhere in a line.
 */
function commandIn(line: string): Command | undefined {
  const trimmed = line.trimStart();
  const end = trimmed.indexOf('::', 2);
  if (trimmed.startsWith('::') && end >= 0) {
    const head = trimmed.slice(2, end);
    const space = head.indexOf(' ');
    const name = space < 0 ? head : head.slice(0, space);
    if (KNOWN.includes(name)) {
      const pairs = (space < 0 ? '' : head.slice(space + 1))
        .trim()
        .split(',')
        .filter((pair) => pair.includes('='));
      const properties = Object.fromEntries(
        pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), unescaped(pair.slice(pair.indexOf('=') + 1), true)]),
      );
      return { name, properties, data: unescaped(trimmed.slice(end + 2), false) };
    }
  }
  const older = /##\[([^\] ]+)[^\]]*\]/.exec(line)?.[1];
  return older !== undefined && KNOWN.includes(older) ? { name: older, properties: {}, data: '' } : undefined;
}

function unescaped(text: string, isProperty: boolean): string {
  const plain = text.replaceAll('%0D', '\r').replaceAll('%0A', '\n');
  return (isProperty ? plain.replaceAll('%3A', ':').replaceAll('%2C', ',') : plain).replaceAll('%25', '%');
}

const COMMANDS = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' } as const;

describe('check --format github', () => {
  const runs = new KnownRuns();
  let nasty: TestFolder;
  before(() => {
    nasty = nastyFolder();
  });
  after(() => nasty.dispose());

  for (const [name, folderOf, inRepository] of [
    ['the example', () => GAPS, `${GAPS}/`],
    ['nasty documents', () => nasty.path, ''],
  ] as const)
    it(`annotates the place of each finding, within what GitHub shows: ${name}`, () => {
      const rows = runs.rows(folderOf());
      const { stdout, status } = runs.checkAs('github', folderOf());
      equal(status, 1);
      const lines = stdout.split('\n').slice(0, -1);
      const commands = lines.map(commandIn);
      const last = commands.at(-1);
      deepEqual(last?.name, 'notice');
      const shown = commands.slice(0, -1);
      equal(shown.length, rows.length, 'a line for each finding');
      for (const kind of ['error', 'warning', 'notice'] as const) {
        const of = rows.filter(({ severity }) => COMMANDS[severity] === kind).length;
        equal(shown.filter((command) => command?.name === kind).length, Math.min(of, kind === 'notice' ? 9 : 10));
      }
      rows.forEach((row, index) => {
        const command = shown[index];
        if (!command) {
          ok(lines[index]?.startsWith(row.severity), lines[index]);
          return;
        }
        const whole = (text: string) => text.replace(/\p{Cs}/gu, '\ufffd').replaceAll('\u0000', '\u2400');
        const oneLine = row.line === row.endLine && row.endColumn > row.column;
        deepEqual(command, {
          name: COMMANDS[row.severity],
          properties: {
            file: inRepository + row.path,
            line: String(row.line),
            endLine: String(row.endLine),
            ...(oneLine ? { col: String(row.column), endColumn: String(row.endColumn) } : {}),
            title: row.rule,
          },
          data: whole(row.message),
        });
      });
      const left = shown.filter((command) => command === undefined).length;
      ok(left > 0);
      match(last?.data ?? '', new RegExp(`^${left} more findings `));
    });

  it('has no last notice where all are shown', () => {
    const few = new TestFolder([
      ['aims.yaml', `${AIMS}rules:\n  clause/no-document: off\n`],
      ['policy.md', '---\nkind: ai-policy\nid: POL-1\nstatus: approved\n---\n# Policy\n'],
    ]);
    const rows = runs.rows(few.path);
    ok(rows.length < 10);
    const titles = runs
      .checkAs('github', few.path)
      .stdout.split('\n')
      .slice(0, -1)
      .map((line) => commandIn(line)?.properties.title);
    few.dispose();
    deepEqual(
      titles,
      rows.map(({ rule }) => rule),
    );
  });

  it('no line of text for people is a command', () => {
    const lines = runs.checkAs('text', nasty.path).stdout.split('\n');
    ok(lines.some((line) => line.includes('::stop-commands::')));
    // The older form is left as it stands in a document: it was shown, and does no more than colour a log.
    deepEqual(
      lines.filter((line) => line.trimStart().startsWith('::')),
      [],
    );
  });
});
