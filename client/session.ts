import { l10n, Uri, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type PlannedChange, planChange, type RootCoverage } from '../server/protocol';
import { applyChange } from './apply-change';
import type { Connection } from './connection';
import type { CoverageStore } from './coverage-store';
import type { FileWatch } from './file-watch';
import { rootUri } from './root-uri';

/** What commands and views share. */
export class Session {
  readonly connection: Connection;
  readonly store: CoverageStore;
  readonly watch: FileWatch;

  constructor(connection: Connection, store: CoverageStore, watch: FileWatch) {
    this.connection = connection;
    this.store = store;
    this.watch = watch;
  }

  /** The client, started if need be; undefined (and the user told) where the server does not run. */
  async client(): Promise<BaseLanguageClient | undefined> {
    if (!this.connection.client) await this.connection.start();
    return this.connection.client;
  }

  /** Asks for a change and runs it. Where the text changed in between, it is planned once more. */
  async run(plan: (client: BaseLanguageClient) => Promise<PlannedChange>): Promise<void> {
    const client = await this.client();
    if (!client) return;
    const work = async () => {
      for (let attempt = 0; attempt < 2; attempt++) {
        const change = await plan(client);
        const outcome = await applyChange(change);
        if (outcome === 'applied') this.watch.created(change.create.map(({ uri }) => Uri.parse(uri)));
        if (outcome !== 'outdated') return;
      }
    };
    try {
      await window.withProgress({ location: { viewId: 'aims.coverage' } }, work);
    } catch (error) {
      void window.showErrorMessage(error instanceof Error ? error.message : String(error));
    }
  }

  /** Runs a choice of *New …*, or the action of a node. */
  runAction(root: string, action: string): Promise<void> {
    return this.run((client) => client.sendRequest(planChange, { root, action }));
  }

  /** The root a command is about: the only one, the active document's, or the one the user picks. */
  async chooseRoot(): Promise<RootCoverage | undefined> {
    const { roots } = this.store;
    const active = window.activeTextEditor;
    const known = roots.length === 1 ? roots[0] : active && this.store.rootOf(active.document.uri);
    if (known) return known;
    const items = roots.map((root) => ({ label: root.name, description: rootUri(root.root).path, root }));
    const placeHolder = l10n.t('Which management system?');
    return (await window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.root;
  }
}
