// Installs the project's development dependencies where they are missing or not the ones locked. Uses Node's own modules only.
import { existsSync, readFileSync } from 'node:fs';
import { inRoot, ROOT } from './files.mjs';

const json = (path) => JSON.parse(readFileSync(inRoot(path), 'utf8'));

/** Is everything that package.json names installed in the version that the lock file says? */
export function dependenciesInstalled() {
  // npm writes this list last: without it an installation was interrupted.
  if (!existsSync(inRoot('node_modules/.package-lock.json'))) return false;
  const { packages } = json('package-lock.json');
  return Object.keys(json('package.json').devDependencies).every((name) => {
    const folder = `node_modules/${name}`;
    return (
      existsSync(inRoot(folder, 'package.json')) && json(`${folder}/package.json`).version === packages[folder]?.version
    );
  });
}

/** The command line that runs this machine's npm. */
export function npmCommand() {
  // Set by npm itself when it runs a script; naming the file works on Windows too, where `npm` is a batch file.
  const own = process.env.npm_execpath;
  if (own && /npm-cli\.[cm]?js$/.test(own)) return [process.execPath, own];
  return process.platform === 'win32' ? ['npm.cmd'] : ['npm'];
}

/** Runs `npm ci` unless everything is there. Throws when it fails. */
export async function ensureDependencies(processes, say = console.log) {
  if (dependenciesInstalled()) return;
  say('Installing the development dependencies (npm ci) …');
  const [command, ...first] = npmCommand();
  const { code, reason } = await processes.run(command, [...first, 'ci', '--no-audit', '--no-fund'], {
    cwd: ROOT,
    shell: command.endsWith('.cmd'),
    limitSeconds: 600,
  });
  if (code !== 0) throw new Error(`npm ci failed (${reason ?? `exit ${code}`}).`);
}
