/** A key, column or heading for comparison: without case, marks, spaces, `_ - * :` and numbering in front. */
export function normalName(name: string): string {
  // Keys and most headings are plain ASCII, and there are thousands of them.
  if (/^[a-z0-9]*$/.test(name)) return name;
  const plain = /^[ -~]*$/.test(name) ? name : name.normalize('NFKD').replace(/\p{M}/gu, '');
  return plain.replace(/[\s_*`:./()&#?!'’"-]+/g, '').toLowerCase();
}
