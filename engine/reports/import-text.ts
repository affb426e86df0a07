import { printable } from '../features/import/guarded-text';
import type { ImportPlan } from '../features/import/import-plan';

/** What an import understood: each column with the field it becomes, and what has to be looked at. */
export function importText({ header, rows, remarks }: ImportPlan, source: string): string {
  const { named, sheet, row, columns, tool } = header;
  const width = Math.min(48, Math.max(...columns.map(({ head }) => head.length), 6));
  const shown = columns.filter(({ ours, head, field }) => !ours && (head !== '' || field));
  const ours =
    columns.length - shown.length - columns.filter(({ ours, head, field }) => !ours && head === '' && !field).length;
  const lines = [
    `${source}${sheet.name === '' ? '' : `, "${sheet.name}"`}: ${rows} ${rows === 1 ? 'entry' : 'entries'} for: ${named.kind.title}. Heads stand in row ${row + 1}.`,
    ...(tool
      ? ['It looks like CISO Assistant: its results and progress are kept as its own words and decide nothing.']
      : []),
    ...shown.map(({ head, field, told }) => {
      const name = head.length > width ? `${head.slice(0, width - 1)}…` : head;
      return `  ${name.padEnd(width)}  ${field ? `→ ${field.name}${told ? ' (as told)' : ''}` : '  kept under "imported"'}`;
    }),
    ...(ours > 0 ? [`  ${ours} ${ours === 1 ? 'column' : 'columns'} of our own export left out`] : []),
    ...remarks,
  ];
  return `${lines.map(printable).join('\n')}\n`;
}
