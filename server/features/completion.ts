import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
} from 'vscode-languageserver';
import { LineIndex } from '../../engine/engine';
import {
  type CompletionEntry,
  completionDocumentation,
  completions,
  type EntryKind,
  MOST_ENTRIES,
  withoutTabStops,
} from '../../engine/features/completion';
import type { ClientAbilities } from '../client-abilities';
import { type Feature, rangeOf } from '../feature-host';

const ICONS: Readonly<Record<EntryKind, CompletionItemKind>> = {
  control: CompletionItemKind.Reference,
  clause: CompletionItemKind.Reference,
  reference: CompletionItemKind.Reference,
  value: CompletionItemKind.EnumMember,
  key: CompletionItemKind.Field,
  file: CompletionItemKind.File,
  section: CompletionItemKind.Struct,
  snippet: CompletionItemKind.Snippet,
  date: CompletionItemKind.Constant,
  person: CompletionItemKind.Value,
};

/** In Markdown a list opens by itself only behind one of these; in prose only behind `A.` and `Clause `. */
const TRIGGERS = ['.', '|', '[', '(', ':', ' ', '-', '#', '/'];

/** What can stand at the cursor; what it means is asked for when an entry is looked at. */
export const completion: Feature = {
  capabilities: {
    completionProvider: {
      triggerCharacters: TRIGGERS,
      resolveProvider: true,
      completionItem: { labelDetailsSupport: true },
    },
  },
  register(host) {
    host.connection.onCompletion(async ({ textDocument: { uri }, position, context }) => {
      const open = await host.openFile(uri);
      if (!open) return null;
      const { state, path, text, session } = open;
      // What a state knows is the text as it is now; a file that nothing recognises is known by its buffer only.
      const lines = state.texts.get(path)?.lines ?? new LineIndex(text);
      const entries = completions(state, path, lines.offsetAt(position), {
        trigger: context?.triggerCharacter ?? '',
        text,
      });
      const items = entries.map((entry) => itemOf(entry, lines, host.client, session.root));
      return { isIncomplete: entries.length >= MOST_ENTRIES, items };
    });
    host.connection.onCompletionResolve(async (item) => {
      const { root, topic } = (item.data ?? {}) as { root?: string; topic?: string };
      const session = root === undefined ? undefined : host.session(root);
      if (!session || topic === undefined) return item;
      const value = completionDocumentation(await session.current(), topic);
      // It begins with the title already: the detail would say it twice.
      return value === '' ? item : { ...item, detail: '', documentation: { kind: MarkupKind.Markdown, value } };
    });
  },
};

function itemOf(
  entry: CompletionEntry,
  lines: LineIndex,
  { snippets, ours }: ClientAbilities,
  root: string,
): CompletionItem {
  const snippet = entry.snippet && snippets;
  const newText = entry.snippet && !snippets ? withoutTabStops(entry.text) : entry.text;
  const short = entry.detail.length > 60 ? `${entry.detail.slice(0, 59)}…` : entry.detail;
  return {
    label: entry.label,
    labelDetails: { description: short },
    kind: ICONS[entry.kind],
    detail: entry.detail,
    sortText: entry.sort,
    filterText: entry.filter,
    textEdit: { range: rangeOf(lines, entry.span), newText },
    insertTextFormat: snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.asIs,
    ...(entry.additional.length > 0
      ? {
          additionalTextEdits: entry.additional.map(({ span, text }) => ({
            range: rangeOf(lines, span),
            newText: text,
          })),
        }
      : {}),
    ...(entry.topic === undefined ? {} : { data: { root, topic: entry.topic } }),
    // The command is VS Code's own.
    ...(entry.again && ours ? { command: { title: 'Suggest', command: 'editor.action.triggerSuggest' } } : {}),
  };
}
