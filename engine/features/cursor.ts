import type { DocumentRecord, Row } from '../kinds/record';
import { onRow } from '../workspace/places';
import type { SnapshotText, WorkspaceState } from '../workspace/snapshot';
import { DocumentThings, rowsAt } from './things/block-things';
import { configurationThings } from './things/configuration-things';
import type { Thing } from './things/thing';

/** Reads the things of a text block by block. */
export type BlockReader = (block: number) => readonly Thing[];

/** How the blocks of a text are read: documents by their kind, `aims.yaml` by its schema. */
export function thingReader(state: WorkspaceState, text: SnapshotText): BlockReader {
  const { view } = state;
  if (!text.record) return (block) => configurationThings(view, text, block);
  const things = state.remember(text, () => new DocumentThings(view, text, text.record as DocumentRecord));
  return (block) => things.block(block);
}

/** The block that an offset lies in, or the last one before it; -1 before the first. */
export function blockAt(text: SnapshotText, offset: number): number {
  const { starts } = text.parsed;
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** What stands at an offset: the narrowest thing around it; right behind a thing still counts where nothing else begins. */
export function thingAt(state: WorkspaceState, path: string, offset: number): Thing | undefined {
  const text = state.texts.get(path);
  if (!text) return undefined;
  const block = blockAt(text, offset);
  const read = thingReader(state, text);
  const near = [...read(block), ...(text.parsed.starts[block] === offset && block > 0 ? read(block - 1) : [])];
  return (
    narrowest(near.filter(({ span }) => span.start <= offset && offset < span.end)) ??
    narrowest(near.filter(({ span }) => span.end === offset))
  );
}

/** Everything in a text between two offsets, in order of its blocks. */
export function* thingsOf(
  state: WorkspaceState,
  path: string,
  from = 0,
  to = Number.POSITIVE_INFINITY,
): Iterable<Thing> {
  const text = state.texts.get(path);
  if (!text) return;
  const read = thingReader(state, text);
  const { starts } = text.parsed;
  for (let block = Math.max(0, blockAt(text, from)); block < starts.length && (starts[block] ?? 0) < to; block++)
    yield* read(block);
}

/** The row of a register that an offset lies in. */
export function rowAtOffset(state: WorkspaceState, path: string, offset: number): Row | undefined {
  const text = state.texts.get(path);
  if (!text?.record) return undefined;
  const block = blockAt(text, offset);
  const rows = rowsAt(text.record, block);
  if (rows.length <= 1) return coversBlock(text, rows[0], block) ? rows[0] : undefined;
  // Several rows in one block: the last that starts before the offset.
  return rows.filter((row) => state.spanOf(onRow(row)).start <= offset).pop() ?? rows[0];
}

/** True where a row starts in a block or, under its heading, reaches into it. */
function coversBlock(text: SnapshotText, row: Row | undefined, block: number): boolean {
  if (!row) return false;
  if (row.block === block) return true;
  const kinds = text.parsed.blocks.slice(row.block, block + 1).map(({ kind }) => kind);
  return kinds[0] === 'heading' && !kinds.slice(1).includes('heading');
}

function narrowest(things: readonly Thing[]): Thing | undefined {
  return things.reduce<Thing | undefined>(
    (best, thing) => (best && width(best) <= width(thing) ? best : thing),
    undefined,
  );
}

function width({ span }: Thing): number {
  return span.end - span.start;
}
