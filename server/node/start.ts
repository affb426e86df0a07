import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Connection, createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { DiskFiles } from '../../host/disk-files';
import { rootAbove, rootsBelow } from '../../host/roots';
import { startServer } from '../server';
import { normalUri } from '../uris';

const isFile = (uri: string): boolean => uri.startsWith('file:');
const uriOfPath = (path: string): string => normalUri(pathToFileURL(path).href);

/** Starts the server on a connection of a Node process; it reads and lists `file:` itself. */
export function startNodeServer(connection: Connection): void {
  startServer(connection, {
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    files: (root, folder) => (isFile(root) ? new DiskFiles(fileURLToPath(root), fileURLToPath(folder)) : undefined),
    rootsBelow: (folder) =>
      isFile(folder) ? rootsBelow(fileURLToPath(folder)).then((roots) => roots.map(uriOfPath)) : undefined,
    rootAbove: (folder) => {
      const root = isFile(folder) ? rootAbove(fileURLToPath(folder)) : undefined;
      return root === undefined ? undefined : uriOfPath(root);
    },
  });
}

/** Starts it on standard input and output. It ends the process when its client goes. */
export function startOnStandardStreams(): void {
  startNodeServer(createConnection(ProposedFeatures.all, process.stdin, process.stdout));
}
