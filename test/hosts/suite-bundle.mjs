// Bundles the suite that runs inside an extension host: one source for the Node host and the worker host.
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { filesBelow, inRoot, ROOT } from '../../build/files.mjs';

/** Bundles every `*.test.ts` of `folder` for one host into `out`; the result exports `run()`. */
export async function bundleSuite(host, out, folder = 'test/hosts/suite') {
  const tests = filesBelow(folder, (path) => path.endsWith('.test.ts'));
  if (!tests.length) throw new Error(`there is no test in ${folder}`);
  const web = host === 'web';
  await build({
    entryPoints: [inRoot('test/hosts/run-suite.ts')],
    outfile: out,
    absWorkingDir: ROOT,
    bundle: true,
    format: 'cjs',
    platform: web ? 'browser' : 'node',
    ...(web ? { conditions: ['worker', 'browser'] } : {}),
    external: ['vscode'],
    sourcemap: 'inline',
    sourcesContent: false,
    logLevel: 'silent',
    define: { 'process.env.AIMS_HOST': JSON.stringify(host) },
    plugins: [
      {
        name: 'suite',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^suite-tests$/ }, () => ({ path: 'tests', namespace: 'suite' }));
          // Required, not imported: they may only run when mocha has made its globals.
          const load = tests.map((path) => `require(${JSON.stringify(resolve(ROOT, path))});`).join('\n');
          onLoad({ filter: /^tests$/, namespace: 'suite' }, () => ({
            contents: `export function loadTests() {\n${load}\n}`,
            resolveDir: ROOT,
          }));
          if (!web) return;
          onResolve({ filter: /^mocha$/ }, () => ({ path: 'mocha', namespace: 'suite' }));
          onLoad({ filter: /^mocha$/, namespace: 'suite' }, () => ({
            contents: "require('mocha/mocha.js');\nmodule.exports = globalThis.Mocha;",
            resolveDir: ROOT,
          }));
        },
      },
    ],
  });
  return out;
}
