import { type Disposable, l10n, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import { type RootCoverage, report } from '../../server/protocol';
import { rootUri } from '../root-uri';
import type { Session } from '../session';

const VIEW_TYPE = 'aims.report';
const FILE_NAME = 'aims-report.html';

interface Shown {
  readonly panel: WebviewPanel;
  readonly root: RootCoverage;
  readonly html: string;
}

/** The report for managers and auditors in a tab of its own, and as a file. It runs no script and loads nothing. */
export class Report implements Disposable {
  readonly #session: Session;
  readonly #version: string;
  #shown: Shown | undefined;

  /** `version` is that of the extension; the report names it. */
  constructor(session: Session, version: string) {
    this.#session = session;
    this.#version = version;
  }

  /** Shows the report as it is now; where it is open already, anew. */
  async show(): Promise<void> {
    const made = await this.#make();
    if (!made) return;
    const panel = this.#shown?.panel ?? this.#open();
    panel.title = l10n.t('Report: {0}', made.root.name);
    panel.webview.html = made.html;
    this.#shown = { panel, ...made };
    panel.reveal();
  }

  /** Saves the report that is in front, else one of now, where the user says; or to a given file that is not there yet. */
  async save(given: unknown): Promise<void> {
    const made = this.#shown?.panel.active ? this.#shown : await this.#make();
    if (!made) return;
    const to = given instanceof Uri ? await this.#free(given) : await askWhere(made.root);
    if (!to) return;
    try {
      await workspace.fs.writeFile(to, new TextEncoder().encode(made.html));
      void window.showInformationMessage(l10n.t('The report is saved: {0}', workspace.asRelativePath(to)));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      void window.showErrorMessage(l10n.t('The report cannot be saved: {0}', reason));
    }
  }

  dispose(): void {
    this.#shown?.panel.dispose();
  }

  async #make(): Promise<{ readonly root: RootCoverage; readonly html: string } | undefined> {
    const client = await this.#session.client();
    if (!client) return undefined;
    await this.#session.store.refresh();
    const root = await this.#session.chooseRoot();
    if (!root) return undefined;
    const made = await client.sendRequest(report, { root: root.root, version: this.#version });
    return made ? { root, html: made.html } : undefined;
  }

  #open(): WebviewPanel {
    const options = { enableScripts: false, enableCommandUris: false, localResourceRoots: [], enableFindWidget: true };
    const panel = window.createWebviewPanel(VIEW_TYPE, l10n.t('Report'), ViewColumn.Active, options);
    panel.onDidDispose(() => {
      this.#shown = undefined;
    });
    return panel;
  }

  async #free(to: Uri): Promise<Uri | undefined> {
    const found = await workspace.fs.stat(to).then(
      () => true,
      () => false,
    );
    if (!found) return to;
    void window.showErrorMessage(l10n.t('“{0}” exists already, and is left as it is.', workspace.asRelativePath(to)));
    return undefined;
  }
}

/** The dialog itself asks before it lets a file be replaced. */
async function askWhere({ root }: RootCoverage): Promise<Uri | undefined> {
  return window.showSaveDialog({
    title: l10n.t('Save the report'),
    defaultUri: Uri.joinPath(rootUri(root), FILE_NAME),
    filters: { [l10n.t('Web page')]: ['html'] },
  });
}
