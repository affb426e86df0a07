import type { Problem } from '../parse/block';
import type { TextView } from '../rules/rule';
import type { Place } from './finding';

/** A piece of text that could not be read, at its place in the file. */
export interface ProblemPlace {
  readonly at: Place;
  /** What is wrong, in plain words where we know the reader's own; empty where there are none. */
  readonly detail: string;
  /** True for the block between the `---` lines at the top of a Markdown document. */
  readonly frontMatter: boolean;
}

/** The words of the YAML reader, by what they mean to somebody who writes documents. */
const PLAIN: readonly (readonly [RegExp, string])[] = [
  [/nested mappings are not allowed/i, 'a text with a colon in it needs quotation marks'],
  [/missing closing .*quote/i, 'a quotation mark is opened and never closed'],
  [
    /flow (?:map|sequence|collection)|expected .*[\]}]|missing , /i,
    'a bracket is not closed where it should be, or a comma is missing',
  ],
  [/\btabs?\b/i, 'a tab stands where only spaces may stand'],
  [/indent|all collection items must start/i, 'lines that belong together do not start in the same column'],
  [/implicit (?:map )?keys? need|multiline/i, 'a line is neither an entry with a colon nor part of a text'],
  [/nested more than|maximum call stack/i, 'its lists and entries are nested too deep'],
  [/references repeat/i, 'its references with * repeat far too much'],
  [/unresolved alias/i, 'it refers to a name that is not given anywhere'],
];

/** True where some of a text could not be read as it is meant. */
export function hasProblems({ parsed }: TextView): boolean {
  return parsed.problems.length + parsed.withProblems.length > 0;
}

/** The problems of one sort in a text, each within its first line. */
export function problemPlaces(view: TextView, code: Problem['code']): readonly ProblemPlace[] {
  const { parsed, text } = view;
  if (!hasProblems(view)) return [];
  const whole = parsed.problems
    .filter((problem) => problem.code === code)
    .map((problem) => place(view, problem, 0, text, false));
  const inBlocks = parsed.withProblems.flatMap((index) => {
    const { problems, text: piece = '', frontMatter = false } = parsed.blocks[index] ?? {};
    return (problems ?? [])
      .filter((problem) => problem.code === code)
      .map((problem) => place(view, problem, parsed.starts[index] ?? 0, piece, frontMatter));
  });
  return [...whole, ...inBlocks];
}

function place(view: TextView, problem: Problem, offset: number, piece: string, frontMatter: boolean): ProblemPlace {
  const words = (problem.detail.split('\n')[0] ?? '')
    .replace(/ at line \d+, column \d+.*$/, '')
    .replace(/[\s.:]+$/, '');
  const detail = PLAIN.find(([pattern]) => pattern.test(words))?.[1] ?? words;
  const { start, end } = within(piece, problem);
  return { at: { on: 'span', path: view.path, start: offset + start, end: offset + end }, detail, frontMatter };
}

/** The range of a problem in its piece: on one line, and never empty. */
function within(piece: string, problem: Problem): { start: number; end: number } {
  const last = piece.trimEnd().length;
  let start = problem.start;
  if (start >= last) {
    // A reader that runs out of text points behind it; what was left open stands earlier, at the latest on the last line.
    start = openQuote(piece) ?? indented(piece, piece.lastIndexOf('\n', Math.max(last - 1, 0)) + 1);
  }
  while (start < last && /\s/.test(piece[start] ?? '')) start++;
  const lineEnd = start + (/[\r\n]|$/.exec(piece.slice(start))?.index ?? 0);
  const written = start + piece.slice(start, lineEnd).trimEnd().length;
  const end = Math.min(problem.end, written);
  return { start, end: end - start < 2 ? Math.max(written, start) : end };
}

function indented(piece: string, lineStart: number): number {
  return lineStart + (/\S/.exec(piece.slice(lineStart))?.index ?? 0);
}

/** Where a quotation mark starts a value and the line does not close it. */
function openQuote(piece: string): number | undefined {
  for (const match of piece.matchAll(/^[ \t]*(?:-[ \t]+)*(?:[^"'\n]*?:[ \t]+)?(["'])(.*)$/gm)) {
    const [line, quote = '', rest = ''] = match;
    const closed = quote === '"' ? /(?:^|[^\\])"/.test(rest) : rest.replaceAll("''", '').includes("'");
    if (!closed) return match.index + line.length - rest.length - 1;
  }
  return undefined;
}
