import * as vscode from 'vscode';
import {
  access,
  eventually,
  expect,
  expectEqual,
  findingsIn,
  found,
  gone,
  inWorkspace,
  placeOf,
  replace,
  withFile,
} from './expect';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('findings', () => {
  before(access);

  it('stand at files that nobody opened', async () => {
    const draft = 'assessments/AIA-007-visit-brief.md';
    const open = vscode.workspace.textDocuments.map(({ uri }) => uri.toString());
    expect(![draft, 'policies/data-for-ai.md'].some((path) => open.includes(inWorkspace(path).toString())), 'not open');
    const missing = await found('soa.yaml', 'soa/missing-control', 'A.6.2.5');
    expectEqual(missing.severity, vscode.DiagnosticSeverity.Error, 'severity');
    expect((await found('soa.yaml', 'soa/missing-justification', 'A.5.4')).range.start.line > 0, 'at its row');
    await found('systems/inventory.yaml', 'system/unassessed', 'AIS-009');
    await found('policies/data-for-ai.md', 'document/review-overdue', 'POL-003');
    await found(draft, 'assessment/empty-section', 'Affected people');
  });

  it('name their source and a rule that can be explained', () => {
    const ours = findingsIn('soa.yaml');
    expect(ours.length > 0, 'there are some');
    for (const { code } of ours) {
      expect(typeof code === 'object' && code.target.scheme === 'command', 'the rule leads to its page');
    }
  });

  it('follow an edit that is not saved, and its undoing', async () => {
    await withFile('soa.yaml', async (soa) => {
      const line = placeOf(soa, 'justification: ', '- id: A.5.5').start.line;
      await replace(soa, soa.lineAt(line).rangeIncludingLineBreak, '');
      const finding = await found('soa.yaml', 'soa/missing-justification', 'A.5.5');
      expectEqual(soa.getText(finding.range), 'A.5.5', 'underlined');
    });
    await gone('soa.yaml', 'soa/missing-justification', 'A.5.5');
  });

  it('ask for a reason of an exclusion as well', async () => {
    const about = () => findingsIn('soa.yaml').some(({ message }) => message.includes('A.7.2'));
    await withFile('soa.yaml', async (soa) => {
      const line = placeOf(soa, 'justification: ', '- id: A.7.2').start.line;
      await replace(soa, soa.lineAt(line).rangeIncludingLineBreak, '    justification: "n/a"\n');
      await eventually(vscode.languages.onDidChangeDiagnostics, () => about() || undefined);
    });
    await eventually(vscode.languages.onDidChangeDiagnostics, () => !about() || undefined);
  });

  it('follow files that are created, renamed and deleted', async () => {
    const [first, second] = ['records/fresh.md', 'records/renamed.md'];
    const text = '---\nkind: record\nid: REC-900\ntitle: Fresh\ndate: 2026-02-31\n---\n# Fresh\n\nA record.\n';
    await vscode.workspace.fs.writeFile(inWorkspace(first), bytes(text));
    await found(first, 'date/invalid', '2026-02-31');
    await vscode.workspace.fs.rename(inWorkspace(first), inWorkspace(second));
    await found(second, 'date/invalid', '2026-02-31');
    await gone(first, 'date/invalid', '');
    await vscode.workspace.fs.delete(inWorkspace(second));
    await gone(second, 'date/invalid', '');
  });

  it('follow a file that others refer to', async () => {
    const record = inWorkspace('records/wound/interim-verification.md');
    const before = await vscode.workspace.fs.readFile(record);
    const about = () => findingsIn('soa.yaml').some(({ message }) => message.includes('interim-verification'));
    await vscode.workspace.fs.delete(record);
    await eventually(vscode.languages.onDidChangeDiagnostics, () => about() || undefined);
    await vscode.workspace.fs.writeFile(record, before);
    await eventually(vscode.languages.onDidChangeDiagnostics, () => !about() || undefined);
  });

  it('are none in documents outside a management system', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'yaml',
      content: 'controls:\n  - id: A.5.4\n    applicable: true\n',
    });
    await vscode.window.showTextDocument(document);
    expectEqual(vscode.languages.getDiagnostics(document.uri), [], 'findings');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
