// Bundles the suite's test files, one bundle each, and runs mocha over them in a process of its own.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { build } from 'esbuild';
import { ALIAS, generatedData } from './bundle.mjs';
import { ensureChromium } from './chromium.mjs';
import { DEBIAN_PROGRAMS, ensureProgram } from './debian-programs.mjs';
import { filesBelow, inRoot, ROOT, readText, removeFolder, writeWhole } from './files.mjs';

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

/** Runs mocha over some bundles; where the process dies, says in which test, and what was not run. */
async function runBundles(processes, { files, grep, limitSeconds, lane }) {
  const folder = inRoot(`.build/test-run-${process.pid}-${lane}`);
  const outcome = `${folder}/result.json`;
  writeWhole(`${folder}/order.json`, JSON.stringify({ files, grep, outcome }));
  const args = ['--enable-source-maps', inRoot('build/mocha-run.cjs'), `${folder}/order.json`];
  const { code, reason } = await processes.run(process.execPath, args, { cwd: ROOT, limitSeconds });
  let result = { passed: 0, failures: [], finished: [] };
  try {
    result = JSON.parse(readFileSync(outcome, 'utf8'));
  } catch {
    // it died before its first test
  }
  removeFolder(folder);
  const left = files.slice(result.finished.length);
  if (left.length) {
    const title = result.running ?? basename(left[0]);
    const message = `the process died in this test (${reason ?? `exit ${code}`}); the rest of its file was not run`;
    result.failures.push({ title, message });
  }
  return { ...result, left: left.slice(1) };
}

/** Installs what tests drive before two processes of them would: apt lets only one in. What cannot be had, its test says. */
function preparePrograms(paths) {
  const tests = paths.map(readText).join('\n');
  const wanted = [
    ...(tests.includes('/installed-program')
      ? Object.keys(DEBIAN_PROGRAMS).map((name) => () => ensureProgram(name))
      : []),
    ...(tests.includes('/report-page') ? [ensureChromium] : []),
  ];
  for (const ensure of wanted) {
    try {
      ensure();
    } catch (error) {
      console.log(error.message);
    }
  }
}

// Limits only end what hangs; the long random run (AIMS_LONG=1, docs/develop.md) takes its time.
const LIMIT = process.env.AIMS_LONG === '1' ? 7200 : 1200;

/** Runs the unit suite. Result: `{ passed, failures: [{title, message}] }`; the tests' own lines go to stdout. */
export async function runUnit(processes, { wanted = [], grep, limitSeconds = LIMIT } = {}) {
  const paths = unitTests(wanted);
  if (!paths.length)
    return { passed: 0, failures: [{ title: 'unit', message: `no test file matches ${wanted.join(' ')}` }] };
  preparePrograms(paths);
  const { bundled, failures } = await bundleEach(paths);
  const until = Date.now() + limitSeconds * 1000;
  const files = bundled.map((path) => inRoot(bundleName(path)));
  // Two processes, since a process of tests keeps one core busy; files that stand side by side are alike, so each takes every other.
  const lanes = [0, 1].map((lane) => files.filter((_, index) => index % 2 === lane));
  const results = await Promise.all(lanes.map((own, lane) => runLane(processes, { files: own, grep, until, lane })));
  const left = results.flatMap((result) => result.left);
  if (left.length) {
    const message = `${limitSeconds} s were over before ${left.map((file) => basename(file)).join(', ')}`;
    failures.push({ title: 'the unit suite runs to its end', message });
  }
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  return { passed, failures: [...failures, ...results.flatMap((result) => result.failures)] };
}

/** Runs files one after the other. A process that dies takes its file with it, not the files after it. */
async function runLane(processes, { files, grep, until, lane }) {
  const failures = [];
  let left = files;
  let passed = 0;
  while (left.length && Date.now() < until) {
    const result = await runBundles(processes, { files: left, grep, limitSeconds: (until - Date.now()) / 1000, lane });
    passed += result.passed;
    failures.push(...result.failures);
    left = result.left;
  }
  return { passed, failures, left };
}
