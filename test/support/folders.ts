import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeText } from '../../engine/text/decode';

/** Every file below a folder by its path from there, as bytes; sorted. */
export function filesBelow(folder: string): Map<string, Uint8Array> {
  if (!existsSync(folder)) return new Map();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort();
  return new Map(paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path))]));
}

/** The same as texts. */
export function textsBelow(folder: string): Map<string, string> {
  return new Map([...filesBelow(folder)].map(([path, bytes]) => [path, decodeText(bytes).text]));
}

/** The example folders of the project. */
export function exampleFolders(): string[] {
  return readdirSync('examples', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `examples/${entry.name}`);
}

/** Documents that people really wrote, where this machine has them. */
export const CORPUS = '../shared/corpus';

/** Texts of the examples and, where it is there, the corpus, with one of these endings. Says when there is no corpus. */
export function realTexts(...endings: readonly string[]): { path: string; text: string }[] {
  const folders = [...exampleFolders(), CORPUS];
  if (!existsSync(CORPUS)) console.log(`      (there is no ${CORPUS} here: only the examples are read)`);
  return folders.flatMap((folder) =>
    [...textsBelow(folder)]
      .filter(([path]) => endings.some((ending) => path.endsWith(ending)))
      .map(([path, text]) => ({ path: `${folder}/${path}`, text })),
  );
}
