// Assertions and waiting for both extension hosts: the worker has no `node:assert`.
import * as vscode from 'vscode';
import type { TestAccess } from '../../../client/activate';

const ID = 'aims-editor.aims-vscode';

/** Fails the test unless the condition holds. */
export function expect(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(what);
}

/** Fails the test unless both values are equal as JSON. */
export function expectEqual(actual: unknown, expected: unknown, what: string): void {
  const [one, other] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (one !== other) throw new Error(`${what}: ${one}, expected ${other}`);
}

/** Fails the test unless the text has every part. */
export function expectParts(text: string, parts: readonly string[], what: string): void {
  for (const part of parts) expect(text.includes(part), `${what} has no "${part}": ${text.slice(0, 400)}`);
}

/** Resolves with the first value that `look` finds, looking now and after every event; mocha's limit ends the wait. */
export function eventually<T>(event: vscode.Event<unknown>, look: () => T | undefined): Promise<T> {
  const found = look();
  if (found !== undefined) return Promise.resolve(found);
  return new Promise((resolve) => {
    const listener = event(() => {
      const value = look();
      if (value === undefined) return;
      listener.dispose();
      resolve(value);
    });
  });
}

/** The extension, running, when it has read everything that is there. */
export async function access(): Promise<TestAccess> {
  const shown = await vscode.extensions.getExtension<TestAccess>(ID)?.activate();
  expect(shown, 'the extension says what it shows');
  await eventually(shown.onDidChange, () => (shown.state() === 'ready' && !shown.loading()) || undefined);
  return shown;
}

/** The address of a file of the open folder. */
export function inWorkspace(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  expect(folder, 'a folder is open');
  return vscode.Uri.joinPath(folder.uri, path);
}

/** The id of the rule of a diagnostic. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** What our rules found in a file, of one rule or of all. */
export function findingsIn(path: string, rule?: string): vscode.Diagnostic[] {
  const all = vscode.languages.getDiagnostics(inWorkspace(path)).filter(({ source }) => source === 'AIMS');
  return all.filter((diagnostic) => rule === undefined || ruleOf(diagnostic) === rule);
}

/** Waits until a rule has found something in a file whose message has this text. */
export function found(path: string, rule: string, text: string): Promise<vscode.Diagnostic> {
  return eventually(vscode.languages.onDidChangeDiagnostics, () =>
    findingsIn(path, rule).find(({ message }) => message.includes(text)),
  );
}

/** Waits until a rule finds nothing in a file any more whose message has this text. */
export async function gone(path: string, rule: string, text: string): Promise<void> {
  await eventually(vscode.languages.onDidChangeDiagnostics, () =>
    findingsIn(path, rule).some(({ message }) => message.includes(text)) ? undefined : true,
  );
}

/** A file of the open folder, open in the editor. */
export async function show(path: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(inWorkspace(path));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Where a text stands in a document, from its start; `after` is what comes before it. */
export function placeOf(document: vscode.TextDocument, text: string, after = ''): vscode.Range {
  const from = document.getText().indexOf(after);
  const start = document.getText().indexOf(text, from + after.length);
  expect(from >= 0 && start >= 0, `"${text}" stands after "${after}" in ${document.uri.path}`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

/** Replaces text of a document, without saving it. */
export async function replace(document: vscode.TextDocument, range: vscode.Range, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, text);
  expect(await vscode.workspace.applyEdit(edit), 'the edit is applied');
}

/** Runs `work` on a file that is open in the editor, and puts its text back as it was, unsaved or saved. */
export async function withFile<T>(path: string, work: (document: vscode.TextDocument) => Promise<T>): Promise<T> {
  const document = await show(path);
  const text = document.getText();
  try {
    return await work(document);
  } finally {
    // Not by reverting: a browser saves by itself.
    await vscode.window.showTextDocument(document);
    await replace(document, new vscode.Range(0, 0, document.lineCount, 0), text);
    await document.save();
  }
}

/** The text of a hover or of documentation. */
export function plainText(content: vscode.MarkdownString | vscode.MarkedString | undefined): string {
  return content === undefined ? '' : typeof content === 'string' ? content : content.value;
}
