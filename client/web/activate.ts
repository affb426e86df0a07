import { type ExtensionContext, Uri, workspace } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { AimsExtension, type TestAccess } from '../activate';
import type { Host } from '../host';

/** An address that a worker can be started from. */
async function workerAddress(extension: Uri): Promise<string> {
  const script = Uri.joinPath(extension, 'dist', 'server-worker.js');
  if (script.scheme === 'http' || script.scheme === 'https') return script.toString(true);
  // A worker knows nothing of `vscode-remote:` and the like: VS Code reads the file for us.
  const bytes = new Uint8Array(await workspace.fs.readFile(script));
  return URL.createObjectURL(new Blob([bytes], { type: 'text/javascript' }));
}

function webHost(context: ExtensionContext): Host {
  return {
    ownSchemes: [],
    today: undefined,
    async makeServer(options) {
      const address = await workerAddress(context.extensionUri);
      let worker: Worker | undefined;
      const end = () => worker?.terminate();
      const start = async () => {
        end();
        worker = new Worker(address, { name: 'AIMS language server' });
        // Not the worker itself: the one that VS Code gives to extensions is no `instanceof Worker`.
        return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
      };
      return { client: new LanguageClient('aims', 'AIMS', start, options), end };
    },
  };
}

// VS Code calls `deactivate` without saying what it had activated.
let running: AimsExtension | undefined;

/** Called by VS Code when the extension is needed. */
export function activate(context: ExtensionContext): TestAccess {
  running = new AimsExtension(context, webHost(context));
  return running.testAccess();
}

/** Called by VS Code when the extension host ends. */
export async function deactivate(): Promise<void> {
  await running?.stop();
  running = undefined;
}
