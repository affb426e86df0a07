import type { CheckedFinding, CheckResult } from './check-result';
import { wholeCharacters } from './harmless-text';

const COLUMNS: readonly (readonly [name: string, value: (finding: CheckedFinding) => string | number])[] = [
  ['severity', ({ severity }) => severity],
  ['rule', ({ rule }) => rule],
  ['path', ({ path }) => path],
  ['line', ({ line }) => line],
  ['column', ({ column }) => column],
  ['place', ({ place }) => place],
  ['message', ({ message }) => message],
  ['references', ({ references }) => references.join('; ')],
  ['fixable', ({ fixable }) => (fixable ? 'yes' : 'no')],
];

/**
 * `aims check --format csv`: RFC 4180, one finding a row below a row of names. Starts with a byte order mark, without which
 * Excel takes UTF-8 for something else.
 */
export function checkCsv({ findings }: CheckResult): string {
  const rows = [COLUMNS.map(([name]) => name), ...findings.map((row) => COLUMNS.map(([, value]) => cell(value(row))))];
  return `\ufeff${rows.map((row) => `${row.join(',')}\r\n`).join('')}`;
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = withoutFormulas(wholeCharacters(value).replaceAll('\u0000', '\u2400'));
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * What begins as a formula does gets an apostrophe in front. So it does behind a semicolon, a tab or a line break: where the
 * list sign is a semicolon, a spreadsheet cuts a row there, whatever the quotes say.
 */
function withoutFormulas(text: string): string {
  return text
    .replace(/^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/, (sign) => `'${sign}`)
    .replace(/([;\t\r\n]["' ]*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g, "$1'");
}
