import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from '../server';

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
const channel = new MessageChannel();
const waiting: (() => void)[] = [];
// A message to ourselves comes back after all other work of the event loop; timers wait at least four milliseconds.
channel.port1.onmessage = () => waiting.shift()?.();

startServer(createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope)), {
  pause: () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      channel.port2.postMessage(null);
    }),
  files: () => undefined,
  rootsBelow: () => undefined,
  rootAbove: () => undefined,
});
