// A real VS Code server (the embedded one) with the packaged extension in it, on scratch folders of its own.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { ensureEmbeddedEditor, NO_MARKETPLACE } from '../../build/embedded-vscode.mjs';
import { removeFolder } from '../../build/files.mjs';
import { endFamily, Processes } from '../../build/processes.mjs';
import { copyWorkspace } from './host-page.mjs';

/** The day of every test that can set one: the examples are written for it. */
export const TODAY = '2026-11-20';

/** The user settings that every window of a test starts with. */
export const SETTINGS = {
  'security.workspace.trust.enabled': false,
  // The theme follows the colours of the system, which a page can change while it is open (window.mjs).
  'window.autoDetectColorScheme': true,
  'workbench.preferredLightColorTheme': 'Default Light Modern',
  'workbench.preferredDarkColorTheme': 'Default Dark Modern',
  'workbench.startupEditor': 'none',
  'editor.minimap.enabled': false,
  'explorer.autoReveal': false,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.openRepositoryInParentFolders': 'never',
  'chat.commandCenter.enabled': false,
};

/** Starts the server. `automation` lets a page run a test suite in the extension host; it also hides notifications. */
export async function startEditorServer({ vsix, automation = false, settings = {} }) {
  const { node, server, version } = ensureEmbeddedEditor();
  const scratch = mkdtempSync(join(tmpdir(), 'aims-editor-'));
  const processes = new Processes();
  const env = { AIMS_TODAY: TODAY, ...process.env, ...NO_MARKETPLACE };
  const main = join(server, 'out/server-main.js');
  const folders = ['--server-data-dir', join(scratch, 'server'), '--user-data-dir', join(scratch, 'user')];
  folders.push('--extensions-dir', join(scratch, 'extensions'));

  const dispose = async () => {
    await processes.endAll();
    removeFolder(scratch);
  };
  const setSettings = (changes) => {
    mkdirSync(join(scratch, 'user/User'), { recursive: true });
    writeFileSync(
      join(scratch, 'user/User/settings.json'),
      JSON.stringify({ ...SETTINGS, ...settings, ...changes }, null, 2),
    );
  };
  try {
    setSettings({});
    execFileSync(node, [main, '--install-extension', resolve(vsix), '--force', ...folders], { env, stdio: 'pipe' });
    const args = [
      main,
      '--host',
      '127.0.0.1',
      '--port',
      '0',
      '--without-connection-token',
      '--accept-server-license-terms',
    ];
    if (automation) args.push('--enable-smoke-test-driver');
    const child = processes.start(node, [...args, '--telemetry-level', 'off', ...folders], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const port = await listening(child);
    const copies = [];
    return {
      version,
      port,
      scratch,
      setSettings,
      /** Copies a folder, so that a test may write into it, and returns the copy. */
      copyOf(folder) {
        const copy = join(scratch, 'workspaces', String(copies.length), basename(folder));
        copies.push(copy);
        return copyWorkspace(folder, copy);
      },
      address(folder, payload = []) {
        const query = new URLSearchParams({ folder, ...(payload.length && { payload: JSON.stringify(payload) }) });
        return `http://127.0.0.1:${port}/?${query}`;
      },
      uri: (path) => `vscode-remote://127.0.0.1:${port}${path}`,
      end: () => endFamily(child.pid),
      dispose,
    };
  } catch (error) {
    await dispose();
    throw error;
  }
}

function listening(child) {
  return new Promise((resolvePort, reject) => {
    let log = '';
    const read = (chunk) => {
      log += chunk;
      const port = /Extension host agent listening on (\d+)/.exec(log)?.[1];
      if (port) resolvePort(Number(port));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) =>
      reject(new Error(`the VS Code server ended (${code}) before it listened:\n${log.slice(-2000)}`)),
    );
    child.once('error', reject);
  });
}
