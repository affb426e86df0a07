/** An open document: its text as the editor has it, and the editor's version number. */
export interface OpenBuffer {
  readonly text: string;
  readonly version: number;
}

/** Which files are open, by URI. An open buffer hides the file on disk; this is the only place that knows it. */
export class Buffers {
  readonly #open = new Map<string, OpenBuffer>();

  /** A document was opened or changed. */
  set(uri: string, buffer: OpenBuffer): void {
    this.#open.set(uri, buffer);
  }

  /** A document was closed: from now on the disk counts again. */
  close(uri: string): void {
    this.#open.delete(uri);
  }

  get(uri: string): OpenBuffer | undefined {
    return this.#open.get(uri);
  }

  /** The open documents below a folder URI. */
  *below(folder: string): Iterable<[string, OpenBuffer]> {
    for (const entry of this.#open) if (entry[0].startsWith(`${folder}/`)) yield entry;
  }
}
