import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { AimsExtension, type TestAccess } from '../activate';
import type { Host } from '../host';
import { AimsTasks } from '../tasks';
import { findProgram } from './program';

function nodeHost(context: ExtensionContext): Host {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server-node.js').fsPath;
  return {
    // Also in a remote window: inside the remote host its files are `file:` ones.
    ownSchemes: ['file'],
    today: process.env.AIMS_TODAY,
    async makeServer(options) {
      const run = { module, transport: TransportKind.ipc };
      const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6042'] } };
      return { client: new LanguageClient('aims', 'AIMS', { run, debug }, options), end: () => {} };
    },
    offerTasks: () => new AimsTasks(findProgram),
  };
}

// VS Code calls `deactivate` without saying what it had activated.
let running: AimsExtension | undefined;

/** Called by VS Code when the extension is needed. */
export function activate(context: ExtensionContext): TestAccess {
  running = new AimsExtension(context, nodeHost(context));
  return running.testAccess();
}

/** Called by VS Code when the extension host ends. */
export async function deactivate(): Promise<void> {
  await running?.stop();
  running = undefined;
}
