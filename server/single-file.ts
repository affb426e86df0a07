import type { OutsidePath } from '../engine/workspace/resolve';
import type { FileSource, Listing, ReadFile } from '../host/file-source';

/** A file source with one file whose text is only ever in its buffer. */
export class SingleFile implements FileSource {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  list(): Promise<Listing> {
    return Promise.resolve({ sizes: new Map([[this.#path, 0]]), unlisted: new Map() });
  }

  read(): Promise<ReadonlyMap<string, ReadFile>> {
    return Promise.resolve(new Map());
  }

  lookOutside(paths: readonly string[]): Promise<ReadonlyMap<string, OutsidePath>> {
    return Promise.resolve(new Map(paths.map((path) => [path, 'exists' as const])));
  }
}
