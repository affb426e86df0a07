import type {
  OptionalVersionedTextDocumentIdentifier,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { LineIndex, type WorkspaceState } from '../engine/engine';
import type { Change, Refusal } from '../engine/features/change';
import { type FeatureHost, rangeOf } from './feature-host';
import type { PlannedChange } from './protocol';
import { uriOf } from './uris';

/**
 * A change as a workspace edit: new files first, then edits of the versions they were computed for. Undefined where the
 * client cannot do it.
 */
export function workspaceEdit(
  host: FeatureHost,
  root: string,
  state: WorkspaceState,
  change: Change,
): WorkspaceEdit | undefined {
  if (change.create.length > 0 && !host.client.createsFiles) return undefined;
  const documentChanges: NonNullable<WorkspaceEdit['documentChanges']> = [];
  for (const { path, text } of change.create) {
    const uri = uriOf(root, path);
    const start = { line: 0, character: 0 };
    documentChanges.push({ kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } });
    documentChanges.push({
      textDocument: { uri, version: null },
      edits: [{ range: { start, end: start }, newText: text }],
    });
  }
  const byPath = new Map<string, TextDocumentEdit>();
  for (const { path, span, text } of change.edits) {
    const lines = state.texts.get(path)?.lines;
    if (!lines) continue;
    const uri = uriOf(root, path);
    const textDocument: OptionalVersionedTextDocumentIdentifier = { uri, version: host.version(uri) };
    const entry = byPath.get(path) ?? { textDocument, edits: [] };
    entry.edits.push({ range: rangeOf(lines, span), newText: text });
    byPath.set(path, entry);
  }
  if (!host.client.versionedEdits)
    return {
      changes: Object.fromEntries(
        [...byPath.values()].map(({ textDocument, edits }) => [textDocument.uri, edits]),
      ) as Record<string, TextEdit[]>,
    };
  return { documentChanges: [...documentChanges, ...byPath.values()] };
}

/** A change as the client's views run it. */
export function plannedChange(
  host: FeatureHost,
  root: string,
  state: WorkspaceState | undefined,
  change: Change | Refusal,
): PlannedChange {
  if ('refused' in change) return { create: [], edits: [], open: null, refused: change.refused };
  const create = change.create.map(({ path, text }) => ({ uri: uriOf(root, path), text }));
  const edits = change.edits.flatMap(({ path, span, text }) => {
    const lines = state?.texts.get(path)?.lines;
    const uri = uriOf(root, path);
    return lines ? [{ uri, version: host.version(uri), range: rangeOf(lines, span), text }] : [];
  });
  return { create, edits, open: openPlace(root, state, change), refused: '' };
}

/** Where the cursor goes: in a new file by its text, in an edited one by the text as it will be. */
function openPlace(root: string, state: WorkspaceState | undefined, change: Change): PlannedChange['open'] {
  const { open } = change;
  if (!open) return null;
  const created = change.create.find(({ path }) => path === open.path);
  const uri = uriOf(root, open.path);
  if (created) {
    const { line, character } = new LineIndex(created.text).positionAt(open.offset);
    return { uri, line, character };
  }
  const text = state?.texts.get(open.path);
  if (!text) return { uri, line: 0, character: 0 };
  const edit = change.edits.find(
    ({ path, span }) => path === open.path && span.start <= open.offset && open.offset <= span.start + 100_000,
  );
  if (!edit) return { uri, ...text.lines.positionAt(open.offset) };
  const after = text.text.slice(0, edit.span.start) + edit.text + text.text.slice(edit.span.end);
  const { line, character } = new LineIndex(after).positionAt(open.offset);
  return { uri, line, character };
}
