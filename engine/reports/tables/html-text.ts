import type { Table } from './table';

const STYLE = `body{font:14px/1.45 system-ui,sans-serif;margin:2rem;color:#1b1b1b;background:#fff}
table{border-collapse:collapse;width:100%}
th,td{border:1px solid #8a8a8a;padding:.35rem .5rem;vertical-align:top;text-align:left;white-space:pre-line;overflow-wrap:anywhere}
thead th{background:#e8edf3;position:sticky;top:0}
.ours{background:#f5f1e6}thead .ours{background:#e9e0c6}
@media print{body{margin:0;font-size:9px}thead{display:table-header-group}tr{break-inside:avoid}@page{size:A4 landscape;margin:10mm}}`;

/** A text inside HTML, word for word: the report shows what would turn its direction, an export keeps it. */
function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}

/** A table as one page that needs nothing else: no script, no link, no picture; every text escaped. */
export function htmlText({ title, columns, rows, notes }: Table): string {
  const heads = columns.map(
    ({ head, ours }) => `<th scope="col"${ours ? ' class="ours"' : ''}>${escapeHtml(head)}</th>`,
  );
  const lines = rows.map((row) => {
    const cells = row.map(({ text }, column) => {
      const ours = columns[column]?.ours ? ' class="ours"' : '';
      return column === 0 ? `<th scope="row"${ours}>${escapeHtml(text)}</th>` : `<td${ours}>${escapeHtml(text)}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
${STYLE}
</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
<table>
<thead><tr>${heads.join('')}</tr></thead>
<tbody>
${lines.join('\n')}
</tbody>
</table>
${notes.map((note) => `<p>${escapeHtml(note)}</p>`).join('\n')}
</body>
</html>
`;
}
