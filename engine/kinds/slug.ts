/** The anchor GitHub gives a heading; `seen` counts repeats (`-1`, `-2`) within one document. */
export function headingSlug(title: string, seen: Map<string, number>): string {
  const own = /\{#([\w-]+)\}\s*$/.exec(title);
  if (own?.[1]) return own[1];
  const name = title.trim().toLowerCase();
  const base = (/^[a-z0-9 ]*$/.test(name) ? name : name.replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')).replaceAll(
    ' ',
    '-',
  );
  const count = seen.get(base) ?? 0;
  seen.set(base, count + 1);
  return count === 0 ? base : `${base}-${count}`;
}
