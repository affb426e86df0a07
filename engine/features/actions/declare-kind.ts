import type { WorkspaceState } from '../../workspace/snapshot';
import { type Change, editing } from '../change';
import { insertion, setField } from '../edits/field-edits';
import { lineEnd } from '../edits/yaml-text';

/** Writes the kind that a document was taken for into it; undefined for CSV and bare lists, which have no place for it. */
export function declareKind(state: WorkspaceState, path: string): Change | undefined {
  const text = state.texts.get(path);
  const record = text?.record;
  if (!text || !record || record.recognised !== 'shape' || !record.headComplete) return undefined;
  const kind = record.metadata.fields.get('kind');
  if (kind) {
    // One in a table of the text is what people call the document: nothing reads it as a declaration.
    const block = text.parsed.blocks[kind.at.block];
    if (record.language === 'markdown' && !block?.frontMatter) return undefined;
    // A kind that is misspelt is corrected where it stands.
    return editing(setField(state, record.metadata, 'kind', record.kind.kind));
  }
  const line = `kind: ${record.kind.kind}`;
  const eol = lineEnd(text.text);
  if (record.language === 'yaml') {
    if (record.rows.some((row) => row.block === 0 && text.parsed.blocks[0]?.kind === 'item')) return undefined;
    const first = text.parsed.blocks[0];
    if (first?.kind !== 'entry') return undefined;
    const at = (text.parsed.starts[0] ?? 0) + (first.spans[0] ?? 0);
    return editing(insertion(path, at, `${line}${eol}`));
  }
  if (record.language !== 'markdown') return undefined;
  const front = text.parsed.blocks.findIndex((block) => block.frontMatter);
  if (front >= 0) {
    const at = text.parsed.starts[front] ?? 0;
    return editing(insertion(path, at, `${line}${eol}`));
  }
  return editing(insertion(path, 0, `---${eol}${line}${eol}---${eol}`));
}
