import * as vscode from 'vscode';
import { access, eventually, expect, expectParts, found, gone, inWorkspace, withFile } from './expect';

/** What a row of the coverage view hands to a command. */
function node(root: string, label: string, action: string) {
  const data = { id: label, label, description: '', state: 'none', tooltip: '', open: true, children: [] };
  const row = { key: label, root, parent: undefined, depth: 0, children: [] };
  return { ...row, data: { ...data, action: { title: label, action } } };
}

describe('commands', () => {
  let root = '';
  before(async () => {
    root = (await access()).tree()[0]?.root ?? '';
    expect(root, 'there is a root');
  });

  it('the next action of a control inserts its row', async () => {
    await withFile('soa.yaml', async (soa) => {
      await vscode.commands.executeCommand('aims.runNextAction', node(root, 'A.6.2.5', 'insert-row A.6.2.5'));
      expect(vscode.window.activeTextEditor?.document === soa, 'the statement is shown');
      await gone('soa.yaml', 'soa/missing-control', 'A.6.2.5');
      await vscode.commands.executeCommand('undo');
      await found('soa.yaml', 'soa/missing-control', 'A.6.2.5');
    });
  });

  it('the next action of a system starts its assessment: facts from the inventory, judgements open', async () => {
    await vscode.commands.executeCommand('aims.runNextAction', node(root, 'AIS-009', 'create-assessment AIS-009'));
    const document = vscode.window.activeTextEditor?.document;
    expect(document?.uri.path.includes('/assessments/') === true, 'the assessment is shown');
    if (!document) return;
    expectParts(document.getText(), ['kind: ai-impact-assessment', 'AIS-009', 'Bed Planner', '{{'], 'it');
    expect(!/^(approved_by|decision): *["']?\w/m.test(document.getText()), 'nobody has decided or approved');
    await found('systems/inventory.yaml', 'system/unassessed', 'its impact assessment');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    const edit = new vscode.WorkspaceEdit();
    edit.deleteFile(document.uri);
    expect(await vscode.workspace.applyEdit(edit), 'it is deleted');
    await found('systems/inventory.yaml', 'system/unassessed', 'no impact assessment names it');
  });

  it('a rule and a control are explained without a network', async () => {
    for (const topic of ['soa/missing-justification', 'A.6.2.4']) {
      await vscode.commands.executeCommand('aims.explainRule', topic);
      await eventually(vscode.window.tabGroups.onDidChangeTabs, () => {
        const label = vscode.window.tabGroups.activeTabGroup.activeTab?.label ?? '';
        return label.includes(topic.replace('/', ' ')) || undefined;
      });
    }
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('an unknown action is refused and changes nothing', async () => {
    const text = async () => new TextDecoder().decode(await vscode.workspace.fs.readFile(inWorkspace('soa.yaml')));
    const before = await text();
    await vscode.commands.executeCommand('aims.runNextAction', node(root, 'A.6.2.5', 'no-such-action A.6.2.5'));
    expect(before === (await text()), 'soa.yaml is as it was');
  });
});
