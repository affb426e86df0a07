import * as vscode from 'vscode';
import type { TreeSnapshot } from '../../../client/activate';
import { access, eventually, expect, expectEqual, expectParts, inWorkspace } from './expect';

const FOOT = 'This report describes what the repository shows. It is not a statement of conformity.';

function reportTab(): vscode.Tab | undefined {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.find(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('aims.report'));
}

function* below(nodes: readonly TreeSnapshot[]): Iterable<TreeSnapshot> {
  for (const node of nodes) {
    yield node;
    yield* below(node.children);
  }
}

describe('the report', () => {
  const file = inWorkspace('report-of-a-test.html');
  const read = async () => new TextDecoder().decode(await vscode.workspace.fs.readFile(file));

  before(access);
  after(() => vscode.workspace.fs.delete(file));

  it('is shown in a tab of its own, once', async () => {
    await vscode.commands.executeCommand('aims.showReport');
    const tab = await eventually(vscode.window.tabGroups.onDidChangeTabs, reportTab);
    expect(tab.label.startsWith('Report'), tab.label);
    await vscode.commands.executeCommand('aims.showReport');
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    expectEqual(tabs.filter(({ input }) => input instanceof vscode.TabInputWebview).length, 1, 'tabs');
  });

  it('is saved as one page with what the view shows', async () => {
    await vscode.commands.executeCommand('aims.saveReport', file);
    const page = await read();
    expectParts(page, ['<!DOCTYPE html>', 'Content-Security-Policy', FOOT], 'the page');
    expect(!/<script|<img|<link/i.test(page), 'it needs nothing beside itself');
    const shown = [...below((await access()).tree())];
    const controls = new Set(shown.map(({ id }) => id).filter((id) => id.startsWith('control/')));
    expectEqual(controls.size, 38, 'controls');
    for (const id of controls) {
      const place = `id="${id.replace('/', '-')}"`;
      expectEqual(page.split(place).length, 2, `${place} stands once`);
    }
  });

  it('leaves a file that is there already', async () => {
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('mine'));
    await vscode.commands.executeCommand('aims.saveReport', file);
    expectEqual(await read(), 'mine', 'the file');
  });

  it('can be closed and shown again', async () => {
    for (const label of ['the first time', 'again']) {
      await vscode.commands.executeCommand('aims.showReport');
      await eventually(vscode.window.tabGroups.onDidChangeTabs, () => reportTab()?.isActive || undefined);
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      await eventually(vscode.window.tabGroups.onDidChangeTabs, () => (reportTab() ? undefined : label));
    }
  });
});
