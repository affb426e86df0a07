// Listing, hashing and writing files: what every step of the build does alike.
import { createHash } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The folder of the project. */
export const ROOT = resolve(import.meta.dirname, '..');

/** An absolute path from one relative to the project. */
export const inRoot = (...parts) => join(ROOT, ...parts);

/** Every file below a folder of the project (or the file itself), relative to the project, with `/`, sorted. */
export function filesBelow(start, accept = () => true) {
  const found = [];
  const visit = (path) => {
    const stat = statSync(inRoot(path), { throwIfNoEntry: false });
    if (stat?.isFile() && accept(path)) found.push(path);
    if (!stat?.isDirectory()) return;
    for (const name of readdirSync(inRoot(path))) if (name !== 'node_modules') visit(`${path}/${name}`);
  };
  visit(start);
  return found.sort();
}

/** Reads a file of the project as text. */
export const readText = (path) => readFileSync(inRoot(path), 'utf8');

/** Writes a file whole or not at all, and only if it differs: somebody else may be reading it. Says whether it wrote. */
export function writeWhole(path, content) {
  const target = resolve(ROOT, path);
  const bytes = Buffer.from(content);
  try {
    if (readFileSync(target).equals(bytes)) return false;
  } catch {
    // it is not there yet
  }
  mkdirSync(dirname(target), { recursive: true });
  const draft = `${target}.${process.pid}.tmp`;
  writeFileSync(draft, bytes);
  renameSync(draft, target);
  return true;
}

/** One hash over the names and contents of files and folders of the project. */
export function contentStamp(starts) {
  const hash = createHash('sha256');
  for (const path of starts.flatMap((start) => filesBelow(start))) {
    const bytes = readFileSync(inRoot(path));
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

/** Removes a folder, also one that somebody is just closing. */
export const removeFolder = (path) => rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });

/** `12.3 kB` */
export const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** Is this module (its `import.meta.url`) the program that was started, rather than imported by one? */
export const isEntry = (url) => Boolean(process.argv[1]) && pathToFileURL(realpathSync(process.argv[1])).href === url;
