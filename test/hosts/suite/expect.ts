// Assertions and waiting for both extension hosts: the worker has no `node:assert`.
import * as vscode from 'vscode';

/** Fails the test unless the condition holds. */
export function expect(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(what);
}

/** Fails the test unless both values are equal as JSON. */
export function expectEqual(actual: unknown, expected: unknown, what: string): void {
  const [one, other] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (one !== other) throw new Error(`${what}: ${one}, expected ${other}`);
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

/** The diagnostics of the first file for which `wanted` holds, as soon as there are some. */
export function diagnosticsOf(wanted: (uri: vscode.Uri) => boolean): Promise<readonly vscode.Diagnostic[]> {
  return eventually(vscode.languages.onDidChangeDiagnostics, () => {
    const entry = vscode.languages.getDiagnostics().find(([uri, found]) => wanted(uri) && found.length > 0);
    return entry?.[1];
  });
}

/** The address of a file of the open folder. */
export function inWorkspace(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  expect(folder, 'a folder is open');
  return vscode.Uri.joinPath(folder.uri, path);
}
