import { type CheckResult, countSeverities } from './check-json';

/** How a finding is coloured; the identity where colour is off. */
export type Paint = (text: string, colour: 'red' | 'yellow' | 'blue' | 'dim' | 'bold') => string;

const COLOUR = { error: 'red', warning: 'yellow', information: 'blue', hint: 'dim' } as const;

/** `aims check`: findings grouped by file, with the line they stand in. `lineOf` gives the text of a 1-based line. */
export function checkText(
  { documents, templates, findings, silenced }: CheckResult,
  lineOf: (path: string, line: number) => string | undefined,
  paint: Paint,
): string {
  const parts: string[] = [];
  let path = '';
  for (const finding of findings) {
    if (finding.path !== path) {
      path = finding.path;
      parts.push(`${parts.length > 0 ? '\n' : ''}${paint(path, 'bold')}`);
    }
    parts.push(
      `  ${finding.line}:${finding.column}  ${paint(finding.severity, COLOUR[finding.severity])}  ${finding.message}  ${paint(finding.rule, 'dim')}`,
    );
    const line = lineOf(finding.path, finding.line);
    if (
      line !== undefined &&
      finding.endColumn > finding.column &&
      finding.endLine === finding.line &&
      line.length <= 200
    ) {
      const lead = line.slice(0, finding.column - 1).replace(/[^\t]/g, ' ');
      parts.push(paint(`      ${line}\n      ${lead}${'^'.repeat(finding.endColumn - finding.column)}`, 'dim'));
    }
  }
  const counts = countSeverities(findings);
  const words = (['error', 'warning', 'information', 'hint'] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => plural(counts[severity], severity));
  // What was not judged is said too, so that "no findings" never stands for more than it is.
  const remarks = [
    `${plural(documents, 'document')} checked: ${words.length > 0 ? words.join(', ') : 'no findings'}`,
    ...(silenced > 0 ? [`${silenced} more silenced by exceptions or the baseline`] : []),
    ...(templates > 0 ? [`${plural(templates, 'template')} among them, counted for nothing until filled in`] : []),
  ];
  parts.push(`${parts.length > 0 ? '\n' : ''}${remarks.join('; ')}.`);
  return `${parts.join('\n')}\n`;
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 || word === 'information' ? '' : 's'}`;
}
