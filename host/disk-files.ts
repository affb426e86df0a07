import { lstat, readFile } from 'node:fs';
import { access, readdir } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { BUILT_IN_EXCLUDES, CONFIGURATION_FILE, decodeText } from '../engine/engine';
import type { OutsidePath } from '../engine/workspace/resolve';
import type { FileSource, Listing, ReadFile } from './file-source';

const excluded: readonly string[] = BUILT_IN_EXCLUDES;

/** What lies in a folder. */
interface Folder {
  /** Its files and folders in order. */
  readonly names: readonly string[];
  /** The sizes of its files in bytes. */
  readonly sizes: ReadonlyMap<string, number>;
  readonly folders: readonly string[];
}

const NO_FOLDER: Folder = { names: [], sizes: new Map(), folders: [] };

function joined(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

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
    const folders = new Map<string, Folder>();
    const unlisted = new Map<string, string>();
    // Level by level: what one level waits for on the disk, it waits for together.
    let count = 0;
    for (let level = ['']; level.length > 0 && count <= most; ) {
      const read = await Promise.all(
        level.map(async (path) => [path, await this.#readFolder(path, unlisted)] as const),
      );
      level = [];
      for (const [path, folder] of read) {
        folders.set(path, folder);
        count += folder.sizes.size;
        for (const name of folder.folders) level.push(joined(path, name));
      }
    }
    const files = new Map<string, number>();
    const add = (path: string): void => {
      const { names, sizes } = folders.get(path) ?? NO_FOLDER;
      for (const name of names) {
        if (files.size > most) return;
        const size = sizes.get(name);
        if (size === undefined) add(joined(path, name));
        else files.set(joined(path, name), size);
      }
    };
    add('');
    return { sizes: files, unlisted };
  }

  /** What lies in a folder; nothing where it is another root. */
  async #readFolder(path: string, unlisted: Map<string, string>): Promise<Folder> {
    const folder = join(this.#root, path);
    const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
      if (path === '') throw error;
      // One that is gone again is no longer there to be listed.
      if (error.code !== 'ENOENT') unlisted.set(path, error.code ?? String(error));
      return [];
    });
    if (path !== '' && entries.some((entry) => entry.name === CONFIGURATION_FILE)) return NO_FOLDER;
    const sizes = new Map<string, number>();
    await Promise.all(
      entries.map(async (entry) => {
        const size = entry.isFile() ? await sizeOf(join(folder, entry.name)) : undefined;
        if (size !== undefined) sizes.set(entry.name, size);
      }),
    );
    const folders = entries.filter((entry) => entry.isDirectory() && !excluded.includes(entry.name));
    const names = [...sizes.keys(), ...folders.map(({ name }) => name)].sort((a, b) => (a < b ? -1 : 1));
    return { names, sizes, folders: folders.map(({ name }) => name) };
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
