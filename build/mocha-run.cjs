// Runs mocha over bundled test files, one after the other, in a process of its own:   node mocha-run.cjs order.json
// Tests may be written as describe/it or suite/test. What happened is on disk before every test, so a crash loses nothing.
const { readFileSync, writeFileSync } = require('node:fs');
const { relative } = require('node:path');
const Mocha = require('mocha');

const { files, grep, outcome } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const result = { passed: 0, failures: [], finished: [], running: undefined };
const save = () => writeFileSync(outcome, JSON.stringify(result));

function load(mocha, file) {
  mocha.suite.emit('pre-require', globalThis, file, mocha);
  try {
    mocha.suite.emit('require', require(file), file, mocha);
  } catch (error) {
    const fail = () => {
      throw error;
    };
    mocha.suite.addTest(new Mocha.Test(`${relative(process.cwd(), file)} can be loaded`, fail));
  }
  mocha.suite.emit('post-require', globalThis, file, mocha);
}

function run(file) {
  const color = Boolean(process.stdout.isTTY);
  const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', timeout: 20_000, color, ...(grep && { grep }) });
  Mocha.interfaces.tdd(mocha.suite);
  load(mocha, file);
  return new Promise((resolve) => {
    const runner = mocha.run(resolve);
    runner.on('test', (test) => {
      result.running = test.fullTitle();
      save();
    });
    runner.on('pass', () => {
      result.passed += 1;
    });
    runner.on('fail', (test, error) => {
      result.failures.push({ title: test.fullTitle(), message: String(error?.message ?? error) });
    });
  });
}

(async () => {
  for (const file of files) {
    await run(file);
    result.finished.push(file);
    result.running = undefined;
    save();
  }
  // A test that leaves a timer or a connection open must not keep the suite from ending.
  process.stdout.write('', () => process.exit(result.failures.length ? 1 : 0));
})();
