import { commands, type Disposable, type LanguageStatusItem, l10n, languages, type TextEditor, window } from 'vscode';
import { type DocumentState, documentState } from '../../server/protocol';
import { Repeating } from '../repeating';
import type { Session } from '../session';

/** The language-status item of the active document: its kind, its state, and how the kind was recognised. */
export class DocumentStatus implements Disposable {
  readonly #session: Session;
  readonly #asking = new Repeating(() => this.#ask());
  readonly #listeners: Disposable[];
  #item: LanguageStatusItem | undefined;
  #shown: DocumentState | undefined;

  constructor(session: Session) {
    this.#session = session;
    this.#listeners = [
      window.onDidChangeActiveTextEditor((editor) => {
        // Clicking into a panel leaves no editor active for a moment; the item stays.
        if (editor) void this.#asking.ask();
      }),
      session.store.onDidChange(() => void this.#asking.ask()),
    ];
    void this.#asking.ask();
  }

  /** What the item says; undefined outside every root. */
  get shown(): DocumentState | undefined {
    return this.#shown;
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
    this.#item?.dispose();
  }

  async #ask(): Promise<void> {
    const editor = window.activeTextEditor;
    const state = editor && (await this.#stateOf(editor));
    // Another document has become active meanwhile: it is asked for next.
    if (editor !== window.activeTextEditor) return;
    this.#shown = state;
    void commands.executeCommand('setContext', 'aims.inRoot', state !== undefined);
    if (!state) {
      this.#item?.dispose();
      this.#item = undefined;
      return;
    }
    this.#draw(state);
  }

  async #stateOf(editor: TextEditor): Promise<DocumentState | undefined> {
    const { client } = this.#session.connection;
    if (this.#session.store.state !== 'ready' || !client) return undefined;
    try {
      return (await client.sendRequest(documentState, { uri: editor.document.uri.toString() })) ?? undefined;
    } catch {
      return undefined;
    }
  }

  #draw({ kind, state, why, guessed }: DocumentState): void {
    // For every document: it is taken away when the active one lies outside every root.
    this.#item ??= languages.createLanguageStatusItem('aims.document', { pattern: '**' });
    this.#item.name = l10n.t('AIMS document');
    this.#item.text = kind ? [kind, state].filter(Boolean).join(' · ') : l10n.t('Not recognised as an AIMS document');
    this.#item.detail = why;
    this.#item.accessibilityInformation = { label: `AIMS: ${this.#item.text}, ${why}` };
    const declare = { command: 'aims.declareKind', title: l10n.t('Declare its kind') };
    // Typed without `undefined`, and yet that is how a command is taken away.
    (this.#item as { command?: typeof declare | undefined }).command = kind && guessed ? declare : undefined;
  }
}
