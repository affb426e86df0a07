import type { Row } from '../../kinds/record';
import type { Block } from '../../parse/block';
import type { SnapshotText, WorkspaceState } from '../../workspace/snapshot';
import { endOfLine, type FileEdit, insertField, insertion, keyed } from './field-edits';
import { lineEnd } from './yaml-text';

/** A map that becomes an item of a list: its lines, of which deeper ones bring their indent, and the same in braces. */
export interface NewItem {
  readonly lines: readonly string[];
  readonly flow: string;
}

/**
 * Appends an item to a list of maps that the document's own YAML has, in the form it has there: below the last item, in
 * the brackets, or below the key. A list that is not there yet comes after the field `after`. Undefined where something
 * else stands at the key.
 */
export function appendItem(
  state: WorkspaceState,
  metadata: Row,
  field: string,
  item: NewItem,
  after: string,
): FileEdit | undefined {
  const text = state.texts.get(metadata.path);
  if (!text) return undefined;
  const known = metadata.fields.get(field);
  if (known) return intoList(text, metadata.block + known.at.block, known.at.fact, item);
  const eol = lineEnd(text.text);
  const value = eol + itemLines(item, '  ', ' ').join(eol);
  const before = metadata.fields.get(after);
  const at = before && endOfEntry(text, metadata.block + before.at.block, before.at.fact);
  if (at === undefined) return insertField(state, metadata, field, value);
  return insertion(text.path, at, eol + keyed(field, value));
}

function intoList(text: SnapshotText, index: number, fact: number, item: NewItem): FileEdit | undefined {
  const { blocks, starts } = text.parsed;
  const block = blocks[index];
  if (!block || !isYaml(block)) return undefined;
  const start = starts[index] ?? 0;
  const eol = lineEnd(text.text);
  const below = (at: number, indent: string, gap: string): FileEdit =>
    insertion(
      text.path,
      at,
      itemLines(item, indent, gap)
        .map((line) => eol + line)
        .join(''),
    );
  const last = lastItem(text, index);
  const lastBlock = blocks[last];
  if (last > index && lastBlock) {
    const dash = /^([ ]*)-(?:([ ]+)(?=\S)|[ ]*\r?$)/m.exec(lastBlock.text);
    return below((starts[last] ?? 0) + lastBlock.text.trimEnd().length, dash?.[1] ?? '  ', dash?.[2] ?? ' ');
  }
  const [, keyEnd = 0, from = 0] = block.spans.slice(4 * fact, 4 * fact + 3);
  const children = block.facts.flatMap((each, at) =>
    each.parent === fact && typeof each.key === 'number' ? [at] : [],
  );
  const child = children.at(-1);
  if (child !== undefined) {
    const [childStart = 0, childEnd = 0] = block.spans.slice(4 * child + 2, 4 * child + 4);
    const end = childStart + block.text.slice(childStart, childEnd).trimEnd().length;
    if (block.text[from] === '[') {
      const at = start + end;
      return insertion(text.path, at, `, ${item.flow}`);
    }
    const line = block.text.slice(block.text.lastIndexOf('\n', childStart - 1) + 1, childStart);
    const dash = /^([ ]*)-([ ]+)$/.exec(line);
    return dash ? below(start + endOfLine(block.text, end), dash[1] ?? '', dash[2] ?? ' ') : undefined;
  }
  if (block.facts.some((each) => each.parent === fact && !String(each.key).startsWith('#'))) return undefined;
  const colon = block.text.indexOf(':', keyEnd);
  const end = endOfLine(block.text, Math.max(colon, 0));
  // Nothing, or an empty list: what is said behind it stays on its line.
  const empty = /^[ \t]*(?:\[[ \t]*\]|""|''|~|null)?([ \t]+#.*|[ \t]*)$/.exec(block.text.slice(colon + 1, end));
  if (colon < 0 || !empty) return undefined;
  const comment = empty[1]?.trim() ?? '';
  const edit = below(start + end, '  ', ' ');
  return {
    ...edit,
    span: { start: start + colon + 1, end: start + end },
    text: (comment === '' ? '' : ` ${comment}`) + edit.text,
  };
}

/** The end of the last line of a top-level entry; undefined where it stands in no YAML, or in braces. */
function endOfEntry(text: SnapshotText, index: number, fact: number): number | undefined {
  const { blocks, starts } = text.parsed;
  const block = blocks[index];
  if (!block || !isYaml(block)) return undefined;
  if (block.kind === 'entry') {
    const last = lastItem(text, index);
    const lastBlock = blocks[last] ?? block;
    return (starts[last] ?? 0) + lastBlock.text.trimEnd().length;
  }
  const [keyStart = 0, keyEnd = 0, , valueEnd = 0] = block.spans.slice(4 * fact, 4 * fact + 4);
  if (keyStart > 0 && block.text[keyStart - 1] !== '\n') return undefined;
  const end = block.text.slice(0, Math.max(keyEnd, valueEnd)).trimEnd().length;
  return (starts[index] ?? 0) + endOfLine(block.text, end);
}

/** The block of the last item that belongs to the entry of a key; the entry itself where it has none. */
function lastItem(text: SnapshotText, index: number): number {
  const { blocks } = text.parsed;
  const key = String(blocks[index]?.facts[0]?.key ?? '');
  let last = index;
  while (blocks[last + 1]?.kind === 'item' && blocks[last + 1]?.context === key) last++;
  return last;
}

function itemLines({ lines }: NewItem, indent: string, gap: string): string[] {
  const inner = `${indent} ${' '.repeat(gap.length)}`;
  return lines.map((line, index) => (index === 0 ? `${indent}-${gap}${line}` : `${inner}${line}`));
}

function isYaml(block: Block): boolean {
  return block.kind === 'entry' || block.kind === 'yaml';
}
