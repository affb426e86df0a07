/** A control id as a person wrote it, in canonical form. */
export interface ReadControlId {
  /** `A.6.2.4`, or the text as written where it has no such form. */
  readonly id: string;
  /** The framework that stands before the id, such as `iso-42001`. */
  readonly framework: string | undefined;
  /** A title after the id in the same cell; empty where there is none. */
  readonly title: string;
}

const WRITTEN =
  /^(?:(?:ISO(?:\/IEC)?[ -]?)?(42001|27001)(?::20\d\d)?[ :,-]*)?(?:Annex[ -]?)?A[. ]?(\d{1,2}(?:\.\d{1,2}){0,3})(?![\d.\w])(?:[ \t]*[-–—:|][ \t]*|[ \t]+)?(.*)$/is;

/** Reads `A 6.2.4`, `A6.2.4`, `Annex A.6.2.4`, `42001:A.6.2.4`, `A.6.2.4 – title` and bare text. */
export function readControlId(written: string): ReadControlId {
  if (/^A\.\d{1,2}(?:\.\d{1,2}){1,2}$/.test(written)) return { id: written, framework: undefined, title: '' };
  const text = written.trim().replace(/^[*`_]+|[*`_]+$/g, '');
  const match = WRITTEN.exec(text);
  if (!match) return { id: text, framework: undefined, title: '' };
  return { id: `A.${match[2]}`, framework: match[1] ? `iso-${match[1]}` : undefined, title: (match[3] ?? '').trim() };
}

/** The number of a clause as written in a `clauses:` list: `Clause 6.1.3`, `§6.1.3`, `ISO 42001:6.1.3`, `6.1.3`. */
export function readClauseId(written: string): string {
  const match = /(\d{1,2}(?:\.\d{1,2}){0,3})\s*$/.exec(written.trim().split(/\s+[–—-]\s+/)[0] ?? '');
  return match?.[1] ?? written.trim();
}
