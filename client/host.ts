import type { Disposable } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';

/** A language client and what has to end with it. */
export interface ServerHandle {
  readonly client: BaseLanguageClient;
  /** Ends what stopping the client leaves behind. */
  end(): void;
}

/** What differs between the Node extension host and the web worker extension host. */
export interface Host {
  /** Schemes whose files the server reads itself. */
  readonly ownSchemes: readonly string[];
  /** ISO date that counts as today; for tests. */
  readonly today: string | undefined;
  makeServer(options: LanguageClientOptions): Promise<ServerHandle>;
  /** Offers tasks, where there are processes. */
  offerTasks?(): Disposable;
}
