// A language client for tests: the real server in a process of its own, or the browser's bundle in a worker.
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createProtocolConnection,
  type DataCallback,
  type Diagnostic,
  type Disposable,
  FileChangeType,
  type InitializeResult,
  type Message,
  type MessageReader,
  type MessageWriter,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol/node';
import { coverageChanged, listFiles, readFiles } from '../../server/protocol';
import { filesBelow } from './folders';
import { TODAY } from './memory-workspace';
import type { TestFolder } from './test-folder';

/** Which server: the process that desktops start, or the worker that browsers start. */
export type Transport = 'stdio' | 'worker';

const PROGRAMS = { stdio: 'dist/server-node.js', worker: 'dist/server-worker.js' } as const;

/** How long a test waits for a message that does not come, in milliseconds. */
const PATIENCE = 18_000;

/** Runs the worker's bundle where there is nothing but what a browser's worker has. */
const WORKER = `
const { parentPort, workerData } = require('node:worker_threads');
const { readFileSync } = require('node:fs');
const vm = require('node:vm');
const scope = { MessageChannel, TextDecoder, TextEncoder, URL, atob, btoa, clearInterval, clearTimeout, console, crypto, performance, queueMicrotask, setInterval, setTimeout, structuredClone };
scope.postMessage = (message) => parentPort.postMessage(message);
scope.addEventListener = () => undefined;
scope.self = scope;
vm.createContext(scope);
vm.runInContext(readFileSync(workerData, 'utf8'), scope, { filename: workerData });
parentPort.on('message', (data) => scope.onmessage({ data }));
`;

class WorkerReader extends AbstractMessageReader implements MessageReader {
  readonly #worker: Worker;

  constructor(worker: Worker) {
    super();
    this.#worker = worker;
    worker.on('error', (error) => this.fireError(error));
    worker.on('exit', () => this.fireClose());
  }

  listen(callback: DataCallback): Disposable {
    this.#worker.on('message', callback);
    return { dispose: () => void this.#worker.off('message', callback) };
  }
}

class WorkerWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #worker: Worker;

  constructor(worker: Worker) {
    super();
    this.#worker = worker;
  }

  write(message: Message): Promise<void> {
    this.#worker.postMessage(message);
    return Promise.resolve();
  }

  end(): void {
    // The worker ends when it is terminated.
  }
}

/** One server with one client that has some folders open. */
export class LanguageClient {
  readonly connection: ProtocolConnection;
  /** Every publication, oldest first. */
  readonly published: PublishDiagnosticsParams[] = [];
  /** How often the server asked the client to list or read. */
  readonly asked = { list: 0, read: 0 };
  /** Folders that this client says it cannot list. */
  unlisted: readonly string[] = [];
  /** What the server wrote to its log. */
  readonly log: string[] = [];
  initialized: InitializeResult | undefined;
  readonly #folder: TestFolder;
  readonly #scheme: string;
  readonly #diagnostics = new Map<string, Diagnostic[]>();
  readonly #versions = new Map<string, number>();
  readonly #process: ChildProcess | undefined;
  readonly #worker: Worker | undefined;
  readonly #exited: Promise<number | null>;
  #watchers: (() => void)[] = [];

