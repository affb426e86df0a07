import { fileURLToPath, pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { DiskFiles } from '../../host/disk-files';
import { rootsBelow } from '../../host/roots';
import { startServer } from '../server';
import { normalUri } from '../uris';

const isFile = (uri: string): boolean => uri.startsWith('file:');

startServer(createConnection(ProposedFeatures.all), {
  pause: () => new Promise((resolve) => setImmediate(resolve)),
  files: (root, folder) => (isFile(root) ? new DiskFiles(fileURLToPath(root), fileURLToPath(folder)) : undefined),
  rootsBelow: (folder) =>
    isFile(folder)
      ? rootsBelow(fileURLToPath(folder)).then((roots) => roots.map((root) => normalUri(pathToFileURL(root).href)))
      : undefined,
});
