/**
 * Spreadsheets take a CSV cell that begins with one of these for a formula. The wide forms count in Asian settings; a
 * line end or another program's separator may begin a cell of its own, where somebody opens the file with other settings.
 */
const BEGINS = /^(['\s]*)(?=[=+\-@\t\r\n＝＋－＠])/;
const WITHIN = /([;\t\r\n][ \t"]*)('*)(?=[=+@＝＋＠]|-(?!\s))/g;

/** A text that no program takes for a formula: an apostrophe stands before what could begin one. */
export function guarded(text: string): string {
  const within = text.replace(WITHIN, "$1'$2");
  return BEGINS.test(text) ? `'${within}` : within;
}

/** The text behind `guarded`. Other programs write the same apostrophe. */
export function unguarded(text: string): string {
  const rest = text.startsWith("'") && BEGINS.test(text.slice(1)) ? text.slice(1) : text;
  return rest.replace(/([;\t\r\n][ \t"]*)'('*)(?=[=+@＝＋＠]|-(?!\s))/g, '$1$2');
}

/** A text without what steers a terminal or may not stand in XML: each such character becomes U+FFFD. */
export function printable(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/(?![\t\n])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '\ufffd');
}
