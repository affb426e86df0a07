// The two real servers on the large example: what is asked of them while somebody reads and writes.
import { deepEqual, ok } from 'node:assert/strict';
import type { Hover, Location, SymbolInformation } from 'vscode-languageserver-protocol/node';
import { textsBelow } from '../support/folders';
import { LanguageClient, type Transport } from '../support/language-client';
import { TestFolder } from '../support/test-folder';

for (const transport of ['stdio', 'worker'] as const satisfies readonly Transport[]) {
  describe(`examples/meridian over ${transport}`, () => {
    let folder: TestFolder;
    let client: LanguageClient;
    before(async () => {
      folder = new TestFolder(textsBelow('examples/meridian'));
      client = await LanguageClient.start(transport, folder);
      await client.finds('systems/inventory.yaml', 'system/tier-undetermined');
    });
    after(() => {
      client.kill();
      folder.dispose();
    });

    it('hovers over a control, completes one, and goes to the definition of a system', async () => {
      const statement = textsBelow('examples/meridian').get('soa.yaml') ?? '';
      const line = statement.split('\n').findIndex((text) => text.includes('- id: A.6.2.4'));
      const hover = await client.at<Hover>(
        'textDocument/hover',
        'soa.yaml',
        line,
        statement.split('\n')[line]?.indexOf('A.6') ?? 0,
      );
      ok(JSON.stringify(hover.contents).includes('A.6.2.4'));
      const path = 'assessments/AIA-001-triage-support.md';
      const assessment = textsBelow('examples/meridian').get(path) ?? '';
      const named = assessment.split('\n').findIndex((text) => /^systems:.*AIS-001/.test(text));
      const character = (assessment.split('\n')[named] ?? '').indexOf('AIS-001') + 2;
      const definition = await client.at<Location | Location[]>('textDocument/definition', path, named, character);
      ok(JSON.stringify(definition).includes('systems/inventory.yaml'), JSON.stringify(definition));
      const references = await client.at<Location[]>('textDocument/references', path, named, character, {
        context: { includeDeclaration: true },
      });
      ok(references.length > 3, `${references.length} references`);
      const symbols = await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', {
        query: 'AIS-001',
      });
      ok(symbols.length > 0);
      const half = `${statement}  - id: A.6\n    applicable: true\n`;
      await client.open('soa.yaml', half);
      const items = await client.at<{ items: { label: string }[] } | { label: string }[]>(
        'textDocument/completion',
        'soa.yaml',
        half.split('\n').length - 3,
        '  - id: A.6'.length,
      );
      const labels = (Array.isArray(items) ? items : items.items).map(({ label }) => label);
      ok(
        labels.some((label) => label.includes('A.6.2.4')),
        labels.slice(0, 10).join('\n'),
      );
      await client.until('findings of the half-typed row', () => client.rules('soa.yaml').length > 0);
      await client.close('soa.yaml');
      await client.until('no findings of it any more', () => client.rules('soa.yaml').length === 0);
    });

    it('stays quiet while prose is typed', async () => {
      const path = 'policies/ai-policy.md';
      const text = textsBelow('examples/meridian').get(path) ?? '';
      await client.open(path, text);
      await client.at('textDocument/hover', path, 0, 0);
      const sent = client.published.length;
      const lines = text.split('\n');
      const line = lines.findIndex(
        (each, index) =>
          index > lines.indexOf('---', 1) && /^(?:#+ .*)?$/.test(lines[index - 1] ?? '') && /^[A-Z][a-z]+ /.test(each),
      );
      ok(line > 0);
      for (const letter of 'Note that ')
        await client.change(path, [
          { range: { start: { line, character: 0 }, end: { line, character: 0 } }, text: letter },
        ]);
      await client.connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri: client.uri(path) },
        range: { start: { line, character: 0 }, end: { line, character: 0 } },
        context: { diagnostics: [] },
      });
      deepEqual(client.published.slice(sent), []);
      await client.close(path);
    });
  });
}
