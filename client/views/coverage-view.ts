import {
  commands,
  type Disposable,
  EventEmitter,
  l10n,
  type TreeDataProvider,
  type TreeItem,
  type TreeView,
  window,
} from 'vscode';
import { nodeAt } from '../../server/protocol';
import type { Session } from '../session';
import { treeItem } from './node-look';
import { type ShownNode, type TreeChange, type TreeFilter, TreeModel } from './tree-model';

/** The coverage view: shows what the store holds, draws only what differs, and can be filtered and searched. */
export class CoverageView implements TreeDataProvider<ShownNode>, Disposable {
  readonly #session: Session;
  readonly #model = new TreeModel();
  readonly #changed = new EventEmitter<ShownNode[] | undefined>();
  readonly #view: TreeView<ShownNode>;
  readonly #listeners: Disposable[];
  /** What the user opened and closed, by key: VS Code forgets it of a node that a filter takes away for a while. */
  readonly #expanded = new Map<string, boolean>();

  constructor(session: Session) {
    this.#session = session;
    this.#view = window.createTreeView('aims.coverage', { treeDataProvider: this, showCollapseAll: true });
    const { store } = session;
    this.#listeners = [
      store.onDidChange(() => this.#draw(this.#model.update(store.roots))),
      this.#view.onDidExpandElement(({ element }) => this.#note(element, true)),
      this.#view.onDidCollapseElement(({ element }) => this.#note(element, false)),
      this.#changed,
      this.#view,
    ];
    this.#draw(this.#model.update(store.roots));
  }

  get onDidChangeTreeData() {
    return this.#changed.event;
  }

  get filter(): TreeFilter {
    return this.#model.filter;
  }

  /** The nodes at the top, as they are shown. */
  get top(): readonly ShownNode[] {
    return this.#model.top;
  }

  /** Every node that is shown. */
  all(): Iterable<ShownNode> {
    return this.#model.all();
  }

  /** What is selected in the view. */
  get selected(): ShownNode | undefined {
    return this.#view.selection[0];
  }

  /** The line above the tree, while it is empty for a reason. */
  get message(): string {
    return this.#view.message ?? '';
  }

  getTreeItem(node: ShownNode): TreeItem {
    return treeItem(node, this.#model.filter, this.#expanded.get(node.key));
  }

  getChildren(node?: ShownNode): ShownNode[] {
    return [...(node ? node.children : this.#model.top)];
  }

  getParent(node: ShownNode): ShownNode | undefined {
    return node.parent;
  }

  /** Shows more or less of the tree. */
  show(filter: Partial<TreeFilter>): void {
    this.#draw(this.#model.show({ ...this.#model.filter, ...filter }));
    const { openOnly, text } = this.#model.filter;
    void commands.executeCommand('setContext', 'aims.openOnly', openOnly);
    void commands.executeCommand('setContext', 'aims.filtered', text !== '');
    const parts = [l10n.t('Coverage'), openOnly && l10n.t('open only'), text && l10n.t('with “{0}”', text)];
    // In the title: where a container has one view only, VS Code leaves the description out.
    this.#view.title = parts.filter(Boolean).join(' · ');
  }

  /** Selects the node of the id at the cursor. A filter that hides it is taken off. */
  async revealAtCursor(): Promise<void> {
    const editor = window.activeTextEditor;
    const client = await this.#session.client();
    if (!editor || !client) return;
    const { line, character } = editor.selection.active;
    const found = await client.sendRequest(nodeAt, { uri: editor.document.uri.toString(), line, character });
    if (found && !this.#model.find(found.root, found.id)) this.show({ openOnly: false, text: '' });
    const node = found && this.#model.find(found.root, found.id);
    if (node) await this.#view.reveal(node, { select: true, focus: true, expand: true });
    else void window.showInformationMessage(l10n.t('There is no control, clause or AI system at the cursor.'));
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
  }

  #note(node: ShownNode, expanded: boolean): void {
    // While a text is searched everything found is shown open; that says nothing of what the user wants open.
    if (!this.#model.filter.text) this.#expanded.set(node.key, expanded);
  }

  #draw(change: TreeChange): void {
    if (change === 'all') this.#changed.fire(undefined);
    else if (change.length > 0) this.#changed.fire([...change]);
    const message = this.#messageNow();
    if (message !== this.message) {
      // Typed as text, and yet only `undefined` takes the line away.
      (this.#view as { message?: string | undefined }).message = message || undefined;
    }
  }

  #messageNow(): string {
    const { state } = this.#session.store;
    const { openOnly, text } = this.#model.filter;
    if (state === 'loading') return l10n.t('Reading the management system…');
    if (state !== 'ready' || this.#model.top.length > 0) return '';
    if (text) return l10n.t('Nothing has “{0}” in its name or state.', text);
    return openOnly ? l10n.t('Nothing is open.') : '';
  }
}
