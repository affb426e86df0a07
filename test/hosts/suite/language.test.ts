// What the editor's own requests get: each goes the way that a person's key takes.
import * as vscode from 'vscode';
import {
  access,
  expect,
  expectEqual,
  expectParts,
  inWorkspace,
  placeOf,
  plainText,
  replace,
  show,
  withFile,
} from './expect';

async function hoverText(document: vscode.TextDocument, at: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at);
  return hovers.flatMap(({ contents }) => contents.map(plainText)).join('\n');
}

function completions(document: vscode.TextDocument, at: vscode.Position, resolved = 5) {
  const command = 'vscode.executeCompletionItemProvider';
  return vscode.commands.executeCommand<vscode.CompletionList>(command, document.uri, at, undefined, resolved);
}

const labelOf = ({ label }: vscode.CompletionItem) => (typeof label === 'string' ? label : label.label);

/** What VS Code would show first: items in the order that the provider wishes. */
const sorted = (list: vscode.CompletionList) =>
  [...list.items].sort((one, other) => ((one.sortText ?? '') < (other.sortText ?? '') ? -1 : 1));

async function choose(document: vscode.TextDocument, item: vscode.CompletionItem): Promise<void> {
  const { range, insertText } = item;
  expect(range && insertText, `${labelOf(item)} says what it inserts`);
  const target = range instanceof vscode.Range ? range : range.replacing;
  const editor = await vscode.window.showTextDocument(document);
  const snippet = typeof insertText === 'string' ? new vscode.SnippetString().appendText(insertText) : insertText;
  expect(await editor.insertSnippet(snippet, target), 'it is inserted');
  // Its first tab stop would offer its own choices at the next question.
  await vscode.commands.executeCommand('leaveSnippet');
}

describe('hover', () => {
  before(access);

  it('over a control says what it asks and how it stands here', async () => {
    const soa = await show('soa.yaml');
    const text = await hoverText(soa, placeOf(soa, 'A.6.2.4').start.translate(0, 2));
    expectParts(text, ['A.6.2.4', 'verification and validation', 'evidence', 'In this workspace', 'Decision'], 'it');
  });

  it('over an AI system says its tier and how it was assessed', async () => {
    const risks = await show('risk/risk-register.yaml');
    expectParts(await hoverText(risks, placeOf(risks, 'AIS-001').start), ['Triage Support', 'high'], 'it');
  });

  it('over a clause in front matter says what it asks', async () => {
    const draft = await show('assessments/AIA-007-visit-brief.md');
    expectParts(await hoverText(draft, placeOf(draft, '6.1.4').start.translate(0, 1)), ['Clause 6.1.4'], 'it');
  });
});

describe('completion', () => {
  before(access);

  /** Types a new row behind the last one of the Statement of Applicability, and looks at what is offered there. */
  function typeRow(text: string, look: (soa: vscode.TextDocument, at: vscode.Position) => Promise<void>) {
    return withFile('soa.yaml', async (soa) => {
      const end = soa.lineAt(soa.lineCount - 1).range.end;
      await replace(soa, new vscode.Range(end, end), text);
      await look(soa, soa.lineAt(soa.lineCount - 1).range.end);
    });
  }

  it('of a half-typed control id offers the missing one first, with what it asks, and inserts it', () =>
    typeRow('  - id: A.6', async (soa, at) => {
      const first = sorted(await completions(soa, at, 60)).find((item) => labelOf(item).startsWith('A.6'));
      expect(first, 'there is a control of A.6');
      expectEqual(labelOf(first), 'A.6.2.5', 'the first of A.6');
      expect(plainText(first.documentation).length > 80, 'it says what the control asks');
      await choose(soa, first);
      expect(soa.lineAt(at.line).text.startsWith('  - id: A.6.2.5'), soa.lineAt(at.line).text);
    }));

  it('finds a control by words of its title', () =>
    typeRow('  - id: deploym', async (soa, at) => {
      const { items } = await completions(soa, at);
      const item = items.find((each) => labelOf(each).startsWith('A.6.2.5'));
      expect(item, `A.6.2.5 AI system deployment is offered: ${items.map(labelOf).slice(0, 9)}`);
      expect(/deploym/i.test(item.filterText ?? labelOf(item)), 'VS Code keeps it for what was typed');
    }));

  it('finds controls by words of their title in a Markdown table', () =>
    withFile('audit/2026-09-audit-report.md', async (report) => {
      const cell = placeOf(report, 'A.6.2.6', 'AF-008');
      await replace(report, cell, 'system impact');
      const at = cell.start.translate(0, 'system impact'.length);
      const labels = (await completions(report, at)).items.map(labelOf);
      expect(
        labels.some((label) => label.startsWith('A.5.2')),
        `A.5.2 is offered: ${labels.slice(0, 9)}`,
      );
    }));

  it('offers AI systems, enum values and files', async () => {
    const inventory = await show('systems/inventory.yaml');
    const lifecycle = placeOf(inventory, 'operation', 'lifecycle: ');
    const values = (await completions(inventory, lifecycle.start)).items.map(labelOf);
    expect(values.includes('retired'), `life-cycle stages: ${values.slice(0, 9)}`);
    const risks = await show('risk/risk-register.yaml');
    const systems = (await completions(risks, placeOf(risks, 'AIS-001').start)).items.map(labelOf);
    expect(
      systems.some((label) => label.startsWith('AIS-009')),
      `systems: ${systems.slice(0, 9)}`,
    );
    const soa = await show('soa.yaml');
    const path = placeOf(soa, 'records/2026-01-29', 'evidence:');
    const files = (await completions(soa, path.start.translate(0, 'records/'.length))).items.map(labelOf);
    expect(files.length > 0, 'paths of evidence');
  });
});

