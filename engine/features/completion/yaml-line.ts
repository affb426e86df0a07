/** A key with its colon, at the start of a line's content. */
export const KEY = /^(["']?)([^\s"':#[\]{},&*!|>%@`-][^:#]*?|-[^\s:#][^:#]*?)\1[ \t]*:(?=[ \t]|$)/;

/** The columns of the dashes a line begins with, and where its content begins. */
export function leadOf(line: string): { dashes: number[]; content: number } {
  const dashes: number[] = [];
  let at = 0;
  while (line[at] === ' ') at++;
  while (line[at] === '-' && /^[ \t]?$/.test(line[at + 1] ?? '')) {
    dashes.push(at);
    at++;
    while (line[at] === ' ') at++;
  }
  return { dashes, content: at };
}

/** The line that starts at an offset, without its end. */
export function lineAt(text: string, start: number, limit: number): string {
  const feed = text.indexOf('\n', start);
  const end = feed < 0 || feed > limit ? limit : feed;
  return text.slice(start, text[end - 1] === '\r' ? end - 1 : end);
}

/** A text up to its comment. */
export function withoutComment(text: string): string {
  const at = withoutQuoted(text).search(/(?:^|\s)#/);
  return (at < 0 ? text : text.slice(0, at)).trimEnd();
}

/** Quoted parts made harmless, at the same length. */
export function withoutQuoted(text: string): string {
  return text.replace(/(?<=[\s:[{,-]|^)"(?:[^"\\]|\\.)*"?|(?<=[\s:[{,-]|^)'[^']*'?/g, (quoted) =>
    '_'.repeat(quoted.length),
  );
}

/** A value without comment and quotes. */
export function bare(text: string): string {
  return withoutComment(text)
    .trim()
    .replace(/^["']|["']$/g, '');
}
