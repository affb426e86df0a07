/** A text as it stands in a snippet: the signs that mean tab stops are escaped. */
export function literal(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** A snippet as plain text: for editors without tab stops. */
export function withoutTabStops(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|((?:[^|\\]|\\.)*)\|\}/g, (_whole, choices: string) =>
      (choices.split(/(?<!\\),/)[0] ?? '').replace(/\\(.)/g, '$1'),
    )
    .replace(/\$\{\d+:((?:[^}\\]|\\.)*)\}/g, (_whole, text: string) => text.replace(/\\(.)/g, '$1'))
    .replace(/\$\{\d+\}|(?<!\\)\$\d+/g, '')
    .replace(/\\([$}\\])/g, '$1');
}
