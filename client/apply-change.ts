import { l10n, Position, Range, Uri, ViewColumn, WorkspaceEdit, window, workspace } from 'vscode';
import type { PlannedChange } from '../server/protocol';

/** What came of a change: nothing to do, written, refused by the server, or planned for a text that has changed since. */
export type Outcome = 'applied' | 'refused' | 'outdated';

const openDocument = (uri: Uri) => workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());

/** Runs a planned change as one edit that can be undone, and shows the place where the user goes on. */
export async function applyChange(change: PlannedChange): Promise<Outcome> {
  if (change.refused) {
    void window.showInformationMessage(change.refused);
    return 'refused';
  }
  const edit = new WorkspaceEdit();
  for (const { uri, text } of change.create) {
    // With its content at once: an empty file beside an unsaved text would be read as an empty document.
    edit.createFile(Uri.parse(uri), { overwrite: false, contents: new TextEncoder().encode(text) });
  }
  for (const { uri, version, range, text } of change.edits) {
    const target = Uri.parse(uri);
    const document = openDocument(target);
    if (document && version !== null && document.version !== version) return 'outdated';
    const { start, end } = range;
    edit.replace(target, new Range(start.line, start.character, end.line, end.character), text);
  }
  // Not `edit.size`: VS Code counts text edits only, and a change may only create files.
  const anything = change.create.length + change.edits.length > 0;
  if (anything && !(await workspace.applyEdit(edit))) {
    throw new Error(
      l10n.t('The files could not be changed. Is a file of that name there already, or a file read-only?'),
    );
  }
  if (change.open) await openAt(change.open);
  return 'applied';
}

async function openAt({ uri, line, character }: NonNullable<PlannedChange['open']>): Promise<void> {
  const document = await workspace.openTextDocument(Uri.parse(uri));
  const position = new Position(line, character);
  const viewColumn = window.activeTextEditor?.viewColumn ?? ViewColumn.Active;
  await window.showTextDocument(document, { selection: new Range(position, position), viewColumn });
}
