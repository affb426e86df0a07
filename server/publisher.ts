import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { Snapshot } from '../engine/engine';
import type { Buffers } from './buffers';
import { diagnosticsOf } from './publish';
import type { RootSession } from './root-session';
import { uriOf } from './uris';

/** What a publisher needs of the server around it. */
export interface PublisherHost {
  readonly connection: Connection;
  readonly buffers: Buffers;
  /** The URI as the client writes it. */
  shownUri(uri: string): string;
  /** The path a URI has in a session; undefined where the session does not own it. */
  pathIn(session: RootSession, uri: string): string | undefined;
}

/** Sends diagnostics, each list once: what the client shows already is not sent again. */
export class Publisher {
  readonly #host: PublisherHost;
  /** URI → the diagnostics it was last sent, as text; files without any do not stand here. */
  readonly #sent = new Map<string, string>();

  constructor(host: PublisherHost) {
    this.#host = host;
  }

  /** Sends what a new snapshot finds in the files of its session, and takes back what it no longer finds. */
  publish(session: RootSession, snapshot: Snapshot): void {
    const diagnostics = diagnosticsOf(snapshot, session.root);
    const before = [...this.#sent.keys()].flatMap((uri) => this.#host.pathIn(session, uri) ?? []);
    for (const path of new Set([...diagnostics.keys(), ...before])) {
      const uri = uriOf(session.root, path);
      const buffer = this.#host.buffers.get(uri);
      // The editor does not compare versions: a result for an older text is not sent at all.
      if (buffer && snapshot.texts.has(path) && snapshot.texts.get(path)?.text !== buffer.text) continue;
      this.#send(uri, diagnostics.get(path) ?? [], buffer?.version);
    }
  }

  /** Takes back what was found in a file that nobody looks at any more. */
  clear(uri: string): void {
    this.#send(uri, [], undefined);
  }

  /** The same for all files below a root. */
  clearBelow(root: string): void {
    for (const uri of [...this.#sent.keys()]) if (uri.startsWith(`${root}/`)) this.clear(uri);
  }

  #send(uri: string, diagnostics: Diagnostic[], version: number | undefined): void {
    const key = JSON.stringify(diagnostics);
    if ((this.#sent.get(uri) ?? '[]') === key) return;
    if (diagnostics.length === 0) this.#sent.delete(uri);
    else this.#sent.set(uri, key);
    this.#host.connection
      .sendDiagnostics({ uri: this.#host.shownUri(uri), diagnostics, ...(version === undefined ? {} : { version }) })
      .catch(() => undefined);
  }
}
