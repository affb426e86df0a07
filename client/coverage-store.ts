import { commands, type Disposable, type Event, EventEmitter, type Uri, workspace } from 'vscode';
import { coverage, coverageChanged, type RootCoverage } from '../server/protocol';
import type { Connection } from './connection';
import { Repeating } from './repeating';
import { pathBelow } from './root-uri';

/** What the view has to show: nothing open, still reading, no management system here, one or more, or no server. */
export type ViewState = 'noFolder' | 'loading' | 'none' | 'ready' | 'failed';

/** The coverage of every root as the server last told it. */
export class CoverageStore implements Disposable {
  readonly #connection: Connection;
  readonly #changed = new EventEmitter<void>();
  readonly #asking = new Repeating(() => this.#ask());
  readonly #listeners: Disposable[];
  #roots: readonly RootCoverage[] = [];
  /** Until the server has said how many roots there are, nothing is known. */
  #expected: number | undefined;
  #loading = true;
  #failed = false;
  #state: ViewState = 'loading';

  constructor(connection: Connection) {
    this.#connection = connection;
    connection.prepare((client) => {
      client.onNotification(coverageChanged, ({ roots, loading }) => {
        this.#expected = roots;
        this.#loading = loading;
        void this.refresh();
      });
    });
    this.#listeners = [
      connection.onDidChangeRunning((running) => {
        this.#failed = !running;
        this.#expected = undefined;
        if (!running) this.#roots = [];
        this.#settle();
      }),
      workspace.onDidChangeWorkspaceFolders(() => this.#settle()),
      this.#changed,
    ];
    this.#settle();
  }

  /** Fires when coverage or state have changed. */
  get onDidChange(): Event<void> {
    return this.#changed.event;
  }

  get state(): ViewState {
    return this.#state;
  }

  /** True while the server has more to read than what is shown. */
  get loading(): boolean {
    return this.#loading;
  }

  get roots(): readonly RootCoverage[] {
    return this.#roots;
  }

  /** Asks the server for coverage; resolves when an answer to this question is there. */
  refresh(): Promise<void> {
    return this.#asking.ask();
  }

  /** The root that holds a document: the one nearest to it. */
  rootOf(uri: Uri): RootCoverage | undefined {
    const holds = ({ root }: RootCoverage) => pathBelow(root, uri) !== undefined;
    return this.#roots.filter(holds).sort((one, other) => other.root.length - one.root.length)[0];
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
  }

  async #ask(): Promise<void> {
    try {
      const client = this.#connection.client;
      if (client) this.#roots = await client.sendRequest(coverage, undefined);
    } catch {
      // The server is about to end, or to be asked again: what is shown stays.
    }
    this.#settle();
  }

  #settle(): void {
    this.#state = this.#stateNow();
    void commands.executeCommand('setContext', 'aims.state', this.#state);
    this.#changed.fire();
  }

  #stateNow(): ViewState {
    if (this.#failed) return 'failed';
    if (this.#roots.length > 0) return 'ready';
    if (!workspace.workspaceFolders?.length) return 'noFolder';
    return this.#expected === 0 && !this.#loading ? 'none' : 'loading';
  }
}