  private constructor(transport: Transport, folder: TestFolder, program: string) {
    this.#folder = folder;
    let reader: MessageReader;
    let writer: MessageWriter;
    if (transport === 'stdio') {
      const child = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
      child.stderr.on('data', (text) => this.log.push(String(text)));
      this.#process = child;
      this.#exited = new Promise((resolve) => child.once('exit', resolve));
      reader = new StreamMessageReader(child.stdout);
      writer = new StreamMessageWriter(child.stdin);
      this.#scheme = 'file';
    } else {
      const worker = new Worker(WORKER, { eval: true, workerData: program });
      this.#worker = worker;
      this.#exited = new Promise((resolve) => worker.once('exit', resolve));
      reader = new WorkerReader(worker);
      writer = new WorkerWriter(worker);
      this.#scheme = 'test-fs';
    }
    this.connection = createProtocolConnection(reader, writer);
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
      this.#diagnostics.set(params.uri, params.diagnostics);
      this.#look();
    });
    this.connection.onNotification(coverageChanged, () => this.#look());
    this.connection.onNotification(
      'window/logMessage',
      ({ message }: { message: string }) => void this.log.push(message),
    );
    this.connection.onRequest(listFiles, ({ folder: uri, most }) => {
      this.asked.list++;
      const files = [...filesBelow(this.#pathOf(uri)).keys()].filter(
        (path) => !/(?:^|\/)(?:node_modules|\.git|dist|build|vendor)\//.test(path),
      );
      const locked = this.unlisted.map((path) => this.uri(path)).filter((other) => other.startsWith(`${uri}/`));
      const hidden = (path: string) => locked.some((folder) => `${uri}/${encode(path)}`.startsWith(`${folder}/`));
      return {
        files: files
          .filter((path) => !hidden(path))
          .slice(0, most)
          .map((path) => ({ uri: `${uri}/${encode(path)}`, size: statSync(join(this.#pathOf(uri), path)).size })),
        unlisted: locked.map((folder) => ({ uri: folder, why: 'NoPermissions' })),
      };
    });
    this.connection.onRequest(readFiles, ({ uris }) => {
      this.asked.read++;
      return uris.map((uri) => {
        try {
          const path = this.#pathOf(uri);
          return path.startsWith(this.#folder.path) ? readFileSync(path).toString('base64') : null;
        } catch {
          return null;
        }
      });
    });
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onUnhandledNotification(() => undefined);
    this.connection.listen();
  }

  /** Starts a server on a folder; `folders` are paths below it that are open, the folder itself unless given; `program` replaces the built one. `unlisted` are folders that the client cannot list. */
  static async start(
    transport: Transport,
    folder: TestFolder,
    folders: readonly string[] = [''],
    today = TODAY,
    program: string = PROGRAMS[transport],
    unlisted: readonly string[] = [],
  ): Promise<LanguageClient> {
    const client = new LanguageClient(transport, folder, program);
    client.unlisted = unlisted;
    client.initialized = await client.connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: {
        textDocument: {
          completion: { completionItem: { snippetSupport: true } },
          codeAction: {
            resolveSupport: { properties: ['edit'] },
            codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
            dataSupport: true,
          },
          publishDiagnostics: { versionSupport: true, relatedInformation: true },
        },
        workspace: {
          workspaceFolders: true,
          workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
        },
      },
      initializationOptions: { ownSchemes: transport === 'stdio' ? ['file'] : [], today },
      workspaceFolders: folders.map((path) => ({ uri: client.uri(path), name: path || 'test' })),
    });
    await client.connection.sendNotification('initialized', {});
    return client;
  }

  /** The URI of a path below the folder. */
  uri(path: string): string {
    const base = `${this.#scheme}://${pathToFileURL(this.#folder.path).pathname}`;
    return path === '' ? base : `${base}/${encode(path)}`;
  }

  /** What is published for a path now; undefined before the first publication. */
  diagnostics(path: string): readonly Diagnostic[] | undefined {
    const uri = this.uri(path);
    return (
      this.#diagnostics.get(uri) ??
      [...this.#diagnostics].find(([other]) => decodeURIComponent(other) === decodeURIComponent(uri))?.[1]
    );
  }

  /** The rules found in a path now. */
  rules(path: string): string[] {
    return (this.diagnostics(path) ?? []).map(({ code }) => String(code));
  }

  /** Everything published now, by path below the folder; paths without findings are left out. */
  all(): Map<string, readonly Diagnostic[]> {
    const base = decodeURIComponent(this.uri(''));
    return new Map(
      [...this.#diagnostics]
        .filter(([, list]) => list.length > 0)
        .map(([uri, list]) => [decodeURIComponent(uri).slice(base.length + 1), list] as const),
    );
  }

  /** Waits for messages until something holds; fails with what was published, where it never does. */
  until(what: string, holds: () => boolean): Promise<void> {
    if (holds()) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer);
        this.#watchers = this.#watchers.filter((other) => other !== look);
      };
      const look = () => {
        if (!holds()) return;
        stop();
        resolve();
      };
      const timer = setTimeout(() => {
        stop();
        const state = [...this.all()].map(([path, list]) => `${path}: ${list.map(({ code }) => code).join(', ')}`);
        reject(new Error(`waited in vain: ${what}\n${state.join('\n')}\n${this.log.join('\n')}`));
      }, PATIENCE);
      this.#watchers.push(look);
    });
  }

  /** Waits until a rule is found in a path, or is not. */
  finds(path: string, rule: string, found = true): Promise<void> {
    return this.until(
      `${found ? '' : 'no '}${rule} in ${path}`,
      () => this.diagnostics(path) !== undefined && this.rules(path).includes(rule) === found,
    );
  }

  async open(path: string, text: string, languageId = path.endsWith('.md') ? 'markdown' : 'yaml'): Promise<void> {
    this.#versions.set(path, 1);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: this.uri(path), languageId, version: 1, text },
    });
  }

  /** Replaces the text of an open document, or parts of it. */
  async change(path: string, change: string | TextDocumentContentChangeEvent[]): Promise<number> {
    const version = (this.#versions.get(path) ?? 0) + 1;
    this.#versions.set(path, version);
    const contentChanges = typeof change === 'string' ? [{ text: change }] : change;
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri(path), version },
      contentChanges,
    });
    return version;
  }

  async close(path: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.uri(path) } });
  }

  /** Tells of files that were created, changed or deleted. */
  async watched(...changes: readonly (readonly ['created' | 'changed' | 'deleted', string])[]): Promise<void> {
    const types = { created: FileChangeType.Created, changed: FileChangeType.Changed, deleted: FileChangeType.Deleted };
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: changes.map(([type, path]) => ({ uri: this.uri(path), type: types[type] })),
    });
  }

  /** Sends a request about a position. */
  at<Result>(method: string, path: string, line: number, character: number, more: object = {}): Promise<Result> {
    return this.connection.sendRequest<Result>(method, {
      textDocument: { uri: this.uri(path) },
      position: { line, character },
      ...more,
    });
  }

  /** Ends the server as an editor does; gives the exit status. */
  async stop(politely = true): Promise<number | null> {
    if (politely) await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    // A worker has no process to end: its host ends it.
    if (this.#worker) await this.#worker.terminate();
    const status = await this.#exited;
    this.connection.dispose();
    return status;
  }

  /** Ends the server whatever it does. */
  kill(): void {
    this.#process?.kill('SIGKILL');
    void this.#worker?.terminate();
  }

  #look(): void {
    for (const watcher of [...this.#watchers]) watcher();
  }

  #pathOf(uri: string): string {
    return fileURLToPath(uri.replace(/^[^:]+:/, 'file:'));
  }
}

function encode(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
