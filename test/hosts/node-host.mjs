// Runs the suite inside the Node extension host of the embedded VS Code, with the packaged extension as a user has it.
//   node test/hosts/node-host.mjs [--vsix file] [--suite folder] [--workspace folder]
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { inRoot } from '../../build/files.mjs';
import { startChromium } from './chromium.mjs';
import { startEditorServer } from './editor-server.mjs';
import { automate, DEFAULTS, requireFolder } from './host-page.mjs';
import { bundleSuite } from './suite-bundle.mjs';

const { values } = parseArgs({ options: DEFAULTS });
requireFolder(values.workspace);

// An extension under development is what makes VS Code run tests; this one has nothing in it but the tests.
const carrier = inRoot('.build/hosts/node');
mkdirSync(carrier, { recursive: true });
const manifest = { name: 'aims-host-tests', publisher: 'aims-editor', version: '0.0.0', engines: { vscode: '*' } };
writeFileSync(join(carrier, 'package.json'), JSON.stringify(manifest));
const tests = await bundleSuite('node', join(carrier, 'index.js'), values.suite);

const server = await startEditorServer({ vsix: values.vsix, automation: true });
let browser;
try {
  console.log(`VS Code ${server.version}, Node extension host`);
  browser = await startChromium(join(server.scratch, 'profile'));
  const payload = [
    ['extensionDevelopmentPath', server.uri(carrier)],
    ['extensionTestsPath', server.uri(tests)],
    ['skipWelcome', 'true'],
  ];
  const workspace = server.copyOf(values.workspace);
  process.exitCode = await automate(browser, server.address(workspace, payload), `127.0.0.1:${server.port}`);
} finally {
  await browser?.close();
  await server.dispose();
}
