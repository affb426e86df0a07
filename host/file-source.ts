import type { OutsidePath } from '../engine/workspace/resolve';
import type { GivenText } from '../engine/workspace/workspace';

/** What was read of one file: its text, or why it could not be read. */
export type ReadFile = { readonly ok: true; readonly given: GivenText } | { readonly ok: false; readonly why: string };

/** The one way to files. Paths are relative to the root, with `/`. */
export interface FileSource {
  /** Every file below the root with its size in bytes; stops after `most`. Symbolic links are not followed. */
  list(most: number): Promise<ReadonlyMap<string, number>>;
  /** Reads some files. */
  read(paths: readonly string[]): Promise<ReadonlyMap<string, ReadFile>>;
  /** What there is at paths outside the root (they start with `../`). */
  lookOutside(paths: readonly string[]): Promise<ReadonlyMap<string, OutsidePath>>;
}
