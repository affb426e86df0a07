import type { Problem } from './block';

/** Where the front matter's YAML and the Markdown after it stand. Offsets in the file. */
export interface FrontMatter {
  readonly yamlStart: number;
  readonly yamlEnd: number;
  readonly bodyStart: number;
  readonly problem: Problem | undefined;
}

const OPEN = /^---[ \t]*(?:\r?\n|\r)/;

/** Finds the front matter; undefined where the text has none. One that is never closed reaches to the next blank line. */
export function findFrontMatter(text: string): FrontMatter | undefined {
  const open = OPEN.exec(text);
  if (!open) return undefined;
  const yamlStart = open[0].length;
  const close = /^(?:---|\.\.\.)[ \t]*$/gm; // its own object, since a global expression remembers where it stood
  close.lastIndex = yamlStart;
  const end = close.exec(text);
  if (end) {
    let bodyStart = end.index + end[0].length;
    if (text[bodyStart] === '\r') bodyStart++;
    if (text[bodyStart] === '\n') bodyStart++;
    return { yamlStart, yamlEnd: end.index, bodyStart, problem: undefined };
  }
  // A lone `---` at the top with no key after it is a thematic break, not half a front matter.
  if (!/^\s*[A-Za-z_][\w .-]*:(?:\s|$)/.test(text.slice(yamlStart, yamlStart + 400))) return undefined;
  const blank = /\r?\n[ \t]*\r?\n/.exec(text.slice(yamlStart));
  const yamlEnd = blank ? yamlStart + blank.index : text.length;
  const problem = { code: 'front-matter' as const, start: 0, end: 3, detail: '', hides: true };
  return { yamlStart, yamlEnd, bodyStart: yamlEnd, problem };
}
