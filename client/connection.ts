import { commands, type Disposable, type Event, EventEmitter, type LogOutputChannel, l10n, Uri, window } from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  DidChangeWatchedFilesNotification,
  ErrorAction,
  type FileEvent,
  type LanguageClientOptions,
  type Middleware,
  RevealOutputChannelOn,
  State,
} from 'vscode-languageclient';
import { COMMANDS, type InitializationOptions, listFiles, readFiles } from '../server/protocol';
import { listFiles as listFilesBelow, readFiles as readFilesAt } from './files';
import type { Host, ServerHandle } from './host';

/** A server that ends this often within this time is not started again. */
const MOST_ENDS = 4;
const ENDS_WITHIN_MS = 180_000;
/** Errors of the connection in a row that are borne. */
const MOST_ERRORS = 3;

/** The connection to the language server: starts it, starts it anew, stops it, and says once when that fails. */
export class Connection implements Disposable {
  readonly #host: Host;
  readonly #log: LogOutputChannel;
  readonly #running = new EventEmitter<boolean>();
  #handle: ServerHandle | undefined;
  #ends: number[] = [];
  #told = false;
  #setUp: ((client: BaseLanguageClient) => void)[] = [];

  constructor(host: Host, log: LogOutputChannel) {
    this.#host = host;
    this.#log = log;
  }

  /** Fires true when the server answers, false when it has ended for good. */
  get onDidChangeRunning(): Event<boolean> {
    return this.#running.event;
  }

  /** The client, once the server runs. */
  get client(): BaseLanguageClient | undefined {
    const client = this.#handle?.client;
    return client?.state === State.Running ? client : undefined;
  }

  /** Prepares the client before it starts, such as for notifications. */
  prepare(setUp: (client: BaseLanguageClient) => void): void {
    this.#setUp.push(setUp);
  }

  /** Starts the server, unless it runs. */
  async start(): Promise<void> {
    try {
      this.#handle ??= await this.#make();
      await this.#handle.client.start();
    } catch (error) {
      this.#log.error(String(error));
      this.#tellFailure();
    }
  }

  /** Stops the server, if it runs, and starts it. */
  async restart(): Promise<void> {
    this.#ends = [];
    this.#told = false;
    await this.stop();
    this.#handle = undefined;
    await this.start();
  }

  /** Stops the server; resolves when it has ended. */
  async stop(): Promise<void> {
    const handle = this.#handle;
    if (!handle) return;
    // A server that never started, or ended by itself, cannot be stopped.
    if (handle.client.needsStop()) await handle.client.stop().catch((error) => this.#log.warn(String(error)));
    handle.end();
  }

  /** Tells the server what happened to files. */
  tellFileChanges(changes: FileEvent[]): void {
    void this.client?.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
  }

  dispose(): void {
    this.#running.dispose();
  }

  async #make(): Promise<ServerHandle> {
    const handle = await this.#host.makeServer(this.#options());
    const { client } = handle;
    client.onRequest(listFiles, ({ folder, most }) => listFilesBelow(folder, most));
    client.onRequest(readFiles, ({ uris }) => readFilesAt(uris));
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) this.#running.fire(true);
    });
    for (const setUp of this.#setUp) setUp(client);
    return handle;
  }

  #options(): LanguageClientOptions {
    const { ownSchemes, today } = this.#host;
    const initializationOptions: InitializationOptions = { ownSchemes, ...(today ? { today } : {}) };
    return {
      // Every scheme: the server knows which files belong to a root.
      documentSelector: [{ pattern: '**/*.{md,markdown,yaml,yml,csv}' }],
      diagnosticCollectionName: 'aims',
      outputChannel: this.#log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationOptions,
      initializationFailedHandler: () => false,
      middleware: MIDDLEWARE,
      markdown: { isTrusted: { enabledCommands: [COMMANDS.explain] }, supportHtml: false },
      errorHandler: {
        error: (_error, _message, count) => ({
          action: (count ?? 0) <= MOST_ERRORS ? ErrorAction.Continue : ErrorAction.Shutdown,
          handled: true,
        }),
        closed: () => ({ action: this.#afterEnd(), handled: true }),
      },
    };
  }

  #afterEnd(): CloseAction {
    const now = Date.now();
    this.#ends = [...this.#ends.filter((time) => now - time < ENDS_WITHIN_MS), now];
    if (this.#ends.length <= MOST_ENDS) return CloseAction.Restart;
    this.#tellFailure();
    return CloseAction.DoNotRestart;
  }

  #tellFailure(): void {
    this.#running.fire(false);
    if (this.#told) return;
    this.#told = true;
    const showLog = l10n.t('Show log');
    const restart = l10n.t('Start it again');
    const message = l10n.t('The AIMS language server could not be kept running.');
    void window.showErrorMessage(message, showLog, restart).then((choice) => {
      if (choice === showLog) this.#log.show();
      if (choice === restart) void commands.executeCommand('aims.restartServer');
    });
  }
}

const MIDDLEWARE: Middleware = {
  /** In VS Code the id of a rule, in Problems and at the squiggle, opens its page. */
  handleDiagnostics(uri, diagnostics, next) {
    for (const diagnostic of diagnostics) {
      const rule = typeof diagnostic.code === 'object' ? diagnostic.code.value : diagnostic.code;
      if (rule === undefined) continue;
      const query = JSON.stringify([String(rule)]);
      diagnostic.code = { value: rule, target: Uri.from({ scheme: 'command', path: COMMANDS.explain, query }) };
    }
    next(uri, diagnostics);
  },
};
