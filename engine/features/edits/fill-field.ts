import type { FieldDefinition } from '../../kinds/kind';
import type { Row } from '../../kinds/record';
import type { WorkspaceState } from '../../workspace/snapshot';
import { yamlList } from '../scaffold/fill-template';
import { type FileEdit, insertField, setField } from './field-edits';
import { yamlScalar } from './yaml-text';

/**
 * Writes values into a field of a row or document, in the form the document has. Undefined where it has no place for
 * them, such as a table without the column.
 */
export function fillField(
  state: WorkspaceState,
  row: Row,
  definition: FieldDefinition,
  values: readonly string[],
): FileEdit | undefined {
  const { name, list = false } = definition;
  const known = row.fields.get(name);
  const text = state.texts.get(row.path);
  const written = list ? yamlList(values) : yamlScalar(values.join(', '));
  if (!text) return undefined;
  if (!known) return insertField(state, row, name, written);
  const index = row.block + known.at.block;
  const block = text.parsed.blocks[index];
  const isYaml = block?.kind === 'item' || block?.kind === 'entry' || block?.kind === 'yaml';
  if (!list || !isYaml) return setField(state, row, name, values.join(list ? '; ' : ', '));
  const [, keyEnd = 0, from = 0, to = 0] = block.spans.slice(4 * known.at.fact, 4 * known.at.fact + 4);
  const end = from + block.text.slice(from, Math.max(from, to)).trimEnd().length;
  const start = text.parsed.starts[index] ?? 0;
  // Several lines hold what a person wrote.
  if (block.text.slice(from, end).includes('\n')) return undefined;
  const colon = block.text.indexOf(':', keyEnd);
  const at = end > from ? start + from : start + (colon < 0 ? from : colon + 1);
  return {
    path: row.path,
    span: { start: at, end: Math.max(at, start + end) },
    text: end > from ? written : ` ${written}`,
  };
}
