import { problemPlaces } from '../../workspace/problem-places';
import { defineRule } from '../rule';

export default defineRule({
  id: 'syntax/markdown',
  scope: 'text',
  severity: 'warning',
  references: [],
  messages: {
    cells:
      'This row has {count} cells, but the header has {columns} columns: values may stand in the wrong column, and the last ones are lost. A | inside a cell is written \\|.',
    fence:
      'The code block that starts here is never closed, so the headings or tables after it are not read. Close it with a line of the same marks.',
    comment:
      'The comment that starts here is never closed, so the headings or tables after it are not read. Close it with -->.',
  },
  *check(text) {
    for (const { at, detail } of problemPlaces(text, 'markdown')) {
      // A placeholder of a template language may hold a bar of its own: it is replaced before anybody reads the table.
      if (at.on === 'span' && /\{\{[^{}]*\|[^{}]*\}\}/.test(text.text.slice(at.start, at.end))) continue;
      const [count = '', columns = ''] = detail.split('/');
      yield { at, message: 'cells', data: { count, columns } };
    }
    let index = -1;
    for (const block of text.parsed.blocks) {
      index++;
      if (block.kind !== 'code' && block.kind !== 'html') continue;
      const message = block.kind === 'code' ? openFence(block.text) : openComment(block.text);
      if (!message || !/^ {0,3}#{1,6} |^ {0,3}\|.*\|[ \t]*\r?\n {0,3}\|[ \t:|-]+\|/m.test(block.text)) continue;
      const start = text.parsed.starts[index] ?? 0;
      const end = start + (/\r|\n|$/.exec(block.text)?.index ?? 0);
      yield { at: { on: 'span', path: text.path, start, end }, message };
    }
  },
});

function openFence(code: string): 'fence' | undefined {
  const marks = /^ {0,3}(`{3,}|~{3,})/.exec(code)?.[1];
  if (marks === undefined) return undefined;
  const lines = code.trimEnd().split(/\r?\n/);
  const last = (lines.at(-1) ?? '').trim();
  const closes = lines.length > 1 && last.startsWith(marks) && last.replaceAll(marks[0] ?? '`', '') === '';
  return closes ? undefined : 'fence';
}

function openComment(html: string): 'comment' | undefined {
  return html.lastIndexOf('<!--') > html.lastIndexOf('-->') ? 'comment' : undefined;
}
