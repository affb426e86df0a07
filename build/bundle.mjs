// Makes `dist/`: one file for each way the engine is entered.   npm run build
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { build } from 'esbuild';
import { filesBelow, inRoot, isEntry, kilobytes, ROOT, writeWhole } from './files.mjs';
import { GENERATED, generate } from './generate.mjs';

const node = { platform: 'node', format: 'cjs', target: 'node20' };
// Without `worker` first, a browser build of remark is chosen that wants a `document`, which a worker does not have.
const worker = { platform: 'browser', target: 'es2022', conditions: ['worker', 'browser'] };

/** The bundles: what goes in, what comes out, and for which host. */
export const BUNDLES = [
  { entry: 'client/node/activate.ts', out: 'dist/client-node.js', ...node, external: ['vscode'] },
  { entry: 'client/web/activate.ts', out: 'dist/client-web.js', ...worker, format: 'cjs', external: ['vscode'] },
  { entry: 'server/node/main.ts', out: 'dist/server-node.js', ...node },
  { entry: 'server/worker/main.ts', out: 'dist/server-worker.js', ...worker, format: 'iife' },
  { entry: 'cli/main.ts', out: 'dist/cli.js', ...node, banner: { js: '#!/usr/bin/env node' } },
];

/** One build of the YAML library for every host: what the editor reads, the browser and the command line read alike. */
export const ALIAS = { yaml: inRoot('node_modules/yaml/browser/dist/index.js') };

/** Resolves the engine's `gen/…` imports to the packed data. Parsing JSON text is faster than evaluating an object. */
export const generatedData = {
  name: 'generated-data',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^gen\/[a-z0-9-]+$/ }, ({ path }) => {
      const name = path.slice('gen/'.length);
      const file = ['json', 'js'].map((ending) => inRoot(GENERATED, `${name}.${ending}`)).find(existsSync);
      if (file) return { path: file };
      return { errors: [{ text: `There is no generated data "${path}": see build/generate.mjs.` }] };
    });
    onLoad({ filter: /[\\/]\.build[\\/]gen[\\/][^\\/]+\.json$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      return { contents: `export default JSON.parse(${JSON.stringify(text)});`, loader: 'js' };
    });
  },
};

/** What is made from data: the packs and the check of `aims.yaml`; and tables of words: of the document kinds, of HTML entities. */
const isData = (path) =>
  path.startsWith(GENERATED) || /^schemas\/|^engine\/kinds\/(?:documents|fields)\/|\/character-entities\//.test(path);

/** Bytes in a bundle that are ours, libraries' and data, from esbuild's account; `report` is the part of ours that makes papers. */
export function shares(metafile, out) {
  const sums = { ours: 0, libraries: 0, data: 0, report: 0 };
  for (const [path, { bytesInOutput }] of Object.entries(metafile.outputs[out].inputs)) {
    if (isData(path)) sums.data += bytesInOutput;
    else if (path.includes('node_modules/')) sums.libraries += bytesInOutput;
    else sums.ours += bytesInOutput;
    if (path.startsWith('engine/reports/')) sums.report += bytesInOutput;
  }
  return sums;
}

async function bundle({ entry, out, ...options }) {
  const { outputFiles, metafile, warnings } = await build({
    entryPoints: [entry],
    outfile: out,
    absWorkingDir: ROOT,
    bundle: true,
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    metafile: true,
    write: false,
    logLevel: 'silent',
    alias: ALIAS,
    plugins: [generatedData],
    ...options,
  });
  for (const { text, location } of warnings) console.log(`warning: ${text} (${location?.file}:${location?.line})`);
  for (const file of outputFiles) writeWhole(file.path, file.contents);
  writeWhole(`.build/meta/${basename(out)}.json`, JSON.stringify(metafile));
  const bytes = outputFiles[0].contents.length;
  const { ours, libraries, data, report } = shares(metafile, out);
  const parts = `${kilobytes(ours)} ours, ${kilobytes(libraries)} libraries, ${kilobytes(data)} data`;
  const line = `${out.padEnd(24)} ${kilobytes(bytes).padStart(10)}   ${parts}`;
  return { line, size: { bytes, ours, libraries, data, report } };
}

/** Generates, then makes every bundle. Throws with esbuild's own message where one cannot be made. */
export async function buildAll({ say = console.log } = {}) {
  for (const path of await generate()) say(`written ${path}`);
  const failures = [];
  const sizes = {};
  for (const each of BUNDLES) {
    try {
      const { line, size } = await bundle(each);
      sizes[each.out] = size;
      say(line);
    } catch (error) {
      failures.push(`${each.out}: ${error.message}`);
    }
  }
  writeWhole('.build/meta/sizes.json', JSON.stringify(sizes));
  if (failures.length) throw new Error(failures.join('\n'));
  return filesBelow('dist');
}

if (isEntry(import.meta.url)) {
  try {
    await buildAll();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
