// Runs everything that proves the project, and ends with the line `N passed, N failed`.   npm test
//   npm test -- --only unit|node|web|ui     one suite (several: --only unit --only web)
//   npm test -- --only unit hover           test files with `hover` in their path
//   npm test -- --only unit --grep "text"   tests whose title matches
//   npm test -- --only ui --images          renews the pictures in docs/images
// Uses Node's own modules only until the dependencies are there.
import { parseArgs } from 'node:util';
import { ensureDependencies } from './install.mjs';
import { Processes } from './processes.mjs';

const SUITES = {
  unit: async (context) => (await import('./unit-suite.mjs')).runUnit(context.processes, context),
  node: async (context) => (await import('./host-suites.mjs')).runNodeHost(context),
  web: async (context) => (await import('./host-suites.mjs')).runWebHost(context),
  ui: async (context) => (await import('./host-suites.mjs')).runUi(context),
};
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string', multiple: true }, grep: { type: 'string' }, images: { type: 'boolean' } },
});
const wrong = (values.only ?? []).filter((name) => !(name in SUITES));
if (wrong.length) {
  console.error(`There is no suite "${wrong[0]}": use ${Object.keys(SUITES).join(', ')}.`);
  process.exit(2);
}

const processes = new Processes();
processes.endWithUs();
const started = Date.now();
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;
const totals = { passed: 0, failures: [] };

/** Runs one suite; one that cannot run counts as one failure, with the reason. A preparation counts only when it fails. */
async function suite(name, run, { preparation = false } = {}) {
  const since = Date.now();
  console.log(`\n── ${name} ──`);
  let result = { passed: 0, failures: [] };
  try {
    result = (await run()) ?? result;
  } catch (error) {
    result = { passed: 0, failures: [{ title: `the ${name} suite can run`, message: error.stack ?? String(error) }] };
  }
  if (!preparation && result.passed + result.failures.length === 0) {
    result.failures.push({ title: `the ${name} suite can run`, message: 'it ran no test at all' });
  }
  totals.passed += result.passed;
  totals.failures.push(...result.failures.map((failure) => ({ suite: name, ...failure })));
  if (preparation) console.log(`${name}: ${result.failures.length ? 'FAILED' : 'done'} (${seconds(since)})`);
  else console.log(`${name}: ${result.passed} passed, ${result.failures.length} failed (${seconds(since)})`);
  return result.failures.length === 0;
}

await suite('install', () => ensureDependencies(processes), { preparation: true });
if (!totals.failures.length) {
  // Before the build, which renews them; while developing that is all one wants.
  if (!values.only) {
    await suite('generated files', async () => {
      const { staleFiles } = await import('./generate.mjs');
      const stale = await staleFiles();
      const title = 'committed generated files are up to date';
      return stale.length
        ? { passed: 0, failures: [{ title, message: stale.join('\n') }] }
        : { passed: 1, failures: [] };
    });
  }
  const build = async () => void (await (await import('./bundle.mjs')).buildAll());
  await suite('build', build, { preparation: true });
  if (!values.only) await suite('package', async () => (await import('./package.mjs')).runPackageSuite());
  for (const name of values.only ?? Object.keys(SUITES)) {
    await suite(name, () => SUITES[name]({ processes, wanted: positionals, ...values }));
  }
}
await processes.endAll();

if (totals.failures.length) console.log('\nFailed:');
for (const { suite: name, title, message } of totals.failures) {
  console.log(`  ${name}: ${title}\n      ${String(message).trim().split('\n').slice(0, 12).join('\n      ')}`);
}
console.log(`\n${seconds(started)}`);
process.exitCode = totals.failures.length ? 1 : 0;
process.stdout.write(`${totals.passed} passed, ${totals.failures.length} failed\n`, () => process.exit());
