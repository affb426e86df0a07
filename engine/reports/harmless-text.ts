/** Obeyed by a terminal, or turning the order of letters around: control characters, line separators, directions. */
const OBEYED = /[\p{Cc}\p{Cs}\u061c\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/**
 * A text of a document for one line of a terminal or a log: line breaks are blanks, and what a terminal would obey is
 * shown as a sign. Each UTF-16 unit stays one unit, so columns hold. Tabs stay with `keepTabs`.
 */
export function harmlessLine(text: string, { keepTabs = false }: { readonly keepTabs?: boolean } = {}): string {
  return text.replace(OBEYED, (sign) => {
    if (sign === '\t' && keepTabs) return sign;
    if (sign === '\n' || sign === '\r' || sign === '\t' || sign === '\u2028' || sign === '\u2029') return ' ';
    const code = sign.charCodeAt(0);
    // Unicode has a picture for each of the first 32, and one for the one they called "delete".
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? '\u2421' : '\ufffd';
  });
}

/** The text with U+FFFD for each half of a character that stands alone: such halves cannot be written as UTF-8. */
export function wholeCharacters(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}
