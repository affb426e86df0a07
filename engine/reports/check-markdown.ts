import {
  type CheckedFinding,
  type CheckResult,
  checkSummary,
  countSeverities,
  countWords,
  gravestFirst,
} from './check-result';
import { harmlessLine } from './harmless-text';

/** GitHub takes no longer comment. Counted in UTF-16 units, of which there are never fewer than characters. */
const MOST_LETTERS = 65_536;

/** By this a script finds its earlier comment, to replace it. */
const MARK = '<!-- aims check -->';

/** `aims check --format markdown`: for a comment on a pull request. The gravest first; what is no warning is folded away. */
export function checkMarkdown(result: CheckResult): string {
  const ordered = gravestFirst(result.findings);
  const grave = ordered.filter(({ severity }) => severity === 'error' || severity === 'warning');
  const light = ordered.slice(grave.length);
  const words = countWords(countSeverities(result.findings));
  const head = [
    MARK,
    `## AIMS check: ${words === '' ? 'no findings' : words}`,
    '',
    checkSummary(result),
    ...(result.unchecked ? ['', '**Something could not be checked, so the result is not complete.**'] : []),
    '',
  ].join('\n');
  // Room for what surrounds the rows, and for the sentence on those left out.
  let room = MOST_LETTERS - head.length - 1_000;
  const take = (findings: readonly CheckedFinding[]): string[] => {
    const rows: string[] = [];
    for (const row of findings.map(tableRow)) {
      room -= row.length + 1;
      if (room < 0) break;
      rows.push(row);
    }
    return rows;
  };
  const graveRows = take(grave);
  const lightRows = graveRows.length < grave.length ? [] : take(light);
  const parts = [head];
  if (graveRows.length > 0) parts.push(table(graveRows));
  if (lightRows.length > 0) {
    const shown = countWords(countSeverities(light.slice(0, lightRows.length)));
    parts.push(`<details>\n<summary>${shown}</summary>\n\n${table(lightRows)}\n</details>\n`);
  }
  const rest = [...grave.slice(graveRows.length), ...light.slice(lightRows.length)];
  if (rest.length > 0)
    parts.push(
      `${rest.length} more left out, for a comment has no room for them: ${countWords(countSeverities(rest))}.\n`,
    );
  return parts.join('\n');
}

const NAMES = { error: '**Error**', warning: 'Warning', information: 'Information', hint: 'Hint' } as const;

function table(rows: readonly string[]): string {
  return `| | Place | Finding | Rule |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}

function tableRow({ severity, path, line, message, rule }: CheckedFinding): string {
  return `| ${NAMES[severity]} | ${code(`${path}:${line}`)} | ${prose(message)} | ${code(rule)} |`;
}

/** A code span for a cell of a table, whatever it holds. */
export function code(text: string): string {
  const content = harmlessLine(text).replaceAll('|', '\\|');
  const longest = Math.max(0, ...[...content.matchAll(/`+/g)].map(([run]) => run.length));
  if (longest === 0) return `\`${content}\``;
  const fence = '`'.repeat(longest + 1);
  return `${fence} ${content} ${fence}`;
}

/** Joins without a gap and is not seen: what stands behind it is no longer a mention. */
const JOINER = '\u2060';

/**
 * Words of a document that stay words: no markup, HTML, formula or link, nobody is notified, and no issue or merge request
 * is referred to, on GitHub or GitLab.
 */
export function prose(text: string): string {
  return harmlessLine(text)
    .replace(/[\\`*_{}[\]<>|~&]/g, '\\$&')
    .replace(/@(?=\w)|[#!$%&~](?=\d)|\bGH-(?=\d)|:(?=\/\/)|\bwww(?=\.)/gi, `$&${JOINER}`)
    .replaceAll('$', '<span>$</span>');
}
