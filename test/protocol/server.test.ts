// The two real servers, spoken to as an editor does.
import { deepEqual, equal, ok } from 'node:assert/strict';
import type {
  CodeAction,
  Hover,
  InitializeResult,
  Location,
  SymbolInformation,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { planChange } from '../../server/protocol';
import { textsBelow } from '../support/folders';
import { LanguageClient, type Transport } from '../support/language-client';
import { AIMS } from '../support/small-texts';
import { TestFolder } from '../support/test-folder';

const soa = (justification: string) =>
  `kind: statement-of-applicability\nid: SOA-001\ntitle: SoA\nframework: iso-42001\ncontrols:\n  - id: A.2.2\n    applicable: true\n${justification === '' ? '' : `    justification: ${justification}\n`}`;
const RULE = 'soa/missing-justification';
const REASON = 'Our triage product steers care, so its makers need a written direction.';
const FILES = [
  ['aims.yaml', AIMS],
  ['soa.yaml', soa('')],
] as const;

for (const transport of ['stdio', 'worker'] as const satisfies readonly Transport[]) {
  describe(`the server over ${transport}`, () => {
    let folder: TestFolder;
    let client: LanguageClient | undefined;

    async function start(
      files: Iterable<readonly [string, string | Uint8Array]> = FILES,
      folders?: readonly string[],
    ): Promise<LanguageClient> {
      folder = new TestFolder(files);
      client = await LanguageClient.start(transport, folder, folders);
      return client;
    }

    afterEach(() => {
      client?.kill();
      client = undefined;
      folder.dispose();
    });

    it('says what it can', async () => {
      const { initialized } = await start();
      const { capabilities, serverInfo } = initialized as InitializeResult;
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
      const server = await start();
      await server.finds('soa.yaml', RULE);
      const found = server.diagnostics('soa.yaml')?.find(({ code }) => code === RULE);
      equal(found?.source, 'AIMS');
      // Nothing says that the statement is approved, and a draft is judged mildly.
      equal(found?.severity, 2);
      deepEqual(found?.range, { start: { line: 5, character: 8 }, end: { line: 5, character: 13 } });
      ok(String(found?.message).includes('A.2.2'));
    });

    it('lets an open buffer hide the file on disk, and the disk count again when it is closed', async () => {
      const server = await start();
      await server.finds('soa.yaml', RULE);
      await server.open('soa.yaml', soa(REASON));
      await server.finds('soa.yaml', RULE, false);
      // The file on disk changes while it is open: nothing of it is seen.
      folder.write('soa.yaml', 'kind: statement-of-applicability\nbroken: [\n');
      await server.watched(['changed', 'soa.yaml']);
      await server.change('soa.yaml', soa(''));
      await server.finds('soa.yaml', RULE);
      ok(!server.rules('soa.yaml').includes('syntax/yaml'));
      await server.close('soa.yaml');
      await server.finds('soa.yaml', 'syntax/yaml');
    });

    it('sends findings with the version of the buffer, and none for an older text', async () => {
      const server = await start();
      await server.open('soa.yaml', soa(REASON));
      await server.finds('soa.yaml', RULE, false);
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
      await server.finds('soa.yaml', RULE);
    });

    it('applies changes of parts, also with CRLF and characters outside the first plane', async () => {
      const server = await start();
      const text = soa('').replace('title: SoA', 'title: "SoA 🙂é"').replaceAll('\n', '\r\n');
      await server.open('soa.yaml', text);
      await server.finds('soa.yaml', RULE);
      const at = { line: 6, character: 20 };
      await server.change('soa.yaml', [
        { range: { start: { line: 2, character: 14 }, end: { line: 2, character: 15 } }, text: 'X' },
        { range: { start: at, end: at }, text: `\r\n    justification: ${REASON}` },
      ]);
      await server.finds('soa.yaml', RULE, false);
      await server.change('soa.yaml', [
        { range: { start: { line: 7, character: 0 }, end: { line: 8, character: 0 } }, text: '' },
      ]);
      await server.finds('soa.yaml', RULE);
    });

    it('follows files that are created, changed, renamed and deleted', async () => {
      const server = await start([['aims.yaml', AIMS]]);
      folder.write('governance/soa.yaml', soa(''));
      await server.watched(['created', 'governance/soa.yaml']);
      await server.finds('governance/soa.yaml', RULE);
      folder.rename('governance/soa.yaml', 'policies/soa 2 ü.yaml');
      await server.watched(['deleted', 'governance/soa.yaml'], ['created', 'policies/soa 2 ü.yaml']);
      await server.finds('policies/soa 2 ü.yaml', RULE);
      await server.until('the old name is empty', () => server.rules('governance/soa.yaml').length === 0);
      folder.write('policies/soa 2 ü.yaml', soa(REASON));
      await server.watched(['changed', 'policies/soa 2 ü.yaml']);
      await server.finds('policies/soa 2 ü.yaml', RULE, false);
      folder.write('policies/soa 2 ü.yaml', soa(''));
      await server.watched(['changed', 'policies/soa 2 ü.yaml']);
      await server.finds('policies/soa 2 ü.yaml', RULE);
      folder.remove('policies');
      await server.watched(['deleted', 'policies']);
      await server.until(
        'nothing is left of a deleted folder',
        () => server.rules('policies/soa 2 ü.yaml').length === 0,
      );
    });

    it('shows at once what an edit of the baseline silences, and what it no longer does', async () => {
      const entry = `findings:\n  - { rule: ${RULE}, path: soa.yaml, where: A.2.2.justification, reason: agreed }\n`;
      const server = await start();
      await server.finds('soa.yaml', RULE);
      folder.write('aims-baseline.yaml', entry);
      await server.watched(['created', 'aims-baseline.yaml']);
      await server.finds('soa.yaml', RULE, false);
      await server.open('aims-baseline.yaml', entry);
      await server.change('aims-baseline.yaml', entry.replace('reason: agreed', 'until: 2026-01-01, reason: agreed'));
      await server.finds('soa.yaml', RULE);
      await server.finds('aims-baseline.yaml', 'exception/expired');
      await server.close('aims-baseline.yaml');
      await server.finds('soa.yaml', RULE, false);
      folder.remove('aims-baseline.yaml');
      await server.watched(['deleted', 'aims-baseline.yaml']);
      await server.finds('soa.yaml', RULE);
    });

    it('wakes when an aims.yaml appears, and forgets everything when it vanishes', async () => {
      const server = await start([
        ['soa.yaml', soa('')],
        ['notes.md', '# Notes\n'],
      ]);
      folder.write('aims.yaml', AIMS);
      await server.watched(['created', 'aims.yaml']);
      await server.finds('soa.yaml', RULE);
      folder.remove('aims.yaml');
      await server.watched(['deleted', 'aims.yaml']);
      await server.until('no findings at all', () => server.all().size === 0);
    });

    it('reads no file where there is no AIMS', async () => {
      const server = await start([
        ['soa.yaml', soa('')],
        ['a/b.md', '# Text\n'],
      ]);
      const undeclared = soa('').replace(/^kind:.*\n/, '');
      await server.open('soa.yaml', undeclared);
      equal(await server.at('textDocument/hover', 'soa.yaml', 4, 9), null);
      deepEqual(server.published, []);
      // What says itself what it is gets the features of a single file, out of the editor's text alone.
      await server.change('soa.yaml', soa(''));
      ok(await server.at('textDocument/hover', 'soa.yaml', 5, 9));
      equal(server.asked.read, 0);
    });

    it('keeps a root inside a root apart, and takes its files back when its aims.yaml goes', async () => {
      const server = await start([...FILES, ['team/aims.yaml', AIMS], ['team/soa.yaml', soa('')]]);
      await server.finds('soa.yaml', RULE);
      await server.finds('team/soa.yaml', RULE);
      // Two statements in one root would name each other; in two roots they do not.
      const alone = server.rules('soa.yaml').join();
      folder.remove('team/aims.yaml');
      await server.watched(['deleted', 'team/aims.yaml']);
      await server.until('the outer root sees both', () => server.rules('soa.yaml').join() !== alone);
      await server.finds('team/soa.yaml', RULE);
      folder.write('team/aims.yaml', AIMS);
      await server.watched(['created', 'team/aims.yaml']);
      await server.until('they are apart again', () => server.rules('soa.yaml').join() === alone);
      await server.finds('team/soa.yaml', RULE);
    });

    it('follows folders that are added and removed', async () => {
      const server = await start(
        [
          ['one/aims.yaml', AIMS],
          ['one/soa.yaml', soa('')],
          ['two/aims.yaml', AIMS],
          ['two/soa.yaml', soa('')],
        ],
        ['one'],
      );
      await server.finds('one/soa.yaml', RULE);
      equal(server.diagnostics('two/soa.yaml'), undefined);
      const [one, two] = ['one', 'two'].map((name) => ({ uri: server.uri(name), name }));
      await server.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
        event: { added: [two], removed: [one] },
      });
      await server.finds('two/soa.yaml', RULE);
      await server.until('the first folder is empty', () => server.rules('one/soa.yaml').length === 0);
    });

    it('answers at once about the text as it is now, even before it was checked', async () => {
      const server = await start();
      await server.finds('soa.yaml', RULE);
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
      const server = await start();
      await server.finds('soa.yaml', RULE);
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
      const server = await start();
      await server.finds('soa.yaml', RULE);
      const status = await server.stop();
      if (transport === 'stdio') equal(status, 0);
    });

    if (transport === 'stdio') {
      it('ends with status 1 where it was not asked to shut down, and when its client is gone', async () => {
        const server = await start();
        equal(await server.stop(false), 1);
      });
    }
  });

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
