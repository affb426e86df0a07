// A bare client for any language server on stdio, so that both sides are measured by the same code.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { createProtocolConnection, StreamMessageReader, StreamMessageWriter } = createRequire(import.meta.url)(
  'vscode-languageserver-protocol/node',
);

export class Client {
  #process;
  #waiting = [];

  constructor(args, settings = () => null) {
    this.#process = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'ignore'] });
    this.connection = createProtocolConnection(
      new StreamMessageReader(this.#process.stdout),
      new StreamMessageWriter(this.#process.stdin),
    );
    this.connection.onNotification('textDocument/publishDiagnostics', (params) => {
      for (const waiting of [...this.#waiting]) if (waiting.wants(params)) waiting.done();
    });
    this.connection.onRequest('workspace/configuration', ({ items }) => items.map(settings));
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onUnhandledNotification(() => undefined);
    this.connection.listen();
  }

  /** Milliseconds until `initialize` is answered, the start of the process included. */
  async initialize(rootUri, initializationOptions) {
    const since = performance.now();
    await this.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri,
      workspaceFolders: rootUri ? [{ uri: rootUri, name: 'bench' }] : null,
      capabilities: {
        workspace: { configuration: true },
        textDocument: { completion: { completionItem: { snippetSupport: true } } },
      },
      initializationOptions,
    });
    const taken = performance.now() - since;
    await this.connection.sendNotification('initialized', {});
    return taken;
  }

  /** Milliseconds from a notification to the diagnostics it leads to. */
  async until(wants, method, params) {
    const since = performance.now();
    const published = new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${method}: no diagnostics within two minutes`)), 120_000);
      const waiting = {
        wants,
        done: () => {
          clearTimeout(timer);
          this.#waiting = this.#waiting.filter((other) => other !== waiting);
          resolve(performance.now() - since);
        },
      };
      this.#waiting.push(waiting);
    });
    if (method) await this.connection.sendNotification(method, params);
    return published;
  }

  /** Milliseconds until a request is answered. */
  async ask(method, params) {
    const since = performance.now();
    const answer = await this.connection.sendRequest(method, params);
    return { taken: performance.now() - since, answer };
  }

  /** Megabytes the server holds now; undefined where the system does not tell. */
  get memory() {
    try {
      return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.#process.pid}/status`, 'utf8'))?.[1]) / 1024;
    } catch {
      return undefined;
    }
  }

  end() {
    this.connection.dispose();
    this.#process.kill();
  }
}
