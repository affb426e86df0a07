// `aims lsp --stdio` and clients that can less than VS Code: what they say of themselves decides what they get.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type CodeAction,
  type Command,
  createProtocolConnection,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { AIMS, MISSING_JUSTIFICATION, UNAPPROVED_STATEMENT } from '../support/small-texts';
import { TestFolder } from '../support/test-folder';

const POLICY = '---\nkind: policy\nid: POL-1\n---\n# Policy\n\nSee [oversight](Human.md).\n';
const HUMAN = '---\nkind: policy\nid: POL-2\n---\n# Human oversight policy\n';
const FILES = [
  ['aims.yaml', AIMS],
  ['soa.yaml', UNAPPROVED_STATEMENT],
  ['policies/policy.md', POLICY],
  ['policies/human.md', HUMAN],
] as const;
const MISMATCH = 'reference/case-mismatch';

class PlainClient {
  readonly connection: ProtocolConnection;
  readonly edits: WorkspaceEdit[] = [];
  readonly unknown: string[] = [];
  readonly registered: string[] = [];
  readonly messages: string[] = [];
  readonly exited: Promise<number | null>;
  result: InitializeResult | undefined;
  readonly #process: ChildProcess;
  readonly #rules = new Map<string, string[]>();
  #watchers: (() => void)[] = [];

  constructor(readonly folder: TestFolder) {
    const child = spawn(process.execPath, ['dist/cli.js', 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#process = child;
    this.exited = new Promise((resolve) => child.once('exit', resolve));
    this.connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    this.connection.onNotification(
      'textDocument/publishDiagnostics',
      ({ uri, diagnostics }: PublishDiagnosticsParams) => {
        this.#rules.set(
          decodeURIComponent(uri),
          diagnostics.map(({ code }) => String(code)),
        );
        for (const look of [...this.#watchers]) look();
      },
    );
    this.connection.onNotification(
      'window/showMessage',
      ({ message }: { message: string }) => void this.messages.push(message),
    );
    this.connection.onRequest('workspace/applyEdit', ({ edit }: { edit: WorkspaceEdit }) => {
      this.edits.push(edit);
      return { applied: true };
    });
    this.connection.onRequest('client/registerCapability', (params: { registrations: { method: string }[] }) => {
      this.registered.push(...params.registrations.map(({ method }) => method));
      return null;
    });
    this.connection.onUnhandledNotification(({ method }) => void this.unknown.push(method));
    this.connection.listen();
  }

  async start(params: Partial<InitializeParams>): Promise<this> {
    this.result = await this.connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: null,
      capabilities: {},
      ...params,
      initializationOptions: { today: '2026-11-20' },
    });
    await this.connection.sendNotification('initialized', {});
    return this;
  }

  uri(path: string): string {
    return pathToFileURL(join(realpathSync(this.folder.path), path)).href;
  }

  async open(path: string): Promise<void> {
    const text = readFileSync(join(this.folder.path, path), 'utf8');
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: this.uri(path), languageId: path.endsWith('.md') ? 'markdown' : 'yaml', version: 1, text },
    });
  }

  finds(path: string, rule: string, found = true): Promise<void> {
    const holds = () => this.#rules.get(decodeURIComponent(this.uri(path)))?.includes(rule) === found;
    if (holds()) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new Error(`waited in vain for ${rule} in ${path}: ${JSON.stringify([...this.#rules])}`));
      }, 15_000);
      this.#watchers.push(() => {
        if (!holds()) return;
        clearTimeout(timer);
        resolve();
      });
    });
  }

  actions<Result>(path: string, line: number, character: number): Promise<Result[]> {
    const at = { line, character };
    return this.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: this.uri(path) },
      range: { start: at, end: at },
      context: { diagnostics: [] },
    });
  }

  kill(): void {
    this.connection.dispose();
    this.#process.kill('SIGKILL');
  }
}

