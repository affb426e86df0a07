/** A key, column or heading for comparison: without case, marks, spaces, `_ - * :` and numbering in front. */
export function normalName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[\s_*`:./()&#?!'’"-]+/g, '')
    .toLowerCase();
}
