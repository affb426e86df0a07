// Packs what a user installs: `dist/aims-vscode.vsix`.   npm run package
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { buildAll } from './bundle.mjs';
import { contentStamp, filesBelow, inRoot, isEntry, kilobytes, ROOT, readText, writeWhole } from './files.mjs';

/** The package, relative to the project. */
export const PACKAGE = 'dist/aims-vscode.vsix';
/** The package may not grow beyond this. */
export const PACKAGE_LIMIT = 1_500_000;

const STAMP = '.build/stamps/package';
const RECIPE = 'build/package.mjs';
const IGNORE = '.build/vscodeignore';
/** A copy of what is packed, with a README of its own. */
const COPY = '.build/package';

/** The README without what is only for readers of the repository. */
function packagedReadme() {
  if (!existsSync(inRoot('README.md'))) return '';
  return readText('README.md').replace(/<!-- Not in the package[\s\S]*?<!-- So far\. -->\n+/g, '');
}

/** The pictures that the README shows; others in `docs/images` are for the guides. */
function readmePictures() {
  const text = packagedReadme();
  return [...new Set([...text.matchAll(/docs\/images\/[\w.-]+\.png/g)].map(([path]) => path))];
}

function writeIgnoreFile() {
  const pictures = readmePictures().map((path) => `!${path}\n`);
  writeWhole(IGNORE, readText('.vscodeignore') + pictures.join(''));
  return inRoot(IGNORE);
}

/** The files that stand in the package, relative to the project. */
export async function packagedFiles() {
  const { listFiles } = await import('@vscode/vsce');
  return listFiles({ cwd: ROOT, dependencies: false, ignoreFile: writeIgnoreFile() });
}

/** Packs `dist/` as it is. Throws when the package is larger than it may be. */
export async function pack({ say = console.log } = {}) {
  mkdirSync(inRoot('dist'), { recursive: true });
  const flags = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  if (!existsSync(inRoot('LICENSE'))) flags.push('--skip-license');
  const files = await packagedFiles();
  rmSync(inRoot(COPY), { recursive: true, force: true });
  for (const path of files) cpSync(inRoot(path), inRoot(COPY, path));
  writeWhole(`${COPY}/README.md`, packagedReadme());
  const args = [inRoot('node_modules/@vscode/vsce/vsce'), 'package', ...flags, '--out', inRoot(PACKAGE)];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: inRoot(COPY), encoding: 'utf8' });
  if (status !== 0) throw new Error(`The package could not be made:\n${stdout}${stderr}`);
  const { size } = statSync(inRoot(PACKAGE));
  writeWhole(STAMP, contentStamp([...files, RECIPE]));
  const largest = files
    .map((path) => ({ path, bytes: readFileSync(inRoot(path)).length }))
    .sort((one, other) => other.bytes - one.bytes)
    .slice(0, 8);
  for (const { path, bytes } of largest) say(`${path.padEnd(32)} ${kilobytes(bytes).padStart(10)}`);
  say(`${PACKAGE.padEnd(32)} ${kilobytes(size).padStart(10)}   ${files.length} files`);
  if (size > PACKAGE_LIMIT)
    throw new Error(`${PACKAGE} has ${kilobytes(size)}; it may have ${kilobytes(PACKAGE_LIMIT)}.`);
  return inRoot(PACKAGE);
}

/** Packs `dist/` unless the package was made from these very files. */
export async function ensurePackage({ say = console.log } = {}) {
  const made = existsSync(inRoot(PACKAGE)) && existsSync(inRoot(STAMP));
  if (made && readText(STAMP) === contentStamp([...(await packagedFiles()), RECIPE])) return inRoot(PACKAGE);
  await pack({ say });
  return inRoot(PACKAGE);
}

/** What belongs into the package; a test holds the ignore file to it. */
const WANTED =
  /^(package(\.nls(\.[a-z-]+)?)?\.json|README\.md|CHANGELOG\.md|LICENSE|dist\/(client|server)-[a-z]+\.js|docs\/images\/[\w.-]+\.png|(l10n|media|schemas|snippets|syntaxes)\/.+)$/;

/** Packs, and checks the size and what is in the package: `{ passed, failures }`. */
export async function runPackageSuite() {
  await pack({ say: (line) => console.log(`  ${line}`) });
  const strays = (await packagedFiles()).filter((path) => !WANTED.test(path));
  const title = 'the package holds nothing but what a user needs';
  // A package that is too large has thrown above.
  return { passed: strays.length ? 1 : 2, failures: strays.length ? [{ title, message: strays.join('\n') }] : [] };
}

if (isEntry(import.meta.url)) {
  try {
    await buildAll();
    console.log('');
    await pack();
    if (!filesBelow('LICENSE').length) console.log('There is no LICENSE file: the package has none either.');
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
