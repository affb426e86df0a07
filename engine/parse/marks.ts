/**
 * Which sorts of characters a text holds, as bits: an expression is not asked about what cannot be there. Most prose is
 * letters, spaces and full stops, and reading it is mostly finding out that nothing else is in it.
 */
export const MARK = {
  /** Anything that is seen. */
  visible: 1,
  digit: 2,
  colon: 4,
  pipe: 8,
  /** What may open code, a link or emphasis: `` ` `` `[` `*`. */
  inline: 16,
  /** What only the library reads: `]` `_` `<` `>` `&` `\` `~` `{` `}`. */
  markup: 32,
  /** A capital T: `TBD`, `TODO` and `INSERT` have one. */
  capitalT: 64,
  /** Beyond ASCII, or a control character other than tab and line end. */
  odd: 128,
} as const;

/** The marks of a text nobody has looked at: everything may be in it. */
export const ANY_MARKS = 255;

const MARKS: readonly number[] = Array.from({ length: 128 }, (_, code) => marksOfCode(code));

function marksOfCode(code: number): number {
  const character = String.fromCharCode(code);
  if (character === ' ' || character === '\t' || character === '\n') return 0;
  if (character === '\r' || code < 32 || code === 127) return MARK.odd;
  if (/\d/.test(character)) return MARK.visible | MARK.digit;
  if (character === ':') return MARK.visible | MARK.colon;
  if (character === '|') return MARK.visible | MARK.pipe;
  if ('`[*'.includes(character)) return MARK.visible | MARK.inline;
  if (']_<>&\\~{}'.includes(character)) return MARK.visible | MARK.markup;
  return character === 'T' ? MARK.visible | MARK.capitalT : MARK.visible;
}

/** The marks of one UTF-16 code unit. */
export function marksOf(code: number): number {
  return MARKS[code] ?? MARK.odd;
}
