import type { Connection } from 'vscode-languageserver';
import { decodeText, joinPath } from '../engine/engine';
import type { OutsidePath } from '../engine/workspace/resolve';
import type { FileSource, Listing, ReadFile } from '../host/file-source';
import { listFiles, readFiles } from './protocol';
import { normalUri, pathOf, uriOf } from './uris';

/** The files of a root as the client sees them: for every scheme that the server cannot read itself. */
export class ClientFiles implements FileSource {
  readonly #connection: Connection;
  readonly #root: string;
  readonly #folder: string;

  /** `folder` is the workspace folder around the root: links may not leave it. */
  constructor(connection: Connection, root: string, folder: string) {
    this.#connection = connection;
    this.#root = root;
    this.#folder = folder;
  }

  async list(most: number): Promise<Listing> {
    const listed = await this.#connection.sendRequest(listFiles, { folder: this.#root, most });
    const files = listed.files.flatMap(({ uri, size }): [string, number][] => {
      const path = pathOf(this.#root, normalUri(uri));
      return path === undefined ? [] : [[path, size]];
    });
    const nested = files
      .map(([path]) => path)
      .filter((path) => path.endsWith('/aims.yaml'))
      .map((path) => path.slice(0, -'aims.yaml'.length));
    const own = (path: string): boolean => !nested.some((folder) => path.startsWith(folder));
    const unlisted = new Map<string, string>();
    for (const { uri, why } of listed.unlisted) {
      const path = pathOf(this.#root, normalUri(uri));
      if (path !== undefined && own(`${path}/`)) unlisted.set(path, why);
    }
    return { sizes: new Map(files.filter(([path]) => own(path))), unlisted };
  }

  async read(paths: readonly string[]): Promise<ReadonlyMap<string, ReadFile>> {
    const contents = await this.#connection.sendRequest(readFiles, {
      uris: paths.map((path) => uriOf(this.#root, path)),
    });
    return new Map(
      paths.map((path, index): [string, ReadFile] => {
        const content = contents[index];
        if (content === null || content === undefined) return [path, { ok: false, why: 'it cannot be read' }];
        const { text, damaged } = decodeText(bytesOf(content));
        return [path, { ok: true, given: { text, damaged } }];
      }),
    );
  }

  async lookOutside(paths: readonly string[]): Promise<ReadonlyMap<string, OutsidePath>> {
    const base = this.#root.replace(/^[^:]+:\/\/[^/]*\//, '');
    const authority = this.#root.slice(0, this.#root.length - base.length - 1);
    const found = new Map<string, OutsidePath>(paths.map((path) => [path, 'forbidden']));
    const inside = paths
      .map((path) => ({ path, uri: uriOf(authority, joinPath(decodeURIComponent(base), path)) }))
      .filter(({ uri }) => uri.startsWith(`${this.#folder}/`));
    if (inside.length === 0) return found;
    // They are looked up by reading; the client answers only for what lies in its workspace folders.
    const contents = await this.#connection.sendRequest(readFiles, { uris: inside.map(({ uri }) => uri) });
    for (const [index, { path }] of inside.entries())
      found.set(path, contents[index] === null || contents[index] === undefined ? 'missing' : 'exists');
    return found;
  }
}

function bytesOf(base64: string): Uint8Array {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
  return bytes;
}
