import { lstat, readFile } from 'node:fs';
import { access, readdir } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { BUILT_IN_EXCLUDES, CONFIGURATION_FILE, decodeText } from '../engine/engine';
import type { OutsidePath } from '../engine/workspace/resolve';
import type { FileSource, Listing, ReadFile } from './file-source';

const excluded: readonly string[] = BUILT_IN_EXCLUDES;

/** The files of a folder on disk. A folder inside with an `aims.yaml` of its own is another root and not looked into. */
export class DiskFiles implements FileSource {
  readonly #root: string;
  readonly #boundary: string;

  /** `boundary` is the folder that links may not leave: the workspace folder, or the Git root. */
  constructor(root: string, boundary: string = root) {
    this.#root = root;
    this.#boundary = resolve(boundary);
  }

  async list(most: number): Promise<Listing> {
    const files = new Map<string, number>();
    const unlisted = new Map<string, string>();
    const visit = async (folder: string): Promise<void> => {
      const entries = await readdir(join(this.#root, folder), { withFileTypes: true }).catch(
        (error: NodeJS.ErrnoException) => {
          if (folder === '') throw error;
          // One that is gone again is no longer there to be listed.
          if (error.code !== 'ENOENT') unlisted.set(folder, error.code ?? String(error));
          return [];
        },
      );
      if (folder !== '' && entries.some((entry) => entry.name === CONFIGURATION_FILE)) return;
      entries.sort((a, b) => (a.name < b.name ? -1 : 1));
      const sizes = new Map<string, number | undefined>();
      const ordinary = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
      await Promise.all(ordinary.map(async (name) => sizes.set(name, await sizeOf(join(this.#root, folder, name)))));
      for (const entry of entries) {
        if (files.size > most) return;
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.isDirectory()) {
          if (!excluded.includes(entry.name)) await visit(path);
        } else {
          const size = sizes.get(entry.name);
          if (size !== undefined) files.set(path, size);
        }
      }
    };
    await visit('');
    return { sizes: files, unlisted };
  }

  async read(paths: readonly string[]): Promise<ReadonlyMap<string, ReadFile>> {
    const read = await Promise.all(
      paths.map(async (path): Promise<[string, ReadFile]> => {
        try {
          const { text, damaged } = decodeText(await bytesOf(join(this.#root, path)));
          return [path, { ok: true, given: { text, damaged } }];
        } catch (error) {
          return [path, { ok: false, why: (error as NodeJS.ErrnoException).code ?? String(error) }];
        }
      }),
    );
    return new Map(read);
  }

  async lookOutside(paths: readonly string[]): Promise<ReadonlyMap<string, OutsidePath>> {
    const found = await Promise.all(
      paths.map(async (path): Promise<[string, OutsidePath]> => {
        const absolute = resolve(this.#root, path);
        if (absolute !== this.#boundary && !absolute.startsWith(this.#boundary + sep)) return [path, 'forbidden'];
        return [
          path,
          await access(absolute).then(
            () => 'exists' as const,
            () => 'missing' as const,
          ),
        ];
      }),
    );
    return new Map(found);
  }
}

// Both call back: a promise of the file system's own costs three times as much, and here there are thousands.

/** The bytes of a file. */
function bytesOf(path: string): Promise<Buffer> {
  return new Promise((done, failed) => readFile(path, (error, bytes) => (error ? failed(error) : done(bytes))));
}

/** The size of a file in bytes; undefined where it is gone. */
function sizeOf(path: string): Promise<number | undefined> {
  return new Promise((done) => lstat(path, (error, found) => done(error ? undefined : found.size)));
}
