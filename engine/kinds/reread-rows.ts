import type { Block, ParsedDocument } from '../parse/block';
import type { FieldReader } from './field-reader';
import { collect, hasText, statusOf } from './read-record';
import { listDefinition, placeRow } from './read-rows';
import type { DocumentRecord } from './record';

/**
 * The record of a YAML register in which only some rows changed: all else stays the very same objects, by which rules see
 * that they need not look at it again. Undefined where more changed than that; then it has to be read as a whole.
 */
export function rereadRows(
  before: DocumentRecord,
  old: ParsedDocument,
  parsed: ParsedDocument,
  reader: FieldReader,
): DocumentRecord | undefined {
  const { kind, path, metadata, sections } = before;
  if (before.language !== 'yaml' || old.blocks.length !== parsed.blocks.length) return undefined;
  if (!old.complete || !parsed.complete || old.problems.length + parsed.problems.length > 0) return undefined;
  const rows = before.rows.slice();
  const context = { path, parsed, reader, definitions: kind.rows, frameworkAt: () => '' };
  for (let index = 0; index < parsed.blocks.length; index++) {
    const [was, block] = [old.blocks[index] as Block, parsed.blocks[index] as Block];
    if (was === block) continue;
    if (!isRow(was) || !isRow(block) || was.context !== block.context) return undefined;
    const definition = listDefinition(kind.rows, block.context);
    const at = rows.findIndex((row) => row.block >= index);
    if (!definition || rows[at]?.block !== index || rows[at].definition !== definition) return undefined;
    // What framework a decision belongs to rests on more than its row.
    if (definition.entity === 'control-decision') return undefined;
    rows[at] = placeRow(context, definition, index, reader.itemFields(block, definition));
  }
  const status = statusOf(path, metadata, kind, rows, hasText(sections), before.placeholders.length);
  const dated = collect(metadata, rows, (row) => reader.datedOf(row));
  const filled = collect(metadata, rows, (row) => reader.filledOf(row));
  return { ...before, rows, dated, filled, status };
}

/** An item that is a map, and holds nothing but keys and values. */
function isRow({ kind, isData, facts }: Block): boolean {
  return kind === 'item' && isData && facts[0]?.key === 0 && facts[0].value === null;
}
