import type { Span } from '../engine/text/span';

/** How much of a text is read at once: some milliseconds of work. */
const SLICE = 60_000;

/**
 * Reads a long text piece by piece and lets other requests through in between. `read` gives what stands between two
 * offsets, in order; what reaches over a border counts where it starts.
 */
export async function readInSlices<Found extends { readonly span: Span }>(
  length: number,
  read: (from: number, to: number) => readonly Found[],
): Promise<Found[]> {
  const all: Found[] = [];
  let end = 0;
  for (let from = 0; from === 0 || from < length; from += SLICE) {
    if (from > 0) await new Promise((resolve) => setTimeout(resolve));
    for (const found of read(from, from + SLICE)) {
      const { span } = found;
      if (span.start < from || span.start >= from + SLICE || span.start < end) continue;
      all.push(found);
      end = span.end;
    }
  }
  return all;
}
