import type { Problem } from '../parse/block';
import type { TextView } from '../rules/rule';
import type { Place } from './finding';

/** A piece of text that could not be read, at its place in the file. */
export interface ProblemPlace {
  readonly at: Place;
  /** The reader's own words, on one line and without a full stop; empty where there are none. */
  readonly detail: string;
  /** True for the block between the `---` lines at the top of a Markdown document. */
  readonly frontMatter: boolean;
  /** The line it starts on, counted from 1. */
  readonly line: number;
}

/** The problems of one sort in a text, each within its first line. */
export function problemPlaces(view: TextView, code: Problem['code']): readonly ProblemPlace[] {
  const { parsed } = view;
  const whole = parsed.problems.filter((problem) => problem.code === code).map((problem) => place(view, problem, 0, false));
  const inBlocks = parsed.blocks.flatMap((block, index) =>
    block.problems.filter((problem) => problem.code === code).map((problem) => place(view, problem, parsed.starts[index] ?? 0, block.frontMatter)),
  );
  return [...whole, ...inBlocks];
}

function place(view: TextView, problem: Problem, offset: number, frontMatter: boolean): ProblemPlace {
  const { text, path } = view;
  let start = Math.min(offset + problem.start, text.length);
  // A parser that runs out of text points behind the last line: then what it missed stands at the end of that line.
  while (start > 0 && start < text.length && /[\r\n]/.test(text[start] ?? '') && /[\r\n]/.test(text[start - 1] ?? '')) start--;
  if (start >= text.length) start = text.trimEnd().length;
  const lineStart = text.lastIndexOf('\n', Math.max(start - 1, 0)) + 1;
  const lineEnd = start + (/[\r\n]|$/.exec(text.slice(start))?.index ?? 0);
  let end = Math.min(Math.max(offset + problem.end, start), lineEnd);
  const spaces = /^\s*/.exec(text.slice(start, end))?.[0].length ?? 0;
  if (start + spaces < end) start += spaces;
  if (end <= start) {
    const first = /\S/.exec(text.slice(lineStart, lineEnd))?.index;
    if (first !== undefined) start = Math.min(start, lineStart + first);
    end = start + text.slice(start, lineEnd).trimEnd().length;
  }
  const line = text.slice(0, start).split(/\r\n|\r|\n/).length;
  const detail = (problem.detail.split('\n')[0] ?? '').replace(/ at line \d+, column \d+.*$/, '').replace(/[\s.:]+$/, '');
  return { at: { on: 'span', path, start, end }, detail, frontMatter, line };
}
