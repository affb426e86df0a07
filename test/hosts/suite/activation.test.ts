import * as vscode from 'vscode';
import { access, expect, expectEqual } from './expect';

const ID = 'aims-editor.aims-vscode';

describe('activation', () => {
  it('the extension is there', () => {
    expect(vscode.extensions.getExtension(ID), `${ID} is installed`);
  });

  it('it activates on a folder that holds an AIMS', async () => {
    await access();
    expectEqual(vscode.extensions.getExtension(ID)?.isActive, true, 'active');
  });
});
