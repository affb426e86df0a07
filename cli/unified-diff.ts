import { structuredPatch } from 'diff';

/** A text before and after, with its path as the diff names it; undefined before where the file is new. */
export interface ChangedText {
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string;
}

/** Changes as a unified diff, which `git apply` and `patch -p1` take in the folder that the paths start from. */
export function unifiedDiff(changes: readonly ChangedText[]): string {
  return changes.map(fileDiff).join('');
}

function fileDiff({ path, before, after }: ChangedText): string {
  const { hunks } = structuredPatch('', '', before ?? '', after, '', '', { context: 3 });
  if (hunks.length === 0) return '';
  const lines = [`--- ${before === undefined ? '/dev/null' : quoted(`a/${path}`)}`, `+++ ${quoted(`b/${path}`)}`];
  for (const { oldStart, oldLines, newStart, newLines, lines: own } of hunks) {
    lines.push(`@@ -${range(oldStart, oldLines)} +${range(newStart, newLines)} @@`, ...own);
  }
  return `${lines.join('\n')}\n`;
}

/** An empty range stands before the first line. */
function range(start: number, count: number): string {
  return count === 1 ? String(start) : `${count === 0 && start === 1 ? 0 : start},${count}`;
}

const NAMED: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\t': '\\t', '\r': '\\r' };

/** A name as Git writes it: quoted where it could be misread, and with a tab behind a blank. */
function quoted(name: string): string {
  if (!/["\\\p{Cc}]/u.test(name)) return name.includes(' ') ? `${name}\t` : name;
  const escaped = [...name].map((sign) => {
    if (NAMED[sign] !== undefined) return NAMED[sign];
    return /\p{Cc}/u.test(sign) ? `\\${sign.charCodeAt(0).toString(8).padStart(3, '0')}` : sign;
  });
  return `"${escaped.join('')}"`;
}
