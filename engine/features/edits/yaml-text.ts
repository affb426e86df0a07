/** A text as a YAML scalar on one line: plain where that is safe, else in double quotes. */
export function yamlScalar(text: string): string {
  const plain = /^[\p{L}\p{N}_(][^\n\t#:"'{}[\],&*!|>%@`]*$/u.test(text) && text.trim() === text;
  const otherType = /^(?:true|false|yes|no|on|off|null|~|[-+]?[\d.][\d._eE+-]*|\d{4}-\d{2}-\d{2}.*)$/i.test(text);
  if (plain && (!otherType || /^\d{4}-\d{2}-\d{2}$/.test(text) || /^(?:true|false)$/.test(text))) return text;
  return `"${text.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n')}"`;
}

/** A text inside a Markdown table cell: a pipe would end the cell, a line end the row. */
export function cellText(text: string): string {
  return text.replace(/\|/g, '\\|').replace(/\r?\n/g, '<br>');
}

/** A text as a CSV cell. */
export function csvCell(text: string, separator: string): string {
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** A placeholder in the form our templates use. */
export function placeholder(words: string): string {
  return `{{${words}}}`;
}

/** The line end a text uses. */
export function lineEnd(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
