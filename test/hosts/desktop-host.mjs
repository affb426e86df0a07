// Runs the suite inside the extension host of a desktop VS Code.
//   node test/hosts/desktop-host.mjs --executable <VS Code> [--suite folder] [--workspace folder]
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { runTests } from '@vscode/test-electron';
import { inRoot, ROOT, removeFolder } from '../../build/files.mjs';
import { SETTINGS, TODAY } from './editor-server.mjs';
import { copyWorkspace, DEFAULTS, requireFolder } from './host-page.mjs';
import { bundleSuite } from './suite-bundle.mjs';

const { values } = parseArgs({ options: { ...DEFAULTS, executable: { type: 'string' } } });
requireFolder(values.workspace);
const scratch = mkdtempSync(join(tmpdir(), 'aims-desktop-'));
try {
  const workspace = join(scratch, basename(values.workspace));
  copyWorkspace(values.workspace, workspace);
  mkdirSync(join(scratch, 'user/User'), { recursive: true });
  writeFileSync(join(scratch, 'user/User/settings.json'), JSON.stringify(SETTINGS));
  const tests = await bundleSuite('node', inRoot('.build/hosts/desktop/index.js'), values.suite);
  const folders = ['--user-data-dir', join(scratch, 'user'), '--extensions-dir', join(scratch, 'extensions')];
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  process.exitCode = await runTests({
    vscodeExecutablePath: values.executable,
    extensionDevelopmentPath: ROOT,
    extensionTestsPath: tests,
    extensionTestsEnv: { AIMS_TODAY: TODAY },
    launchArgs: [workspace, ...folders, '--disable-extensions', '--skip-welcome', ...asRoot],
  });
} finally {
  removeFolder(scratch);
}
