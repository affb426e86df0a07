/** The height of one line in points, in the letters of a workbook (Calibri 11). */
const LINE = 15;
/** The highest that Excel makes a row, in points. */
const MOST = 409;
/** How much longer words are than their letters, since a line ends with a whole word. */
const BROKEN = 1.12;

/**
 * The height in points that a row needs so that all of its text is seen: spreadsheets do not find it out by themselves when
 * they open a file. `widths` are those of the columns in letters.
 */
export function rowHeight(texts: readonly string[], widths: readonly number[]): number {
  const lines = texts.map((text, column) => linesOf(text, widths[column] ?? 10));
  return Math.min(LINE * Math.max(1, ...lines), MOST);
}

function linesOf(text: string, width: number): number {
  return text
    .split('\n')
    .map((line) => {
      const letters = widthOf(line);
      return letters <= width ? 1 : Math.ceil((letters * BROKEN) / width);
    })
    .reduce((sum, lines) => sum + lines, 0);
}

/** How wide a text is in letters: those of Chinese, Japanese and Korean are as wide as two. */
function widthOf(text: string): number {
  return (
    text.length +
    (text.match(/[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]/g)?.length ?? 0)
  );
}
