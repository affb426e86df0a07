import { parseYaml } from '../../parse/yaml';
import type { Finding } from '../../workspace/finding';
import type { Snapshot } from '../../workspace/snapshot';
import { endOfLine, type FileEdit, insertion } from '../edits/field-edits';
import { lineEnd } from '../edits/yaml-text';

/** Puts the value that a finding marks in quotation marks; undefined where it then cannot be read either. */
export function quoteValue(snapshot: Snapshot, { at, path }: Finding): FileEdit | undefined {
  const file = snapshot.texts.get(path);
  if (at.on !== 'span' || !file) return undefined;
  const { start } = at;
  // Only behind a key does a whole value stand.
  if (!/:[ \t]+$/.test(file.text.slice(file.lines.lineStart(start), start))) return undefined;
  const value = file.text.slice(start, endOfLine(file.text, start)).replace(/[ \t]+(?:#.*)?$/, '');
  const text = JSON.stringify(value);
  const { blocks, starts } = file.parsed;
  const index = starts.filter((each) => each <= start).length - 1;
  const piece = blocks[index]?.text ?? '';
  const from = start - (starts[index] ?? 0);
  const [left] = parseYaml(piece.slice(0, from) + text + piece.slice(from + value.length)).problems;
  // Another mistake further down has a finding of its own once this one is gone.
  return left && left.start <= from + text.length + 1
    ? undefined
    : { path, span: { start, end: start + value.length }, text };
}

/** Closes the block at the top of a document before the first line that is no entry of it. */
export function closeFrontMatter(snapshot: Snapshot, { path }: Finding): FileEdit | undefined {
  const text = snapshot.texts.get(path)?.text ?? '';
  const entries = /^---[ \t]*\r?\n(?:(?:[a-z_][\w .-]*:(?=\s|$)|[ \t]+\S|- ).*(?:\r?\n|$))+/i.exec(text)?.[0];
  if (!entries) return undefined;
  const eol = lineEnd(text);
  const end = entries.length;
  return insertion(path, end, `${entries.endsWith('\n') ? '' : eol}---${eol}`);
}
