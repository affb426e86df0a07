import {
  type CancellationToken,
  commands,
  type Disposable,
  l10n,
  languages,
  type QuickPickItem,
  QuickPickItemKind,
  type TextDocumentContentProvider,
  Uri,
  window,
  workspace,
} from 'vscode';
import { explain } from '../server/protocol';
import type { Session } from './session';
import { topicOf } from './views/node-look';
import type { ShownNode } from './views/tree-model';

const SCHEME = 'aims-explain';

/** Shows the page of a rule, or what a control or clause asks, as a preview that needs no network. */
export class Explanations implements TextDocumentContentProvider, Disposable {
  readonly #session: Session;
  readonly #provider: Disposable;
  /** The nodes of the coverage view, for the list to choose from. */
  readonly #nodes: () => Iterable<ShownNode>;

  constructor(session: Session, nodes: () => Iterable<ShownNode>) {
    this.#session = session;
    this.#nodes = nodes;
    this.#provider = workspace.registerTextDocumentContentProvider(SCHEME, this);
  }

  async provideTextDocumentContent(uri: Uri, token: CancellationToken): Promise<string> {
    const client = await this.#session.client();
    const page = await client?.sendRequest(explain, { topic: uri.query }, token);
    return page?.markdown ?? l10n.t('Nothing is known about “{0}”.', uri.query);
  }

  /** Shows the page of a topic, and asks for the topic where none is given. */
  async show(given: unknown): Promise<void> {
    const topic = typeof given === 'string' ? given : await this.#choose();
    const client = topic ? await this.#session.client() : undefined;
    if (!topic || !client) return;
    const page = await client.sendRequest(explain, { topic });
    if (!page) {
      void window.showInformationMessage(l10n.t('Nothing is known about “{0}”.', topic));
      return;
    }
    const path = `/${topic.replaceAll('/', ' ')}.md`;
    await commands.executeCommand('markdown.showPreview', Uri.from({ scheme: SCHEME, path, query: topic }));
  }

  dispose(): void {
    this.#provider.dispose();
  }

  /** What was found at the cursor, then all that was found anywhere, then controls and clauses; or what the user types. */
  #choose(): Promise<string | undefined> {
    const items: (QuickPickItem & { topic?: string })[] = [];
    const add = (title: string, topics: Iterable<[string, string]>) => {
      const known = new Set(items.map(({ topic }) => topic));
      const fresh = [...new Map(topics)].filter(([topic]) => !known.has(topic));
      if (fresh.length === 0) return;
      items.push({ label: title, kind: QuickPickItemKind.Separator });
      for (const [topic, description] of fresh) items.push({ label: topic, description, topic });
    };
    add(l10n.t('Found at the cursor'), findingsAtCursor());
    add(l10n.t('Found in this workspace'), findings().sort());
    add(l10n.t('Controls and clauses'), this.#catalogue());

    const pick = window.createQuickPick<QuickPickItem & { topic?: string }>();
    pick.placeholder = l10n.t('A rule, a control or a clause, such as soa/missing-justification, A.6.2.4 or 6.1.3');
    pick.matchOnDescription = true;
    pick.items = items;
    pick.onDidChangeValue((value) => {
      const typed = value.trim();
      const listed = items.some(({ label }) => label.toLowerCase().startsWith(typed.toLowerCase()));
      pick.items = typed && !listed ? [...items, { label: typed, topic: typed, alwaysShow: true }] : items;
    });
    return new Promise((resolve) => {
      pick.onDidAccept(() => {
        resolve(pick.selectedItems[0]?.topic);
        pick.hide();
      });
      pick.onDidHide(() => {
        resolve(undefined);
        pick.dispose();
      });
      pick.show();
    });
  }

  *#catalogue(): Iterable<[string, string]> {
    for (const node of this.#nodes()) {
      const topic = topicOf(node);
      if (topic) yield [topic, node.data.label];
    }
  }
}

function ruleOf(code: string | number | { value: string | number } | undefined): string {
  return String(typeof code === 'object' ? code.value : (code ?? ''));
}

function findings(): [string, string][] {
  const all = languages.getDiagnostics().flatMap(([, list]) => list);
  return all.filter(({ source }) => source === 'AIMS').map(({ code }) => [ruleOf(code), '']);
}

function findingsAtCursor(): [string, string][] {
  const editor = window.activeTextEditor;
  if (!editor) return [];
  return languages
    .getDiagnostics(editor.document.uri)
    .filter(({ source, range }) => source === 'AIMS' && range.contains(editor.selection.active))
    .map(({ code, message }) => [ruleOf(code), message]);
}
