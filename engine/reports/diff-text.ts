import { FOOT_LINE } from '../coverage/grade';
import { countSeverities, countWords, plural } from './check-result';
import type { Paint } from './check-text';
import { type DiffReport, gradeLabel, gradeWords, stateWords } from './diff-report';
import type { FindingRow } from './finding-rows';
import { harmlessLine } from './harmless-text';

const COLOUR = { error: 'red', warning: 'yellow', information: 'blue', hint: 'dim' } as const;
const ARROWS = { up: '↑', down: '↓', other: '•' } as const;

/** `aims diff` for people: what became of the coverage, of documents and of findings, and a line that counts. */
export function diffText(report: DiffReport, paint: Paint): string {
  const { grades, documents, findings } = report;
  const lines = [
    harmlessLine(`From ${stateWords(report.from)} to ${stateWords(report.to)}, both as of ${report.today}.`),
  ];
  const part = (title: string, content: readonly string[]): void => {
    if (content.length > 0) lines.push('', paint(title, 'bold'), ...content);
  };
  part(
    'Coverage',
    grades.changes.flatMap((change) => {
      const { direction, from, to, reason } = change;
      const words = `${gradeWords(from, 'not there')} → ${gradeWords(to, 'no longer there')}`;
      const colour = direction === 'down' ? 'yellow' : direction === 'up' ? 'blue' : 'dim';
      return [
        `  ${ARROWS[direction]} ${harmlessLine(gradeLabel(change))}: ${paint(words, colour)}`,
        paint(`      ${harmlessLine(reason)}`, 'dim'),
      ];
    }),
  );
  part('Documents', [
    ...documents.came.map(({ path, title }) => `  new    ${harmlessLine(path)}  ${paint(title, 'dim')}`),
    ...documents.went.map(({ path, title }) => `  gone   ${harmlessLine(path)}  ${paint(title, 'dim')}`),
    ...documents.moved.map(({ from, path }) => `  moved  ${harmlessLine(from)} → ${harmlessLine(path)}`),
  ]);
  part('New findings', byFile(findings.added, paint));
  part(
    'Findings that are not as grave as they were, or graver',
    findings.regraded.map((row) => `${findingLine(row, paint)}  was ${row.was}, in ${harmlessLine(row.path)}`),
  );
  part('Settled findings', byFile(findings.settled, paint));
  part('Silenced since by an exception or the baseline', byFile(findings.silenced, paint));
  lines.push('', diffSummary(report), '', FOOT_LINE);
  return `${lines.join('\n')}\n`;
}

/** How much changed, in a sentence. */
export function diffSummary({ findings, documents, grades }: DiffReport): string {
  const words = countWords(countSeverities(findings.added));
  const parts = [
    `${plural(findings.added.length, 'new finding')}${words === '' ? '' : ` (${words})`}`,
    `${findings.settled.length} settled`,
    ...(findings.regraded.length > 0 ? [`${findings.regraded.length} with another severity`] : []),
    ...(findings.silenced.length > 0 ? [`${findings.silenced.length} silenced`] : []),
    `${findings.remaining} as before`,
  ];
  const others = [
    `${plural(documents.changed.length, 'document')} changed`,
    `${documents.came.length} new`,
    `${documents.went.length} gone`,
    ...(documents.moved.length > 0 ? [`${documents.moved.length} moved`] : []),
  ];
  return `${parts.join(', ')}; ${others.join(', ')}; ${plural(grades.changes.length, 'grade')} changed.`;
}

function byFile(rows: readonly FindingRow[], paint: Paint): string[] {
  const lines: string[] = [];
  let path: string | undefined;
  for (const row of rows) {
    if (row.path !== path) lines.push(`  ${harmlessLine(row.path)}`);
    path = row.path;
    lines.push(`  ${findingLine(row, paint)}`);
  }
  return lines;
}

function findingLine({ line, column, severity, message, rule }: FindingRow, paint: Paint): string {
  return `  ${line}:${column}  ${paint(severity, COLOUR[severity])}  ${harmlessLine(message)}  ${paint(rule, 'dim')}`;
}
