// The two real servers, spoken to as an editor does.
import { deepEqual, equal, ok } from 'node:assert/strict';
import type { CodeAction, Hover, InitializeResult, WorkspaceEdit } from 'vscode-languageserver-protocol/node';
import { planChange } from '../../server/protocol';
import type { Transport } from '../support/language-client';
import { REASON, soa, startsServers } from '../support/small-server';
import { MISSING_JUSTIFICATION } from '../support/small-texts';

for (const transport of ['stdio', 'worker'] as const satisfies readonly Transport[]) {
  describe(`the server over ${transport}`, () => {
    const start = startsServers(transport);

    it('says what it can', async () => {
      const { server } = await start();
      const { capabilities, serverInfo } = server.initialized as InitializeResult;
      equal(serverInfo?.name, 'AIMS');
      equal(capabilities.positionEncoding, 'utf-16');
      deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2 });
      equal(capabilities.workspace?.workspaceFolders?.supported, true);
      for (const name of [
        'completionProvider',
        'hoverProvider',
        'codeActionProvider',
        'definitionProvider',
        'referencesProvider',
        'documentSymbolProvider',
        'workspaceSymbolProvider',
        'documentLinkProvider',
        'semanticTokensProvider',
      ] as const)
        ok(capabilities[name], name);
    });

    it('publishes findings of files that nobody opened, with rule, place and words', async () => {
      const { server } = await start();
      await server.finds('soa.yaml', MISSING_JUSTIFICATION);
      const found = server.diagnostics('soa.yaml')?.find(({ code }) => code === MISSING_JUSTIFICATION);
      equal(found?.source, 'AIMS');
      // Nothing says that the statement is approved, and a draft is judged mildly.
      equal(found?.severity, 2);
      deepEqual(found?.range, { start: { line: 5, character: 8 }, end: { line: 5, character: 13 } });
      ok(String(found?.message).includes('A.2.2'));
    });

    it('lets an open buffer hide the file on disk, and the disk count again when it is closed', async () => {
      const { server, folder } = await start();
      await server.finds('soa.yaml', MISSING_JUSTIFICATION);
      await server.open('soa.yaml', soa(REASON));
      await server.finds('soa.yaml', MISSING_JUSTIFICATION, false);
      // The file on disk changes while it is open: nothing of it is seen.
      folder.write('soa.yaml', 'kind: statement-of-applicability\nbroken: [\n');
      await server.watched(['changed', 'soa.yaml']);
      await server.change('soa.yaml', soa(''));
      await server.finds('soa.yaml', MISSING_JUSTIFICATION);
      ok(!server.rules('soa.yaml').includes('syntax/yaml'));
      await server.close('soa.yaml');
      await server.finds('soa.yaml', 'syntax/yaml');
    });

    it('sends findings with the version of the buffer, and none for an older text', async () => {
      const { server } = await start();
      await server.open('soa.yaml', soa(REASON));
      await server.finds('soa.yaml', MISSING_JUSTIFICATION, false);
      const sent = server.published.length;
      let last = 0;
      for (let count = 0; count < 12; count++)
        last = await server.change('soa.yaml', soa(count % 2 === 0 ? '' : `${REASON} ${count}`));
      last = await server.change('soa.yaml', soa('').replace('A.2.2', 'A.2.3'));
      await server.until('findings of the last version', () =>
        server.published.some(({ version, diagnostics }) => version === last && diagnostics.length > 0),
      );
      const versions = server.published
        .slice(sent)
        .filter(({ uri }) => uri.endsWith('soa.yaml'))
        .map(({ version }) => version ?? 0);
      deepEqual(
        versions,
        [...versions].sort((a, b) => a - b),
      );
      await server.finds('soa.yaml', MISSING_JUSTIFICATION);
    });

    it('applies changes of parts, also with CRLF and characters outside the first plane', async () => {
      const { server } = await start();
      const text = soa('').replace('title: SoA', 'title: "SoA 🙂é"').replaceAll('\n', '\r\n');
      await server.open('soa.yaml', text);
      await server.finds('soa.yaml', MISSING_JUSTIFICATION);
      const at = { line: 6, character: 20 };
      await server.change('soa.yaml', [
        { range: { start: { line: 2, character: 14 }, end: { line: 2, character: 15 } }, text: 'X' },
        { range: { start: at, end: at }, text: `\r\n    justification: ${REASON}` },
      ]);
      await server.finds('soa.yaml', MISSING_JUSTIFICATION, false);
      await server.change('soa.yaml', [
        { range: { start: { line: 7, character: 0 }, end: { line: 8, character: 0 } }, text: '' },
      ]);
      await server.finds('soa.yaml', MISSING_JUSTIFICATION);
    });

    it('answers at once about the text as it is now, even before it was checked', async () => {
      const { server } = await start();
      await server.finds('soa.yaml', MISSING_JUSTIFICATION);
      await server.open('soa.yaml', soa(''));
      // No waiting between the change and the question.
      await server.change('soa.yaml', soa('').replace('A.2.2', 'A.6.2.4'));
      const hover = await server.at<Hover>('textDocument/hover', 'soa.yaml', 5, 9);
      ok(JSON.stringify(hover).includes('A.6.2.4'), JSON.stringify(hover));
      await server.change('soa.yaml', `# a line more\n${soa('')}`);
      const range = { start: { line: 6, character: 8 }, end: { line: 6, character: 8 } };
      const actions = await server.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri: server.uri('soa.yaml') },
        range,
        context: { diagnostics: [] },
      });
      ok(
        actions.some(({ title }) => /justification/i.test(title)),
        actions.map(({ title }) => title).join('\n'),
      );
      const resolved = await server.connection.sendRequest<CodeAction>(
        'codeAction/resolve',
        actions.find(({ title }) => /"justification"/i.test(title)),
      );
      ok(JSON.stringify(resolved.edit as WorkspaceEdit).includes('justification: '));
    });

    it('answers about files and places it knows nothing of', async () => {
      const { server } = await start();
      await server.finds('soa.yaml', MISSING_JUSTIFICATION);
      for (const path of ['nothing.md', 'node_modules/a/readme.md', 'soa.yaml', 'aims.yaml'])
        for (const [line, character] of [
          [0, 0],
          [5, 9],
          [900, 900],
        ] as const) {
          for (const method of [
            'hover',
            'definition',
            'references',
            'completion',
            'documentLink',
            'documentSymbol',
            'semanticTokens/full',
            'codeAction',
          ])
            await server.at(`textDocument/${method}`, path, line, character, {
              context: { includeDeclaration: true, diagnostics: [] },
              range: { start: { line, character }, end: { line, character } },
            });
        }
      const plan = await server.connection.sendRequest(planChange, {
        root: server.uri('nowhere'),
        action: 'insert-all-rows',
      });
      ok(plan.refused !== '');
      deepEqual(server.log, []);
    });

    it('ends as asked', async () => {
      const { server } = await start();
      await server.finds('soa.yaml', MISSING_JUSTIFICATION);
      const status = await server.stop();
      if (transport === 'stdio') equal(status, 0);
    });

    if (transport === 'stdio') {
      it('ends with status 1 where it was not asked to shut down, and when its client is gone', async () => {
        const { server } = await start();
        equal(await server.stop(false), 1);
      });
    }
  });
}
