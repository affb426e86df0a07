import * as vscode from 'vscode';
import { diagnosticsOf, expect, expectEqual } from './expect';

const ID = 'aims-editor.aims-vscode';

describe('activation', () => {
  it('the extension is there', () => {
    expect(vscode.extensions.getExtension(ID), `${ID} is installed`);
  });

  it('it activates on a folder that holds an AIMS', async () => {
    const extension = vscode.extensions.getExtension(ID);
    await extension?.activate();
    expectEqual(extension?.isActive, true, 'active');
  });

  it('problems arrive for files that nobody opened', async () => {
    const open = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()));
    const found = await diagnosticsOf((uri) => !open.has(uri.toString()));
    expectEqual(
      found.filter(({ source }) => source !== 'AIMS').map(({ source, message }) => `${source}: ${message}`),
      [],
      'diagnostics of another source',
    );
  });
});
