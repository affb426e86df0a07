import type { Place } from '../../workspace/finding';
import type { Snapshot } from '../../workspace/snapshot';
import { endOfLine, type FileEdit } from '../edits/field-edits';

/** Takes an exception out: the comment, or the entry in `aims.yaml` or the baseline. Undefined for one in brackets. */
export function takeOut(snapshot: Snapshot, at: Place): FileEdit | undefined {
  const { path, block: index, fact, span } = snapshot.locate(at);
  const file = snapshot.texts.get(path);
  const block = file?.parsed.blocks[index];
  if (!file || !block) return undefined;
  const { text, parsed } = file;
  const cut = (start: number, end: number): FileEdit => ({ path, span: { start, end }, text: '' });
  const lineAfter = (offset: number) => offset + (/^\r?\n/.exec(text.slice(offset, offset + 2))?.[0].length ?? 0);
  if (block.facts[fact]?.key !== '#comment') {
    if (block.kind !== 'item') return undefined;
    const start = parsed.starts[index] ?? 0;
    // A list that would be left without entries goes with its last one.
    const isOnly = parsed.blocks.filter(({ context }) => context === block.context).length < 2;
    return cut(
      isOnly
        ? (parsed.starts[index - 1] ?? 0) + (parsed.blocks[index - 1]?.spans[0] ?? 0)
        : start + block.text.search(/^ *-/m),
      lineAfter(start + block.text.trimEnd().length),
    );
  }
  const isYaml = /^(?:entry|item|yaml)$/.test(block.kind);
  const start = text.lastIndexOf(isYaml ? '#' : '<!--', span.start);
  const end = isYaml ? endOfLine(text, start) : text.indexOf('-->', start) + 3;
  const lineStart = file.lines.lineStart(start);
  const before = text.slice(lineStart, start).trimEnd();
  if (before !== '' || text.slice(end, endOfLine(text, end)).trim() !== '') return cut(lineStart + before.length, end);
  const next = lineAfter(endOfLine(text, end));
  // In Markdown, the blank line that set the comment apart goes with it.
  return cut(lineStart, isYaml ? next : lineAfter(next));
}
