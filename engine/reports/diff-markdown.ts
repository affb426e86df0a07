import { FOOT_LINE } from '../coverage/grade';
import { code, prose } from './check-markdown';
import { gravestFirst } from './check-result';
import { type DiffReport, gradeLabel, gradeWords, stateWords } from './diff-report';
import { diffSummary } from './diff-text';
import type { FindingRow } from './finding-rows';

/** GitHub takes no longer comment. Counted in UTF-16 units, of which there are never fewer than characters. */
const MOST_LETTERS = 65_536;

/** By this a script finds its earlier comment, to replace it. */
const MARK = '<!-- aims diff -->';

const DIRECTIONS = { up: '⬆️ more is shown', down: '⬇️ less is shown', other: 'other' } as const;
const NAMES = { error: '**Error**', warning: 'Warning', information: 'Information', hint: 'Hint' } as const;

/** `aims diff --format markdown`: for a comment on a pull request or a job's summary. Coverage first, then new findings. */
export function diffMarkdown(report: DiffReport): string {
  const { grades, documents, findings, from, to, today } = report;
  const head = [
    MARK,
    '## AIMS: what changed',
    '',
    `From ${code(stateWords(from))} to ${code(stateWords(to))}, both as of ${today}. ${diffSummary(report)}`,
    '',
  ].join('\n');
  const page = new Page(head, `\n${FOOT_LINE}\n`);
  page.table(
    `### Coverage: ${grades.changes.length === 0 ? 'no grade changed' : `${grades.changes.length} changed`}`,
    ['', 'Was', 'Is', 'Why', ''],
    grades.changes.map((change) => [
      prose(gradeLabel(change)),
      gradeWords(change.from, 'not there'),
      gradeWords(change.to, 'no longer there'),
      prose(change.reason),
      DIRECTIONS[change.direction],
    ]),
    { always: true },
  );
  page.table(
    `### New findings: ${findings.added.length}`,
    ['', 'Place', 'Finding', 'Rule'],
    gravestFirst(findings.added).map(findingCells),
    { always: true },
  );
  page.table(
    `### Findings with another severity: ${findings.regraded.length}`,
    ['Was', 'Is', 'Place', 'Finding', 'Rule'],
    gravestFirst(findings.regraded).map((row) => [NAMES[row.was], ...findingCells(row)]),
  );
  page.table(
    `### Documents: ${documents.came.length} new, ${documents.went.length} gone, ${documents.moved.length} moved`,
    ['', 'Document', 'Kind'],
    [
      ...documents.came.map(({ path, title }) => ['new', code(path), prose(title)]),
      ...documents.went.map(({ path, title }) => ['gone', code(path), prose(title)]),
      ...documents.moved.map((each) => ['moved', `${code(each.from)} → ${code(each.path)}`, prose(each.title)]),
    ],
  );
  for (const [title, rows] of [
    ['Settled findings', findings.settled],
    ['Silenced since by an exception or the baseline', findings.silenced],
  ] as const)
    page.table(`${title}: ${rows.length}`, ['', 'Place', 'Finding', 'Rule'], gravestFirst(rows).map(findingCells), {
      folded: true,
    });
  return page.text();
}

function findingCells({ severity, path, line, message, rule }: FindingRow): string[] {
  return [NAMES[severity], code(`${path}:${line}`), prose(message), code(rule)];
}

/** A page with a limited length: what has no room is left out and counted. */
class Page {
  readonly #parts: string[];
  readonly #foot: string;
  #room: number;
  #leftOut = 0;

  constructor(head: string, foot: string) {
    this.#parts = [head];
    this.#foot = foot;
    // Room also for titles, and for the sentence on what is left out.
    this.#room = MOST_LETTERS - head.length - foot.length - 1_000;
  }

  /** Adds a table under a title. One without rows is left out unless `always`. */
  table(
    title: string,
    columns: readonly string[],
    rows: readonly (readonly string[])[],
    { always = false, folded = false }: { readonly always?: boolean; readonly folded?: boolean } = {},
  ): void {
    if (rows.length === 0) {
      if (always) this.#parts.push(`${title}\n`);
      return;
    }
    const kept: string[] = [];
    for (const row of rows.map((cells) => `| ${cells.join(' | ')} |`)) {
      this.#room -= row.length + 1;
      if (this.#room < 0) break;
      kept.push(row);
    }
    this.#leftOut += rows.length - kept.length;
    const lines = [`| ${columns.join(' | ')} |`, `|${' --- |'.repeat(columns.length)}`, ...kept].join('\n');
    if (kept.length === 0) this.#parts.push(folded ? '' : `${title}\n`);
    else if (folded) this.#parts.push(`<details>\n<summary>${title}</summary>\n\n${lines}\n\n</details>\n`);
    else this.#parts.push(`${title}\n\n${lines}\n`);
  }

  text(): string {
    const more =
      this.#leftOut > 0 ? [`${this.#leftOut} more rows left out, for a comment has no room for them.\n`] : [];
    return `${[...this.#parts.filter((part) => part !== ''), ...more].join('\n')}${this.#foot}`;
  }
}
