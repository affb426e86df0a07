// Bundles the suite's test files, one bundle each, and runs mocha over them in a process of its own.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { build } from 'esbuild';
import { ALIAS, generatedData } from './bundle.mjs';
import { filesBelow, inRoot, ROOT, removeFolder, writeWhole } from './files.mjs';

// Loaded from node_modules as they are: they read their own files, or are programs rather than modules.
const PROGRAMS = ['typescript', 'esbuild', 'mocha', 'playwright-core', '@vscode/*', 'vscode'];

/** The test files outside the editor, or those of them that `wanted` names by a part of their path. */
export function unitTests(wanted = []) {
  const all = filesBelow('test', (path) => path.endsWith('.test.ts') && !path.startsWith('test/hosts/'));
  return wanted.length ? all.filter((path) => wanted.some((part) => path.includes(part.replace(/^\.\//, '')))) : all;
}

const bundleName = (path) => `.build/test/${path.slice('test/'.length, -'.ts'.length)}.cjs`;

async function bundleTests(paths) {
  const { outputFiles } = await build({
    entryPoints: paths,
    outbase: 'test',
    outdir: '.build/test',
    outExtension: { '.js': '.cjs' },
    absWorkingDir: ROOT,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: PROGRAMS,
    sourcemap: 'inline',
    sourcesContent: false,
    define: { 'import.meta.url': '__importMetaUrl' },
    // Marks the end of a stack trace that leads back to the source.
    banner: { js: 'const __importMetaUrl = require("node:url").pathToFileURL(__filename).href;' },
    write: false,
    logLevel: 'silent',
    alias: ALIAS,
    plugins: [generatedData],
  });
  for (const file of outputFiles) writeWhole(file.path, file.contents);
}

/** Bundles them all at once, which is fastest; where that fails, one by one, so that a broken file fails alone. */
async function bundleEach(paths) {
  try {
    await bundleTests(paths);
    return { bundled: paths, failures: [] };
  } catch {
    const bundled = [];
    const failures = [];
    for (const path of paths) {
      try {
        await bundleTests([path]);
        bundled.push(path);
      } catch (error) {
        failures.push({ title: `${path} can be bundled`, message: error.message });
      }
    }
    return { bundled, failures };
  }
}

/** Runs the unit suite. Result: `{ passed, failures: [{title, message}] }`; the tests' own lines go to stdout. */
export async function runUnit(processes, { wanted = [], grep, limitSeconds = 420 } = {}) {
  const paths = unitTests(wanted);
  if (!paths.length)
    return { passed: 0, failures: [{ title: 'unit', message: `no test file matches ${wanted.join(' ')}` }] };
  const { bundled, failures } = await bundleEach(paths);
  const folder = inRoot(`.build/test-run-${process.pid}`);
  const order = `${folder}/order.json`;
  const outcome = `${folder}/result.json`;
  writeWhole(order, JSON.stringify({ files: bundled.map((path) => inRoot(bundleName(path))), grep, outcome }));
  const args = ['--enable-source-maps', inRoot('build/mocha-run.cjs'), order];
  const { code, reason } = await processes.run(process.execPath, args, { cwd: ROOT, limitSeconds });
  let result = { passed: 0, failures: [], ended: false };
  try {
    result = JSON.parse(readFileSync(outcome, 'utf8'));
  } catch {
    // it died before the first test ended
  }
  removeFolder(folder);
  if (!result.ended) {
    const where = result.running ? ` in "${result.running}"` : '';
    failures.push({ title: 'the unit suite runs to its end', message: `${reason ?? `exit ${code}`}${where}` });
  }
  return {
    passed: result.passed,
    failures: [...failures, ...result.failures],
    files: bundled.map((path) => basename(path)),
  };
}
