import type { OutsidePath } from '../engine/workspace/resolve';
import type { GivenText } from '../engine/workspace/workspace';

/** What was read of one file: its text, or why it could not be read. */
export type ReadFile = { readonly ok: true; readonly given: GivenText } | { readonly ok: false; readonly why: string };

/** What lies below a root. */
export interface Listing {
  /** Every file with its size in bytes. */
  readonly sizes: ReadonlyMap<string, number>;
  /** Folders that could not be listed, and why: nothing is known of what lies in them. */
  readonly unlisted: ReadonlyMap<string, string>;
}

/** The one way to files. Paths are relative to the root, with `/`. */
export interface FileSource {
  /** Every file below the root; stops after `most`. Symbolic links are not followed. */
  list(most: number): Promise<Listing>;
  /** Reads some files. */
  read(paths: readonly string[]): Promise<ReadonlyMap<string, ReadFile>>;
  /** What there is at paths outside the root (they start with `../`). */
  lookOutside(paths: readonly string[]): Promise<ReadonlyMap<string, OutsidePath>>;
}
