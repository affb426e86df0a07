import type { Table } from './table';

/** A text that Markdown shows as it is written: nothing in it is a link, markup or HTML. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|#~&!{}]/g, '\\$&')
    .replace(/^(\s*)([-+=]|\d+[.)])/gm, (_, space: string, mark: string) =>
      /^\d/.test(mark) ? `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}` : `${space}\\${mark}`,
    )
    .replace(/\n/g, '<br>');
}

/** A table as a pipe table with what has to be said with it. */
export function markdownText({ title, columns, rows, notes }: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escapeMarkdown).join(' | ')} |`;
  return [
    `# ${escapeMarkdown(title)}`,
    '',
    line(columns.map(({ head }) => head)),
    `|${columns.map(() => ' --- |').join('')}`,
    ...rows.map((row) => line(row.map(({ text }) => text))),
    ...notes.flatMap((note) => ['', escapeMarkdown(note)]),
    '',
  ].join('\n');
}