describe('code actions', () => {
  before(access);

  async function actionsAt(document: vscode.TextDocument, range: vscode.Range, kind?: vscode.CodeActionKind) {
    const command = 'vscode.executeCodeActionProvider';
    return vscode.commands.executeCommand<vscode.CodeAction[]>(command, document.uri, range, kind?.value, 20);
  }

  it('insert the missing row, in its place and without a judgement', () =>
    withFile('soa.yaml', async (soa) => {
      const at = placeOf(soa, 'controls:');
      const actions = await actionsAt(soa, at, vscode.CodeActionKind.QuickFix);
      const insert = actions.find(({ title }) => title === 'Insert the row for A.6.2.5');
      expect(insert?.edit, `it is offered with its edit: ${actions.map(({ title }) => title).join('; ')}`);
      expect(await vscode.workspace.applyEdit(insert.edit), 'it is applied');
      const lineOf = (id: string) => placeOf(soa, `- id: ${id}`).start.line;
      expect(lineOf('A.6.2.4') < lineOf('A.6.2.5') && lineOf('A.6.2.5') < lineOf('A.6.2.6'), 'it stands in order');
      expectParts(soa.getText().split('- id: A.6.2.5')[1]?.split('- id:')[0] ?? '', ['{{'], 'the row');
    }));

  it('explain every finding', async () => {
    const soa = await show('soa.yaml');
    const titles = (await actionsAt(soa, placeOf(soa, 'A.5.4', '- id: '))).map(({ title }) => title);
    expect(titles.includes('Explain soa/missing-justification'), titles.join('; '));
  });

  it('start the assessment of a system', async () => {
    const inventory = await show('systems/inventory.yaml');
    const titles = (await actionsAt(inventory, placeOf(inventory, 'AIS-009'))).map(({ title }) => title);
    expect(
      titles.some((title) => /assessment/i.test(title)),
      titles.join('; '),
    );
  });
});

describe('going around', () => {
  before(access);
  const request = <T>(name: string, ...rest: unknown[]) => vscode.commands.executeCommand<T>(`vscode.${name}`, ...rest);

  it('from the control of a risk to its row', async () => {
    const risks = await show('risk/risk-register.yaml');
    const at = placeOf(risks, 'A.6.1.2').start.translate(0, 1);
    const places = await request<(vscode.Location | vscode.LocationLink)[]>('executeDefinitionProvider', risks.uri, at);
    const targets = places.map((place) => ('targetUri' in place ? place.targetUri : place.uri).toString());
    expect(targets.includes(inWorkspace('soa.yaml').toString()), targets.join(' '));
  });

  it('from a system to everything that names it', async () => {
    const inventory = await show('systems/inventory.yaml');
    const at = placeOf(inventory, 'AIS-001').start;
    const places = await request<vscode.Location[]>('executeReferenceProvider', inventory.uri, at);
    const files = new Set(places.map(({ uri }) => uri.toString()));
    expect(files.has(inWorkspace('risk/risk-register.yaml').toString()), [...files].join(' '));
  });

  it('through the symbols of a document and of the workspace', async () => {
    const soa = inWorkspace('soa.yaml');
    const symbols = await request<vscode.DocumentSymbol[]>('executeDocumentSymbolProvider', soa);
    const names = symbols.flatMap(({ name, children }) => [name, ...children.map((child) => child.name)]);
    expect(
      ['A.2.2', 'A.10.4'].every((id) => names.some((name) => name.startsWith(id))),
      `the rows are there: ${names.slice(0, 9)}`,
    );
    const all = await request<vscode.SymbolInformation[]>('executeWorkspaceSymbolProvider', 'Triage Support');
    expect(
      all.some(({ name }) => name.includes('Triage Support')),
      'the system is found',
    );
  });

  it('along links to evidence', async () => {
    const soa = await show('soa.yaml');
    const links = await request<vscode.DocumentLink[]>('executeLinkProvider', soa.uri, 200);
    const targets = links.map(({ target }) => target?.path ?? '');
    expect(
      targets.some((path) => path.endsWith('/records/2026-01-29-board-minutes.md')),
      targets.slice(0, 5).join(' '),
    );
  });

  it('sees ids and placeholders coloured', async () => {
    const draft = await show('assessments/AIA-007-visit-brief.md');
    const tokens = await request<vscode.SemanticTokens>('provideDocumentSemanticTokens', draft.uri);
    expect(tokens.data.length >= 5, 'there are tokens');
  });
});