describe('a client that is not VS Code', () => {
  let client: PlainClient;
  const start = (
    params: (client: PlainClient) => Partial<InitializeParams>,
    files: typeof FILES | readonly (readonly [string, string])[] = FILES,
  ) => {
    client = new PlainClient(new TestFolder(files));
    return client.start(params(client));
  };

  afterEach(() => {
    client.kill();
    client.folder.dispose();
  });

  for (const [how, params] of [
    ['rootUri', (one: PlainClient) => ({ rootUri: one.uri('') })],
    ['rootPath', (one: PlainClient) => ({ rootPath: realpathSync(one.folder.path) })],
    ['no folder left among its folders', (one: PlainClient) => ({ workspaceFolders: [], rootUri: one.uri('') })],
  ] as const) {
    it(`names its folder with ${how}`, async () => {
      await start(params);
      await client.finds('soa.yaml', MISSING_JUSTIFICATION);
    });
  }

  it('names no folder at all: the root above an opened file is found', async () => {
    await start(() => ({}));
    await client.open('policies/policy.md');
    await client.finds('policies/policy.md', MISMATCH);
    await client.finds('soa.yaml', MISSING_JUSTIFICATION);
  });

  it('gets nothing that only our own client knows', async () => {
    await start((one) => ({ rootUri: one.uri('') }));
    await client.finds('soa.yaml', MISSING_JUSTIFICATION);
    await client.connection.sendRequest('workspace/symbol', { query: '' });
    deepEqual(client.unknown, []);
    deepEqual(client.registered, []);
    equal(client.result?.capabilities.positionEncoding, 'utf-16');
    deepEqual(client.result?.capabilities.executeCommandProvider?.commands, ['aims.applyAction', 'aims.explainRule']);
  });

  it('without code action literals gets commands, and the server has it apply the edit', async () => {
    await start((one) => ({ rootUri: one.uri('') }));
    await client.finds('policies/policy.md', MISMATCH);
    await client.open('policies/policy.md');
    const offered = await client.actions<Command>('policies/policy.md', 6, 18);
    ok(offered.every(({ command }) => typeof command === 'string'));
    const wanted = offered.find(({ title }) => title.startsWith('Write the real name'));
    ok(wanted, offered.map(({ title }) => title).join(', '));
    await client.connection.sendRequest('workspace/executeCommand', wanted);
    // It cannot take versions of documents, so the plain form is used.
    deepEqual(client.edits, [
      {
        changes: {
          [client.uri('policies/policy.md')]: [
            { range: { start: { line: 6, character: 16 }, end: { line: 6, character: 24 } }, newText: 'human.md' },
          ],
        },
      },
    ]);
    const explain = offered.find(({ title }) => title.startsWith('Explain'));
    await client.connection.sendRequest('workspace/executeCommand', explain);
    match(client.messages[0] ?? '', /^reference\/case-mismatch\nWhat: /);
  });

  it('that can neither resolve nor create gets edits at once, and no action that would do nothing', async () => {
    await start((one) => ({
      rootUri: one.uri(''),
      capabilities: {
        textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
      },
    }));
    await client.finds('soa.yaml', MISSING_JUSTIFICATION);
    await client.open('soa.yaml');
    const offered = await client.actions<CodeAction>('soa.yaml', 5, 9);
    ok(offered.some(({ title, edit }) => title === 'Insert "justification"' && edit?.changes !== undefined));
    ok(offered.every(({ edit, command }) => edit !== undefined || command !== undefined));
    ok(!offered.some(({ title }) => title.startsWith('Create')));
  });

  it('that watches files on request is asked to, and is not told to save', async () => {
    await start((one) => ({
      rootUri: one.uri(''),
      capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
    }));
    await client.finds('soa.yaml', MISSING_JUSTIFICATION);
    await client.connection.sendRequest('workspace/symbol', { query: '' });
    deepEqual(client.registered, ['workspace/didChangeWatchedFiles']);
    deepEqual(client.result?.capabilities.textDocumentSync, { openClose: true, change: 2 });
  });

  it('that watches nothing: a saved file has all looked at again, also a new aims.yaml', async () => {
    await start((one) => ({ rootUri: one.uri('') }), [['soa.yaml', UNAPPROVED_STATEMENT]]);
    await client.open('soa.yaml');
    client.folder.write('aims.yaml', AIMS);
    const saved = { textDocument: { uri: client.uri('aims.yaml') } };
    await client.connection.sendNotification('textDocument/didSave', saved);
    await client.finds('soa.yaml', MISSING_JUSTIFICATION);
    client.folder.write('policies/policy.md', POLICY);
    client.folder.write('policies/human.md', HUMAN);
    await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri: client.uri('soa.yaml') } });
    await client.finds('policies/policy.md', MISMATCH);
  });

  it('says goodbye, or is just gone: the server ends with it', async () => {
    await start((one) => ({ rootUri: one.uri('') }));
    await client.connection.sendRequest('shutdown');
    await client.connection.sendNotification('exit');
    equal(await client.exited, 0);
    const second = new PlainClient(client.folder);
    await second.start({ rootUri: second.uri('') });
    second.connection.end();
    equal(await second.exited, 1);
    second.kill();
  });
});
