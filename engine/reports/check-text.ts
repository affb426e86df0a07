import { type CheckedFinding, type CheckResult, checkSummary, gravestFirst } from './check-result';
import { harmlessLine } from './harmless-text';

/** How a finding is coloured; the identity where colour is off. */
export type Paint = (text: string, colour: 'red' | 'yellow' | 'blue' | 'dim' | 'bold') => string;

const COLOUR = { error: 'red', warning: 'yellow', information: 'blue', hint: 'dim' } as const;

/** Of a longer line only what is around the place is shown. */
const WIDEST = 160;
const LEAD = 40;

/** `aims check`: findings grouped by file, each with the line it stands in and the place marked. Ends with a count. */
export function checkText(result: CheckResult, paint: Paint): string {
  const parts: string[] = [];
  let path: string | undefined;
  for (const finding of result.findings) {
    if (finding.path !== path) {
      path = finding.path;
      parts.push(`${parts.length > 0 ? '\n' : ''}${paint(harmlessLine(path), 'bold')}`);
    }
    const { line, column, severity, rule } = finding;
    const message = harmlessLine(finding.message);
    parts.push(
      `  ${line}:${column}  ${paint(severity, COLOUR[severity])}  ${message}  ${paint(harmlessLine(rule), 'dim')}`,
    );
    const text = result.lineOf(finding.path, line);
    if (text !== undefined) for (const shown of markedLine(text, finding)) parts.push(paint(shown, 'dim'));
  }
  const [gravest] = gravestFirst(result.findings);
  if (gravest) parts.push('', paint(`"aims explain ${gravest.rule}" says why it matters and how to settle it.`, 'dim'));
  parts.push(`${parts.length > 0 ? '\n' : ''}${checkSummary(result)}`);
  return `${parts.join('\n')}\n`;
}

/** The line with its place underlined; nothing where the place is the file as a whole. */
function markedLine(text: string, { line, column, endLine, endColumn }: CheckedFinding): string[] {
  const start = column - 1;
  const end = endLine > line ? text.length : Math.min(endColumn - 1, text.length);
  if (end <= start) return [];
  const from = text.length <= WIDEST ? 0 : wholeFrom(text, Math.max(0, start - LEAD));
  const to = text.length <= WIDEST ? text.length : wholeFrom(text, Math.min(text.length, from + WIDEST));
  const shown = (part: string) => harmlessLine(part, { keepTabs: true });
  const [before, after] = [from > 0 ? '…' : '', to < text.length ? '…' : ''];
  const lead = before.replace(/./gu, ' ') + text.slice(from, start).replace(/[^\t]+/gu, (part) => blanks(part, ' '));
  const marked = blanks(text.slice(start, Math.min(end, to)), '^') || '^';
  // The bar keeps a line from being taken for a command by a pipeline that reads its log.
  return [`    | ${before}${shown(text.slice(from, to))}${after}`, `    | ${lead}${marked}`];
}

/** The offset, or the one before it where it would cut a character in half. */
function wholeFrom(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset - 1 : offset;
}

/** As many signs as the text takes columns on a terminal: none for accents that join, two for wide characters. */
function blanks(text: string, sign: string): string {
  let width = 0;
  for (const character of text) {
    if (/\p{Mn}|\p{Me}|\p{Cf}/u.test(character)) continue;
    const isWide = /[\p{Emoji_Presentation}\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/u;
    width += isWide.test(character) ? 2 : 1;
  }
  return sign.repeat(width);
}
