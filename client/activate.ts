import { type Disposable, type Event, type ExtensionContext, window } from 'vscode';
import type { CoverageNode, DocumentState } from '../server/protocol';
import { registerCommands } from './commands/register';
import { Connection } from './connection';
import { CoverageStore, type ViewState } from './coverage-store';
import { Explanations } from './explain';
import { FileWatch } from './file-watch';
import type { Host } from './host';
import { Session } from './session';
import { CoverageView } from './views/coverage-view';
import { DocumentStatus } from './views/document-status';
import { StatusBar } from './views/status-bar';
import type { ShownNode } from './views/tree-model';

/** A node of the coverage view as a test sees it. */
export interface TreeSnapshot extends Pick<CoverageNode, 'id' | 'label' | 'description' | 'state' | 'open'> {
  readonly root: string;
  readonly children: readonly TreeSnapshot[];
}

/** What `activate` returns: what the views show, for tests. Not an interface for other extensions. */
export interface TestAccess {
  readonly onDidChange: Event<void>;
  state(): ViewState;
  loading(): boolean;
  tree(): readonly TreeSnapshot[];
  message(): string;
  statusBar(): string;
  document(): DocumentState | undefined;
}

/** The extension in a window: made when VS Code activates it, over the host that it runs in. */
export class AimsExtension {
  readonly #connection: Connection;
  readonly #store: CoverageStore;
  readonly #view: CoverageView;
  readonly #statusBar: StatusBar;
  readonly #documentStatus: DocumentStatus;

  constructor(context: ExtensionContext, host: Host) {
    const keep = <Part extends Disposable>(part: Part): Part => {
      context.subscriptions.push(part);
      return part;
    };
    const log = keep(window.createOutputChannel('AIMS', { log: true }));
    this.#connection = keep(new Connection(host, log));
    this.#store = keep(new CoverageStore(this.#connection));
    const watch = keep(new FileWatch((changes) => this.#connection.tellFileChanges(changes)));
    keep(this.#store.onDidChange(() => watch.watchEverything(this.#store.state === 'ready')));
    const session = new Session(this.#connection, this.#store, watch);
    this.#view = keep(new CoverageView(session));
    this.#statusBar = keep(new StatusBar(this.#store));
    this.#documentStatus = keep(new DocumentStatus(session));
    const explanations = keep(new Explanations(session, () => this.#view.all()));
    const version = String(context.extension.packageJSON.version);
    for (const command of registerCommands({ session, view: this.#view, explanations, log, version })) keep(command);
    if (host.offerTasks) keep(host.offerTasks());
    void this.#connection.start();
  }

  /** Stops the server; VS Code waits for it when the window closes. */
  stop(): Promise<void> {
    return this.#connection.stop();
  }

  testAccess(): TestAccess {
    return {
      onDidChange: this.#store.onDidChange,
      state: () => this.#store.state,
      loading: () => this.#store.loading,
      tree: () => this.#view.top.map(snapshot),
      message: () => this.#view.message,
      statusBar: () => this.#statusBar.text,
      document: () => this.#documentStatus.shown,
    };
  }
}

function snapshot({ root, data, children }: ShownNode): TreeSnapshot {
  const { id, label, description, state, open } = data;
  return { root, id, label, description, state, open, children: children.map(snapshot) };
}
