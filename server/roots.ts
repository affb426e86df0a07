import type { Connection } from 'vscode-languageserver';
import { createSingleFileWorkspace, declaresKind } from '../engine/engine';
import type { ClientAbilities } from './client-abilities';
import { ClientFiles } from './client-files';
import { listFiles } from './protocol';
import { RootSession, type SessionHost } from './root-session';
import type { ServerHost } from './server';
import { SingleFile } from './single-file';
import { normalUri, parentUri, pathOf } from './uris';

/** What the roots need of the server around them. */
export interface RootsHost {
  readonly connection: Connection;
  readonly server: ServerHost;
  readonly sessions: SessionHost;
  client(): ClientAbilities;
  /** Called when roots may have come or gone. */
  changed(): void;
  /** Called when nobody looks at the files below a root any more. */
  left(root: string): void;
  /** The same of one file. */
  leftFile(uri: string): void;
}

/** A session with the path that a file has in it. */
export interface Owner {
  readonly session: RootSession;
  readonly path: string;
}

/** The file whose folder is a root. */
export const CONFIGURATION = '/aims.yaml';

const MOST_FILES = 20_000;

/** Which roots there are, and which of them a file belongs to. URIs are normal ones. */
export class Roots {
  readonly #host: RootsHost;
  readonly #sessions = new Map<string, RootSession>();
  /** Files without a root that declare a kind of ours, while they are open. */
  readonly #alone = new Map<string, RootSession>();
  #folders: readonly string[] = [];

  constructor(host: RootsHost) {
    this.#host = host;
  }

  /** The sessions of all roots. */
  get all(): RootSession[] {
    return [...this.#sessions.values()];
  }

  /** The session of a root folder. */
  at(root: string): RootSession | undefined {
    return this.#sessions.get(root);
  }

  /** The session with the nearest root above a URI; without a root, the one of the file alone. */
  of(uri: string): RootSession | undefined {
    return this.#above(uri) ?? this.#alone.get(uri);
  }

  /** The session that owns a file, and the path it has there. */
  ownerOf(uri: string): Owner | undefined {
    const session = this.of(uri);
    const path = session && pathOf(session.root, uri);
    return session && path !== undefined ? { session, path } : undefined;
  }

  /** Opens and closes workspace folders; the roots in them are looked for by `find`. */
  setFolders(added: readonly string[], removed: readonly string[] = []): void {
    this.#folders = this.#folders.filter((folder) => !removed.includes(folder)).concat(added);
  }

  /** Looks for roots in the folders that are open: opens those that came, closes those that went. */
  async find(): Promise<void> {
    const { connection, server, sessions, left, changed } = this.#host;
    const found = new Map<string, string>();
    for (const folder of this.#folders) for (const root of await this.#below(folder)) found.set(root, folder);
    const moved: string[] = [];
    for (const [root, session] of this.#sessions) {
      if (found.has(root)) continue;
      session.close();
      this.#sessions.delete(root);
      moved.push(root);
      left(root);
    }
    for (const [root, folder] of found) {
      if (this.#sessions.has(root)) continue;
      const files = server.files(root, folder) ?? new ClientFiles(connection, root, folder);
      this.#sessions.set(root, new RootSession(root, files, sessions));
      moved.push(root);
    }
    // A root inside another one takes its files away from it, and gives them back when it goes.
    for (const [root, session] of this.#sessions)
      if (moved.some((other) => other.startsWith(`${root}/`))) void session.filesChanged([], true);
    for (const uri of [...this.#alone.keys()]) this.followAlone(uri);
    changed();
  }

  /** Opens the root around a file that lies in no folder that was opened, as an editor without folders does; true where there is one. */
  joinAbove(uri: string): boolean {
    if (this.#host.client().ours || this.#above(uri)) return false;
    const root = this.#host.server.rootAbove(parentUri(uri));
    if (root === undefined || this.#folders.includes(root)) return false;
    this.setFolders([root]);
    return true;
  }

  /** Starts, or ends, looking at a file on its own. */
  followAlone(uri: string): void {
    const { sessions, leftFile } = this.#host;
    const text = sessions.buffers.get(uri)?.text;
    const wanted = text !== undefined && !this.#above(uri) && declaresKind(text);
    const known = this.#alone.get(uri);
    if (wanted && !known) {
      const root = parentUri(uri);
      const path = pathOf(root, uri) ?? '';
      this.#alone.set(uri, new RootSession(root, new SingleFile(path), sessions, createSingleFileWorkspace));
    } else if (!wanted && known) {
      known.close();
      this.#alone.delete(uri);
      if (!this.#above(uri)) leftFile(uri);
    }
  }

  #above(uri: string): RootSession | undefined {
    for (let at = parentUri(uri); at.length > 0; at = parentUri(at)) {
      const session = this.#sessions.get(at);
      if (session) return session;
      if (!/^[^:]+:\/\/[^/]*\/./.test(at)) return undefined;
    }
    return undefined;
  }

  async #below(folder: string): Promise<readonly string[]> {
    const own = this.#host.server.rootsBelow(folder);
    if (own) return own;
    if (!this.#host.client().ours) return [];
    const { files } = await this.#host.connection.sendRequest(listFiles, { folder, most: MOST_FILES });
    return files
      .map(({ uri }) => normalUri(uri))
      .filter((uri) => uri.endsWith(CONFIGURATION))
      .map(parentUri);
  }
}
