import type { Connection } from 'vscode-languageserver';
import { decodeText, joinPath } from '../engine/engine';
import type { OutsidePath } from '../engine/workspace/resolve';
import type { FileSource, ReadFile } from '../host/file-source';
import { listFiles, readFiles } from './protocol';
import { normalUri, pathOf, uriOf } from './uris';

/** The files of a root as the client sees them: for every scheme that the server cannot read itself. */
export class ClientFiles implements FileSource {
  readonly #connection: Connection;
  readonly #root: string;

  constructor(connection: Connection, root: string) {
    this.#connection = connection;
    this.#root = root;
  }

  async list(most: number): Promise<ReadonlyMap<string, number>> {
    const listed = await this.#connection.sendRequest(listFiles, { folder: this.#root, most });
    const files = listed.flatMap(({ uri, size }): [string, number][] => {
      const path = pathOf(this.#root, normalUri(uri));
      return path === undefined ? [] : [[path, size]];
    });
    const nested = files
      .map(([path]) => path)
      .filter((path) => path.endsWith('/aims.yaml'))
      .map((path) => path.slice(0, -'aims.yaml'.length));
    return new Map(files.filter(([path]) => !nested.some((folder) => path.startsWith(folder))));
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
    // Paths that leave the root are looked up by reading; the client refuses what lies outside its workspace folders.
    const base = this.#root.replace(/^[^:]+:\/\/[^/]*\//, '');
    const authority = this.#root.slice(0, this.#root.length - base.length - 1);
    const contents = await this.#connection.sendRequest(readFiles, {
      uris: paths.map((path) => uriOf(authority, joinPath(base, path))),
    });
    return new Map(
      paths.map((path, index) => [
        path,
        contents[index] === null || contents[index] === undefined ? 'missing' : 'exists',
      ]),
    );
  }
}

function bytesOf(base64: string): Uint8Array {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
  return bytes;
}
